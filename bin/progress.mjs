import { spawn } from 'node:child_process'

/** A failure that a person can read: printed without a stack, and the exit code says which kind it was. */
export class Sentence extends Error {
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Prints "2/6 Database … 0.4 s" for each step, and a sign of life every few seconds while one takes long. */
export function steps(total) {
  let number = 0
  return async function step(title, work) {
    const began = Date.now()
    const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
    let latest = ''
    let lineEnd = ''
    process.stdout.write(`${++number}/${total} ${title} … `)
    const heartbeat = setInterval(() => {
      lineEnd = '\n      '
      process.stdout.write(`\n      ${seconds()} s  ${latest.trim().split('\n').at(-1).slice(0, 90)}`)
    }, 5000)
    try {
      const note = await work((text) => {
        latest = text
      })
      process.stdout.write(`${lineEnd}${seconds()} s${typeof note === 'string' ? ` (${note})` : ''}\n`)
    } catch (error) {
      process.stdout.write(`${lineEnd}failed after ${seconds()} s\n`)
      throw error
    } finally {
      clearInterval(heartbeat)
    }
  }
}

const running = new Set()

/**
 * Runs one program to its end. Its words go to `onText`; when it fails, the last of them become the error.
 * It gets a process group of its own, so that ending it also ends what it started.
 */
export async function run(command, args, { env = process.env, cwd, onText, minutes = 60 } = {}) {
  const { code, output, late } = await finish(command, args, { env, cwd, onText, minutes })
  if (code === 0) return output
  const tail = output.trimEnd().split('\n').slice(-40).join('\n')
  const name = [command, ...args].join(' ')
  throw new Sentence(
    `${tail}\n\n${name}\n${late ? `was stopped after ${minutes} minutes.` : `ended with code ${code}.`}`,
  )
}

/** The same without an error at the end: `{ code, output, late }`. */
export function finish(command, args, { env = process.env, cwd, onText, minutes = 60 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    running.add(child)
    let output = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      endGroup(child, 'SIGTERM')
      setTimeout(() => endGroup(child, 'SIGKILL'), 5000).unref()
    }, minutes * 60_000)
    const hear = (text) => {
      output += text
      onText?.(text)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.on('error', (error) => {
      clearTimeout(timer)
      running.delete(child)
      reject(new Sentence(`${command} could not be started: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code: late ? 124 : (code ?? `signal ${signal}`), output, late })
    })
  })
}

/** Ends every program that `run` or `finish` still waits for. */
export function endRunning() {
  for (const child of running) endGroup(child, 'SIGTERM')
}

/** Runs a command's main function: a sentence for a person, a stack for a defect, and the exit code. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    const closed = error.code === 'EACCES' || error.code === 'EPERM'
    const sentence = closed
      ? new Sentence(
          `${error.path ?? error.message} belongs to another user: was a command run here as root before?`,
        )
      : error
    console.error(sentence instanceof Sentence ? `\n${sentence.message}` : sentence)
    process.exitCode = sentence.exitCode ?? 1
  }
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself meanwhile.
  }
}
