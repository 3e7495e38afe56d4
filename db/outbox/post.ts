import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { env } from '@/db/env'

type Letter = {
  /** Becomes the Message-ID: a mail server that is handed the same letter twice can tell. */
  id: string
  to: string
  subject: string
  text: string
  calendar: string
}

/** What the mail server said: it has it; never for this address; not now; or nothing, so that there is no telling. */
export type Answer = 'taken' | 'refused' | 'later' | 'unsure'

/** Where mail goes and whom it is from. */
export type Post = { url: URL; from: string; host: string }

/** @returns undefined where no mail server is set: reminders then wait, and the administrator's page says so */
export function post(): Post | undefined {
  const { SMTP_URL, MAIL_FROM } = env()
  const host = /@([^\s>]+)>?\s*$/.exec(MAIL_FROM ?? '')?.[1]
  return SMTP_URL && MAIL_FROM && host ? { url: new URL(SMTP_URL), from: MAIL_FROM, host } : undefined
}

const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * A connection that is greeted, encrypted (unless the mail server is this machine) and signed in: all that can go wrong
 * before anything is sent.
 */
export async function openPost({ url, host }: Post): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host: url.hostname,
    port: url.port || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    requireTLS: url.protocol !== 'smtps:' && !loopback.includes(url.hostname),
    ignoreTLS: loopback.includes(url.hostname),
    name: host,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 30_000,
  })
  // Whoever waits hears of it by the answer; one that breaks while nobody waits is no fault.
  connection.on('error', () => {})
  await new Promise<void>((done, failed) => {
    connection.once('error', failed)
    connection.connect((error) => (error ? failed(error) : done()))
  })
  if (url.username)
    await new Promise<void>((done, failed) => {
      const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      connection.login({ credentials }, (error) => (error ? failed(error) : done()))
    })
  return connection
}

/** Hands one letter over. From the first word on there may be no telling: nothing is tried again in here. */
export async function hand(
  connection: SMTPConnection,
  letter: Letter,
  { from, host }: Post,
): Promise<Answer> {
  const mail = new MailComposer({
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    messageId: `<${letter.id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    attachments: [
      {
        filename: 'meeting.ics',
        content: letter.calendar,
        contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const message = await mail.build()
  return new Promise((answer) => {
    const broken = () => answer('unsure')
    connection.once('error', broken)
    connection.once('end', broken)
    connection.send(mail.getEnvelope(), message, (error) => answer(error ? answerIn(error) : 'taken'))
  })
}

const answerIn = (error: Error & { code?: string; responseCode?: number }): Answer => {
  if (error.responseCode === undefined) return error.code === 'EENVELOPE' ? 'refused' : 'unsure'
  return error.responseCode >= 500 && error.responseCode !== 503 ? 'refused' : 'later'
}
