import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The real process of the service's jobs, on the database of this test. */
export class Jobs {
  private said = ''
  private constructor(private readonly child: ChildProcess) {
    child.stderr?.on('data', (text) => {
      this.said += text
    })
  }

  static start(settings: Record<string, string> = {}): Jobs {
    return new Jobs(
      spawn(process.execPath, ['--import', 'tsx', 'db/jobs/run.ts'], {
        cwd: join(import.meta.dirname, '../..'),
        env: {
          ...process.env,
          NODE_ENV: 'production',
          AUTH_URL: 'https://pages.example.test',
          MAIL_FROM: 'My pages <pages@example.test>',
          AUDIT_KEY_FILE: join(tmpdir(), `footpath-key-${process.pid}.pem`),
          AUDIT_HEADS_FILE: join(tmpdir(), `footpath-heads-${process.pid}.jsonl`),
          ...settings,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    )
  }

  /** What it complained of. */
  get complaints(): string {
    return this.said
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /** As a power cut would: no handler runs. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    this.child.kill(signal)
    await gone
  }
}

/** Waits until something holds, looking often. @throws when it does not within the time */
export async function until<T>(look: () => Promise<T> | T, seconds = 15): Promise<NonNullable<T>> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const found = await look()
    if (found) return found
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`It did not happen within ${seconds} seconds.`)
}
