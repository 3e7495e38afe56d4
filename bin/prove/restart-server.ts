import { createServer } from 'node:http'
import { writeNote } from '@/db/story/write-note'

/**
 * The process whose life the restart proof watches: the data layer as it is, behind plain HTTP, without any guard
 * against uncaught exceptions. An exception outside a promise ends it, and the proof with it.
 */
const token = process.env.PROOF_TOKEN
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  const { key, note } = JSON.parse(body)
  const result = await writeNote(token, note, key)
  response.statusCode = result.ok ? 200 : result.failure.kind === 'unavailable' ? 503 : 500
  response.end(JSON.stringify(result))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
