import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'

type Actions = Record<string, { exportedName: string }>

/** The id under which the build knows a server action. */
export const actionId = (name: string): string => {
  const file = join(import.meta.dirname, '../.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Actions }
  const id = Object.entries(node).find(([, action]) => action.exportedName === name)?.[0]
  if (!id) throw new Error(`The build has no action called ${name}.`)
  return id
}

const boundary = 'footpath-bench'

/** The body React writes for a form's action. */
export const formBody = (fields: Record<string, string>): string =>
  [...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]), ['0', '[{"status":"new"},"$K1"]']]
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .concat(`--${boundary}--\r\n`)
    .join('')

export const formHeaders = (base: string, action: string, cookie?: string): Record<string, string> => ({
  'content-type': `multipart/form-data; boundary=${boundary}`,
  'next-action': action,
  accept: 'text/x-component',
  origin: base,
  ...(cookie ? { cookie } : {}),
})

export type Asked = { url: string; headers: Record<string, string>; body: string }

/**
 * Posts for a while, so many at a time over connections that stay open, with as little work on this side as can be: the
 * cores are shared with what is measured.
 * @param next what to send next
 * @param good whether an answer is the right one; a bench of errors would be fast
 * @returns answers a second
 */
export async function postFor(
  milliseconds: number,
  together: number,
  next: (client: number) => Asked,
  good: (status: number, body: string) => boolean,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: together })
  const end = performance.now() + milliseconds
  let answers = 0
  const post = (client: number) =>
    new Promise<void>((resolve, reject) => {
      const { url, headers, body } = next(client)
      const sent = request(
        url,
        { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
        (answer) => {
          let text = ''
          answer.setEncoding('utf8').on('data', (part) => {
            text += part
          })
          answer.on('end', () => {
            if (good(answer.statusCode ?? 0, text)) resolve()
            else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 400)}`))
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const began = performance.now()
  await Promise.all(
    Array.from({ length: together }, async (_, client) => {
      while (performance.now() < end) {
        await post(client)
        answers += 1
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return answers / seconds
}
