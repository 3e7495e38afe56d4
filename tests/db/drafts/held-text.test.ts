import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { sessionLeft, stayHere } from '@/db/access/session-left'
import { signInAddress } from '@/db/access/sign-in-address'
import { appPool, openPool } from '@/db/client'
import { dropHeldText, heldText, holdText } from '@/db/drafts/held-text'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const amira = await p.worker('clinician', await p.team())
  const fields = { words: 'The bus is the worst part.' }
  const ticket = await holdText(amira.id, '/care/people/x/story/note', fields)
  return { amira, fields, ticket: ticket! }
}

test('what was posted after the session had ended is shown again to the browser that posted it', async () => {
  const { amira, fields, ticket } = await stage()
  expect(await heldText(ticket)).toMatchObject({
    staffId: amira.id,
    page: '/care/people/x/story/note',
    fields,
  })
})

test('it cannot be read from the database alone, nor with another key, nor by guessing', async () => {
  const { amira, ticket } = await stage()
  const [row] = await sql('select sealed from app.held_texts where staff_id = $1', [amira.id])
  expect(row!.sealed.toString('utf8')).not.toContain('bus')
  const [held, key] = ticket.split('.')
  const other = (await stage()).ticket.split('.')
  expect(await heldText(`${held}.${other[1]}`)).toBeUndefined()
  expect(await heldText(`${newId()}.${key}`)).toBeUndefined()
  for (const wrong of [undefined, '', '.', held, `${held}.`, `${held}.${key}x`, "' or 1=1 --.x"])
    expect(await heldText(wrong)).toBeUndefined()
})

test('after an hour it is not shown any more, and the clock deletes it', async () => {
  const { amira, ticket } = await stage()
  await sql("update app.held_texts set made_at = now() - interval '61 minutes' where staff_id = $1", [
    amira.id,
  ])
  expect(await heldText(ticket)).toBeUndefined()
  await sql('select app.forget_old_drafts()')
  expect(await sql('select 1 from app.held_texts where staff_id = $1', [amira.id])).toEqual([])
})

test('once saved it is gone', async () => {
  const { ticket } = await stage()
  await dropHeldText(ticket)
  expect(await heldText(ticket)).toBeUndefined()
})

test('nobody who is not signed in fills the database: nothing for a stranger, at most twenty for an account', async () => {
  expect(await holdText(newId(), '/', { words: 'x' })).toBeUndefined()
  expect(await holdText('nobody', '/', { words: 'x' })).toBeUndefined()
  const { amira } = await stage()
  for (let n = 0; n < 25; n++) await holdText(amira.id, '/', { words: `${n}` })
  expect(await sql('select 1 from app.held_texts where staff_id = $1', [amira.id])).toHaveLength(20)
  expect(await holdText(amira.id, '/', { words: 'x'.repeat(1_000_001) })).toBeUndefined()
})

test('while the database is away it is kept all the same, and found while it is away and when it is back', async () => {
  const { amira } = await stage()
  const { footpathPools: pools } = globalThis as unknown as { footpathPools: Map<string, Pool> }
  const there = appPool()
  // Nobody listens on this port.
  const away = openPool('postgres://nobody@127.0.0.1:1/none', 'test', 1)
  pools.set('app', away)
  let ticket: string | undefined
  try {
    ticket = await holdText(amira.id, '/care/people/x/story/note', { words: 'While it was away.' })
    expect(await heldText(ticket)).toMatchObject({
      staffId: amira.id,
      fields: { words: 'While it was away.' },
    })
  } finally {
    pools.set('app', there)
    await away.end()
  }
  expect(await heldText(ticket)).toMatchObject({ fields: { words: 'While it was away.' } })
  const [held] = ticket!.split('.')
  expect(await heldText(`${held}.${Buffer.alloc(32).toString('base64url')}`)).toBeUndefined()
  await dropHeldText(ticket)
  expect(await heldText(ticket)).toBeUndefined()
})

test('a session says how long it still has; looking keeps nothing alive, being here does', async () => {
  const { amira } = await stage()
  const ago = (minutes: number) =>
    sql('update app.sessions set seen_at = now() - make_interval(mins => $2) where staff_id = $1', [
      amira.id,
      minutes,
    ])
  await ago(28)
  const left = await sessionLeft(amira.token, undefined)
  expect(left).toMatchObject({ ok: true, value: { staffId: amira.id } })
  // Thirty minutes unless the partnership says otherwise.
  expect(left.ok && left.value.seconds).toBeGreaterThan(100)
  expect(left.ok && left.value.seconds).toBeLessThanOrEqual(120)
  const here = await stayHere(amira.token, undefined)
  expect(here.ok && here.value.seconds).toBeGreaterThan(29 * 60)
  await ago(31)
  expect(await stayHere(amira.token, undefined)).toEqual({ ok: false, failure: { kind: 'signed-out' } })
})

test('a session that ends for the day says so too, whatever is typed', async () => {
  const { amira } = await stage()
  await sql("update app.sessions set expires_at = now() + interval '90 seconds' where staff_id = $1", [
    amira.id,
  ])
  const left = await stayHere(amira.token, undefined)
  expect(left.ok && left.value.seconds).toBeLessThanOrEqual(90)
})

test('signing in again on one’s page goes by whose page it is, and opens nothing for an account that is closed', async () => {
  const { amira } = await stage()
  expect(await signInAddress(amira.id)).toBe(`${amira.id}@example.test`)
  await sql("update staff set status = 'suspended' where id = $1", [amira.id])
  expect(await signInAddress(amira.id)).toBeUndefined()
  expect(await signInAddress(newId())).toBeUndefined()
  expect(await signInAddress('x')).toBeUndefined()
})
