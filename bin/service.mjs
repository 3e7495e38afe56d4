import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './environment.mjs'

const guard = join(import.meta.dirname, 'end-with-parent.mjs')

/**
 * Keeps one long-running Node program alive until `stop()`. When it dies by itself it is started again, after longer and
 * longer waits while it keeps dying, unless `onDeath` takes over.
 */
export function keepRunning(title, node, args, { env, onDeath, onText = say }) {
  let child
  let stopping = false
  let failures = 0

  const start = () => {
    const began = Date.now()
    // The channel carries nothing: it closes when this process is gone, however it went.
    child = spawn(node, ['--import', guard, ...args], {
      env: { ...env, FOOTPATH_PARENT: String(process.pid) },
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onText)
    child.on('exit', async (code, signal) => {
      if (stopping) return
      const words = `${title} ended by itself (${signal ?? `code ${code}`}).`
      if (onDeath) return onDeath(words)
      // By agreement code 2 means that a setting is missing: trying again would not bring it.
      if (code === 2) return
      failures = Date.now() - began > 60_000 ? 1 : failures + 1
      const seconds = Math.min(30, 2 ** (failures - 1))
      console.error(`${words} Starting again in ${seconds} s.`)
      await wait(seconds * 1000, undefined, { ref: false })
      if (!stopping) start()
    })
  }

  start()
  return {
    async stop() {
      stopping = true
      for (const signal of ['SIGTERM', 'SIGKILL']) {
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill(signal)
        for (
          let waited = 0;
          waited < 8000 && child.exitCode === null && child.signalCode === null;
          waited += 20
        ) {
          await wait(20)
        }
      }
    },
  }
}

function say(text) {
  process.stdout.write(text)
}
