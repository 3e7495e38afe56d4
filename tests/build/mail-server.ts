import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; messageId: string; subject: string; raw: string; text: string }

type Behaviour = {
  /** Called when a client connects, before the greeting. */
  connected?: () => void
  /** Called when the last byte of a letter is here; the answer waits for it. An error is the answer. */
  taken?: (mail: Received) => void | Promise<void> | Error
  /** Said to a recipient: 550 to have it refused, 451 to be asked again later. */
  recipient?: (address: string) => number | undefined
}

/** A real mail server on this machine that keeps what it is given. */
export class MailServer {
  readonly received: Received[] = []
  behaviour: Behaviour = {}
  private constructor(
    private readonly server: SMTPServer,
    private port: number,
  ) {}

  static async start(): Promise<MailServer> {
    const server: SMTPServer = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onConnect: (_, done) => {
        mail.behaviour.connected?.()
        done()
      },
      onRcptTo: ({ address }, _, done) => {
        const code = mail.behaviour.recipient?.(address)
        done(code ? Object.assign(new Error('Not taken'), { responseCode: code }) : null)
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', async () => {
          const one = letter(
            Buffer.concat(parts).toString('utf8'),
            session.envelope.rcptTo.map((to) => to.address),
          )
          mail.received.push(one)
          const answer = await mail.behaviour.taken?.(one)
          done(answer instanceof Error ? answer : null, 'Taken')
        })
      },
    })
    server.on('error', () => {})
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done)
    })
    const mail = new MailServer(server, (server.server.address() as AddressInfo).port)
    return mail
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`
  }

  stop = () => new Promise<void>((done) => this.server.close(() => done()))
}

const letter = (raw: string, to: string[]): Received => ({
  to,
  raw,
  messageId: /^Message-ID: <(.+)>/im.exec(raw)?.[1] ?? '',
  subject: /^Subject: (.+)$/im.exec(raw)?.[1]?.trim() ?? '',
  text: decoded(raw),
})

/** All parts of a letter as a person or a calendar would read them, one after the other. */
const decoded = (raw: string): string =>
  raw
    .split(/^--[^\n]+$/m)
    .map((part) => {
      const body = part.slice(part.search(/\r?\n\r?\n/) + 1).trim()
      if (/base64/i.test(part)) return Buffer.from(body, 'base64').toString('utf8')
      return body
        .replace(/=\r?\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    })
    .join('\n')
