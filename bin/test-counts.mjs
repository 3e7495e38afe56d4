import { existsSync, readFileSync } from 'node:fs'

/** Reads Vitest's JSON report. A file that could not even be loaded is a failure too. */
export function countVitest(report, code, hasTests) {
  if (!existsSync(report)) return unfinished({ passed: 0, failed: 0, skipped: 0 }, code, hasTests)
  const found = JSON.parse(readFileSync(report, 'utf8'))
  const unloaded = found.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const counts = {
    passed: found.numPassedTests,
    failed: found.numFailedTests + unloaded.length,
    skipped: found.numPendingTests + found.numTodoTests,
  }
  return unfinished(counts, code, hasTests)
}

/** Reads Playwright's JSON report. A journey that passes only at the second attempt has failed once: it counts as failed. */
export function countPlaywright(report, code) {
  if (!existsSync(report)) return unfinished({ passed: 0, failed: 0, skipped: 0 }, code, true)
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  const counts = { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
  return unfinished(counts, code, true)
}

/** Adds up the lines "name: N passed, N failed" of the proofs. */
export function countLines(output, code) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [, passed, failed] of output.matchAll(/^\S.*: (\d+) passed, (\d+) failed\b/gm)) {
    counts.passed += Number(passed)
    counts.failed += Number(failed)
  }
  return unfinished(counts, code, true)
}

/** A stage of one test: the work either ends well or throws. */
export async function countedBy(work) {
  try {
    const note = await work()
    if (note) console.log(note)
    return { passed: 1, failed: 0, skipped: 0 }
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** A runner that ended badly without naming a failure, or that found none of the tests there are, is one failure. */
function unfinished(counts, code, hasTests) {
  const nothingRan = hasTests && counts.passed + counts.failed + counts.skipped === 0
  if (counts.failed === 0 && (code !== 0 || nothingRan)) {
    console.error(
      nothingRan ? 'No test ran here, though there are some.' : `The runner ended with code ${code}.`,
    )
    counts.failed = 1
  }
  return counts
}
