import { describe, expect, test } from 'vitest'
import { readPlan } from '@/db/plans/reads'
import { shareLine } from '@/db/plans/share-line'
import { stopSharingLine } from '@/db/plans/stop-sharing-line'
import { writePlan } from '@/db/plans/write-plan'
import { newId } from '@/lib/id'
import { recipientKey } from '@/lib/plans/sharing'
import { Partnership } from '../../build/partnership'
import { planProposal, planVersion } from '../../build/plans'
import { asRole, sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const [amira, jo] = [
    await p.worker('clinician', team),
    await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }), { name: 'Jo Pereira' }),
  ]
  const episode = await p.episode(team, { worker: amira })
  const { personId } = episode
  const lineId = await planVersion(episode, amira)
  const relationshipId = newId()
  await sql(
    "insert into relationships (partnership_id, id, person_id, name, relation) values ($1, $2, $3, 'Kerry', 'mother')",
    [p.id, relationshipId, personId],
  )
  const kerry = recipientKey({ kind: 'relationship', id: relationshipId })
  const share = (more: object = {}, by = amira) =>
    shareLine(
      by.token,
      { personId, kind: 'wellbeing', lineId, with: kerry, theyAskedFor: 'yes', ...more } as never,
      newId(),
    )
  const shared = async () => {
    const result = await readPlan(amira.token, { personId, kind: 'wellbeing' })
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value.shares
  }
  return { p, amira, jo, episode, personId, lineId, relationshipId, kerry, share, shared }
}

describe('a line of a plan', () => {
  test('is shared with a named person from the moment the young person says so, and with nobody before', async () => {
    const { share, shared, lineId, relationshipId } = await stage()
    expect(await shared()).toEqual([])
    expect((await share()).ok).toBe(true)
    expect(await shared()).toMatchObject([
      { lineId, name: 'Kerry', with: { kind: 'relationship', id: relationshipId }, by: 'Amira Hussain' },
    ])
  })

  test('may be shared with a worker, a team or an organisation by name', async () => {
    const { p, jo, share, shared } = await stage()
    const school = await p.organisation('Northfield School', 'charity')
    const [mind] = await sql<{ id: string }>(
      "select id from teams where partnership_id = $1 and name = 'Mind'",
      [p.id],
    )
    for (const [kind, id] of [
      ['staff', jo.id],
      ['team', mind!.id],
      ['organisation', school],
    ] as const)
      expect((await share({ with: recipientKey({ kind, id }) })).ok, kind).toBe(true)
    expect((await shared()).map((one) => one.name)).toEqual(['Jo Pereira', 'Mind', 'Northfield School'])
  })

  test('stops being shared when somebody says so, once, and that it was stays in the record', async () => {
    const { amira, personId, share, shared } = await stage()
    await share()
    const [one] = await shared()
    expect((await stopSharingLine(amira.token, { personId, shareId: one!.id }, newId())).ok).toBe(true)
    expect(await shared()).toEqual([])
    expect(await stopSharingLine(amira.token, { personId, shareId: one!.id }, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await sql('select withdrawn_by from plan_line_shares where id = $1', [one!.id])).toEqual([
      { withdrawn_by: amira.id },
    ])
    await expect(sql('delete from plan_line_shares where id = $1', [one!.id])).rejects.toThrow('append-only')
    await expect(
      sql('update plan_line_shares set withdrawn_at = null, withdrawn_by = null where id = $1', [one!.id]),
    ).rejects.toThrow('taken back once')
    expect((await share()).ok).toBe(true)
  })

  test('written differently is another line, shared with nobody', async () => {
    const { amira, personId, share, shared, lineId } = await stage()
    await share()
    const written = await writePlan(
      amira.token,
      {
        personId,
        kind: 'wellbeing',
        version: 1,
        keepsWell: 'A walk before bed, past Ravi’s',
        wasThere: 'yes',
      },
      newId(),
    )
    expect(written.ok).toBe(true)
    const [one] = await shared()
    const [now] = await sql<{ sections: { keepsWell: { id: string }[] } }>(
      'select sections from plan_versions where person_id = $1 and number = 2',
      [personId],
    )
    expect(one?.lineId).toBe(lineId)
    expect(now?.sections.keepsWell.map((line) => line.id)).not.toContain(lineId)
  })
})

describe('bad input', () => {
  test('no line, a line of somebody else, nobody, a stranger, or no word of theirs shares nothing', async () => {
    const { p, amira, share, shared } = await stage()
    const other = await p.episode(await p.team({ name: 'Third' }), { worker: amira })
    const theirs = await planVersion(other, amira)
    const invalid = { ok: false, failure: { kind: 'invalid' } }
    expect(await share({ lineId: undefined })).toMatchObject(invalid)
    expect(await share({ lineId: theirs })).toMatchObject(invalid)
    expect(await share({ lineId: newId() })).toMatchObject(invalid)
    expect(await share({ with: '' })).toMatchObject(invalid)
    expect(await share({ with: recipientKey({ kind: 'relationship', id: newId() }) })).toMatchObject(invalid)
    expect(await share({ theyAskedFor: undefined })).toMatchObject(invalid)
    expect(await shared()).toEqual([])
  })

  test('the same line twice with the same person is one sharing, also at the same moment', async () => {
    const { share, shared } = await stage()
    await Promise.all([share(), share(), share()])
    expect(await shared()).toHaveLength(1)
    expect(await share()).toMatchObject({ failure: { kind: 'refused' } })
  })

  test('another organisation learns nothing but "not found"', async () => {
    const { jo, share } = await stage()
    expect(await share({}, jo)).toEqual({ ok: false, failure: { kind: 'not-found' } })
  })
})

test('a young person’s own account finds their plan and nobody else’s, and a parent’s finds none, even by direct SQL', async () => {
  const { p, amira, episode, personId, relationshipId, share } = await stage()
  await share()
  await planProposal(episode, amira)
  const other = await p.episode(await p.team({ name: 'Third' }), { worker: amira })
  await planVersion(other, amira)
  const rows = async (token: string) => {
    const pool = asRole('app')
    const client = await pool.connect()
    await client.query('begin')
    await client.query("select set_config('app.session', $1, true)", [token])
    const counts = []
    for (const table of ['plan_versions', 'plan_proposals', 'plan_line_shares'])
      counts.push((await client.query(`select 1 from ${table}`)).rowCount)
    await client.query('rollback')
    client.release()
    await pool.end()
    return counts
  }
  expect(await rows((await p.ownAccount(personId)).token)).toEqual([1, 1, 1])
  expect(await rows((await p.ownAccount(personId, { relationshipId })).token)).toEqual([0, 0, 0])
})
