import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The one text of a row that is hashed, made in SQL by sealer and verifier alike. JSON, because a plain join of values
 * is ambiguous. `l` is a row of app.audit_log.
 */
const rowHash = `sha256(convert_to(json_build_array(l.id, l.xid::text,
  to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.partnership_id, l.staff_id, l.role, l.act, l.outcome,
  l.person_id, l.record_id, l.detail)::text, 'UTF8'))`

/** hash = sha256(previous hash, then the hash of each row in order): `previous` is an SQL expression. */
export const chained = (previous: string) =>
  `sha256(${previous} || coalesce(string_agg(${rowHash}, ''::bytea order by l.xid, l.id), ''::bytea))`

export const beginning = Buffer.alloc(32)

/** What is signed and sent to a second place: which link, over how many rows, with which hash. */
export type Head = { seq: number; count: number; hash: string; at: string }

const headText = (head: Head) => Buffer.from(JSON.stringify([head.seq, head.count, head.hash, head.at]))
export const signHead = (head: Head, key: KeyObject): Buffer => sign(null, headText(head), key)
export const headIsSigned = (head: Head, signature: Buffer, key: KeyObject): boolean =>
  verify(null, headText(head), createPublicKey(key), signature)

/** The sealing key, kept outside the database; made at the first start. */
export function sealingKey(file: string): KeyObject {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return createPrivateKey(readFileSync(file))
}
