import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** The file is not what it should be: a sentence with the line. Nothing of it is loaded. */
export class WrongFile extends Error {}

export const wrongLine = (line: number, because: string) =>
  new WrongFile(`Line ${line.toLocaleString('en-GB')} ${because}. Nothing was loaded.`)

/** Some lines of a file, the first of them number `from` (the heading is 1). */
export type Lines = { from: number; lines: string[] }

const megabyte = 1 << 20

/**
 * The lines of a text file, compressed with gzip or not, a megabyte at a time so that size does not matter.
 * @throws WrongFile when it cannot be read to its end, or ends in the middle of a line
 */
export async function* linesOf(path: string): AsyncGenerator<Lines> {
  const file = createReadStream(path, { highWaterMark: megabyte })
  const text = (await isGzip(path)) ? file.pipe(createGunzip({ chunkSize: megabyte })) : file
  // Without this the reader of a broken source would wait for ever on the unpacked stream.
  file.on('error', (error) => text.destroy(error))
  text.setEncoding('utf8')
  let line = 1
  let rest = ''
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      if (lines.length === 0) continue
      if (line === 1) lines[0] = lines[0]!.replace(/^\uFEFF/, '')
      yield { from: line, lines }
      line += lines.length
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
    throw new WrongFile(
      error.code === 'Z_BUF_ERROR'
        ? `The compressed file ends too early, after line ${line - 1}: it was cut off. Get it again. Nothing was loaded.`
        : 'The compressed file is damaged. Get it again. Nothing was loaded.',
    )
  } finally {
    file.destroy()
  }
  if (line === 1 && rest === '') throw new WrongFile('The file is empty.')
  if (rest !== '')
    throw new WrongFile(
      `The last line, ${line.toLocaleString('en-GB')}, has no end: the file was cut off. Get it again. Nothing was loaded.`,
    )
}

const isGzip = async (path: string): Promise<boolean> => {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongFile(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}`,
    )
  })
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

/**
 * The fields of one line. The published files never break a line inside a field, which is why reading by lines is enough
 * here, and six times as fast as a full CSV reader (2.7 million lines of twelve columns: 2 s against 13 s).
 * @returns undefined when the quotes do not match
 */
export const fieldsOf = (line: string): string[] | undefined => {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  if (!text.includes('"')) return text.split(',')
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      let field = ''
      let end = at + 1
      for (;;) {
        const quote = text.indexOf('"', end)
        if (quote < 0) return undefined
        field += text.slice(end, quote)
        end = quote + 1
        if (text[end] !== '"') break
        field += '"'
        end++
      }
      fields.push(field)
      if (end === text.length) return fields
      if (text[end] !== ',') return undefined
      at = end + 1
    } else {
      const comma = text.indexOf(',', at)
      if (comma < 0) return [...fields, text.slice(at)]
      fields.push(text.slice(at, comma))
      at = comma + 1
    }
  }
}

/** What the files are, whatever they are called. */
export async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    await isGzip(path)
    for await (const chunk of createReadStream(path, { highWaterMark: megabyte })) hash.update(chunk)
  }
  return hash.digest('hex')
}

/** One row of PostgreSQL's COPY text form; null and '' are both NULL. */
export const copyRow = (fields: readonly (string | number | null)[]): string => {
  let row = ''
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]
    const text = field === null || field === '' || field === undefined ? '\\N' : String(field)
    row += (i === 0 ? '' : '\t') + (text !== '\\N' && /[\\\t\n\r]/.test(text) ? escaped(text) : text)
  }
  return `${row}\n`
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')

/** Streams rows in the COPY text form into a table. */
export const copyInto = (client: Client, into: string, rows: AsyncIterable<string>): Promise<void> =>
  pipeline(Readable.from(rows), client.query(copyFrom(`copy ${into} from stdin`)))

/** One transaction of a tool's own connection: all of it or nothing. Two imports never run at once. */
export async function loading<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('set local statement_timeout = 0')
    const { rows } = await client.query('select pg_try_advisory_xact_lock(727001) as free')
    if (!rows[0].free) throw new WrongFile('Another import is under way. Wait for it to end.')
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
