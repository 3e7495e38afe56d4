import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/db/env'
import type { Head } from './chain'

const folder = () => join(process.cwd(), '.data')

/** Where the sealing key and the sent heads are: the service's own data folder unless the environment names better places. */
export const auditPlaces = () => ({
  key: env().AUDIT_KEY_FILE ?? join(folder(), 'audit-key.pem'),
  heads: env().AUDIT_HEADS_FILE ?? join(folder(), 'audit-heads.jsonl'),
})

export const readHeads = (file: string): Head[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line))
    : []
