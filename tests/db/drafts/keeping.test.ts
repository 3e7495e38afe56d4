import { describe, expect, test } from 'vitest'
import { draftsToFinish, draftsWaiting } from '@/db/drafts/reads'
import { read } from '@/db/read'
import { dayOf } from '@/lib/day'
import { standingOf } from '@/lib/drafts/keeping'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const other = await p.team({ name: 'Other' })
  const amira = await p.worker('clinician', team)
  const lead = await p.worker('team-lead', team, { name: 'Lena Marsh' })
  const stranger = await p.worker('team-lead', other, { name: 'Otto Other' })
  const sam = await p.episode(team, { worker: amira })
  return { p, team, amira, lead, stranger, sam }
}
type Stage = Awaited<ReturnType<typeof stage>>

const meeting = async (
  { p, amira, sam }: Stage,
  given: { ago: number; attendance?: string; cancelled?: boolean },
) => {
  const id = newId()
  await sql(
    `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, by_staff_id, starts_at, attendance, cancelled_at)
     values ($1, $2, $3, $4, $5, $5, now() - make_interval(days => $6), $7, case when $8 then now() end)`,
    [p.id, id, sam.id, sam.personId, amira.id, given.ago, given.attendance ?? null, given.cancelled ?? false],
  )
  return id
}

/** A draft begun and last saved so many days ago. */
const drafted = async (
  { p, amira, sam }: Stage,
  days: number,
  recordId: string | null = newId(),
  by: Worker = amira,
) => {
  const id = newId()
  await sql(
    `insert into drafts (partnership_id, id, staff_id, form, person_id, record_id, input, by_window, turn, made_at, saved_at)
     values ($1, $2, $3, 'note', $4, $5, '{"words":"The bus."}', $2, 1, now() - make_interval(days => $6), now() - make_interval(days => $6))`,
    [p.id, id, by.id, sam.personId, recordId, days],
  )
  return id
}

const today = (worker: Worker) => read('today', (ctx) => draftsToFinish(ctx))(worker.token, undefined)
const forLead = (worker: Worker) => read('today', (ctx) => draftsWaiting(ctx))(worker.token, undefined)

describe('the clock', () => {
  test('deletes what nobody came back to in fourteen days, and never a draft of a meeting that took place', async () => {
    const s = await stage()
    const kinds: Record<string, string | null> = {
      'of no meeting': newId(),
      'of a meeting that took place': await meeting(s, { ago: 30, attendance: 'came' }),
      'of one nobody has written down yet': await meeting(s, { ago: 30 }),
      'of one to come': await meeting(s, { ago: -5 }),
      'of one that was cancelled': await meeting(s, { ago: 30, cancelled: true }),
      'of one they could not come to': await meeting(s, { ago: 30, attendance: 'could-not-come' }),
    }
    for (const record of Object.values(kinds)) await drafted(s, 20, record)
    await drafted(s, 13)
    await sql('select app.forget_old_drafts()')
    const left = await sql('select record_id from drafts where partnership_id = $1', [s.p.id])
    const named = Object.keys(kinds).filter((kind) => left.some((row) => row.record_id === kinds[kind]))
    expect(named).toEqual(['of a meeting that took place', 'of one nobody has written down yet'])
    expect(left).toHaveLength(3)
  })

  test('says the same as the rule that the screens go by', async () => {
    const s = await stage()
    const held = await meeting(s, { ago: 40, attendance: 'came' })
    const ages = [0, 2, 3, 6, 7, 12, 13, 14, 15, 40]
    const ids = new Map<string, { days: number; ofMeetingHeld: boolean }>()
    for (const days of ages) ids.set(await drafted(s, days), { days, ofMeetingHeld: false })
    ids.set(await drafted(s, 40, held), { days: 40, ofMeetingHeld: true })
    const rows = await sql('select id, made_at, saved_at from drafts where partnership_id = $1', [s.p.id])
    const byRule = rows
      .filter((row) => {
        const kept = {
          begun: row.made_at,
          saved: row.saved_at,
          ofMeetingHeld: ids.get(row.id)!.ofMeetingHeld,
        }
        return standingOf(kept, dayOf(new Date())) !== 'forget'
      })
      .map((row) => row.id)
    await sql('select app.forget_old_drafts()')
    const left = await sql('select id from drafts where partnership_id = $1', [s.p.id])
    expect(left.map((row) => row.id).sort()).toEqual(byRule.sort())
    expect(left.length).toBeLessThan(rows.length)
  })
})

describe('Today', () => {
  test('lists one’s own drafts with the page to finish them on, and reminds after three days', async () => {
    const s = await stage()
    await drafted(s, 3, await meeting(s, { ago: 3, attendance: 'came' }))
    await drafted(s, 0, null)
    expect(await today(s.amira)).toMatchObject({
      ok: true,
      value: [
        { form: 'note', name: 'Sam Whitlow', standing: 'remind' },
        { standing: 'waits', page: `/care/people/${s.sam.personId}/story/note` },
      ],
    })
    expect(JSON.stringify(await today(s.amira))).not.toContain('bus')
    expect(await today(s.lead)).toMatchObject({ value: [] })
  })

  test('tells the team lead after seven days that a draft waits, whose and about whom, and no word of it', async () => {
    const s = await stage()
    await drafted(s, 6, await meeting(s, { ago: 6, attendance: 'came' }))
    expect(await forLead(s.lead)).toMatchObject({ value: [] })
    await drafted(s, 7, await meeting(s, { ago: 7, attendance: 'came' }))
    await drafted(s, 9)
    const told = await forLead(s.lead)
    expect(told).toMatchObject({
      value: [{ writer: s.amira.name, name: 'Sam Whitlow', personId: s.sam.personId }],
    })
    expect(told.ok && told.value).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain('bus')
  })

  test('tells nobody else: not a colleague, not the lead of another team', async () => {
    const s = await stage()
    await drafted(s, 9, await meeting(s, { ago: 9, attendance: 'came' }))
    const colleague = await s.p.worker('clinician', s.team, { name: 'Col League' })
    expect(await forLead(colleague)).toMatchObject({ value: [] })
    expect(await forLead(s.stranger)).toMatchObject({ value: [] })
  })
})
