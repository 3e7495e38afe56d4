import { createServer } from 'node:net'
import { Sentence } from './progress.mjs'

/** Ends with exit code 3 when the service could not listen there, before any long work has begun. */
export async function refuseTakenPort(port, host) {
  // A browser that is told "localhost" tries ::1 first: another program there would answer in our place.
  for (const address of new Set([host, '::1'])) {
    const code = await tryListening(port, address)
    if (code === 'EADDRINUSE') {
      throw new Sentence(
        `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
        3,
      )
    }
    if (code === 'EACCES') {
      throw new Sentence(
        `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
        3,
      )
    }
    if (code && address === host) throw new Sentence(`Cannot listen on ${host}, port ${port}: ${code}.`, 3)
  }
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', (error) => resolve(error.code))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)))
  })
}
