import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, Sentence } from './progress.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The browser for the journeys, installed where that is ours to do: on Debian and its kin, as root. */
export async function findChromium(onText) {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !isProgram(asked))
    throw new Sentence(`CHROMIUM_PATH is ${asked}, and there is no program there.`)
  const found = asked || installed()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { env, onText, minutes: 10 })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env,
      onText,
      minutes: 15,
    })
    const now = installed()
    if (now) return now
  }
  throw new Sentence(
    'The journeys need Chromium or Chrome. On Debian: sudo apt-get install --no-install-recommends chromium. Elsewhere install Chrome and set CHROMIUM_PATH. Without it: npm test -- lint types unit database proofs build',
  )
}

function installed() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
