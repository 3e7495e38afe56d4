import { readFileSync } from 'node:fs'

/** A dead process that nobody has collected yet (common in containers) still answers to signals: it counts as dead. */
export function isAlive(pid) {
  if (!answersToSignals(pid)) return false
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

export function answersToSignals(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Calls back once the npm that started this process is gone, however it went. Only Linux lets us look past its shell. */
export function whenNpmIsGone(callback) {
  if (!process.env.npm_lifecycle_event) return
  const npm = process.platform === 'linux' ? npmProcess() : process.ppid
  const timer = setInterval(() => {
    if (isAlive(npm)) return
    clearInterval(timer)
    callback()
  }, 500)
  timer.unref()
}

function npmProcess() {
  const command = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').split('\0')[0]
  if (!/(^|\/)(ba|da|z)?sh$/.test(command)) return process.ppid
  return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))[1])
}
