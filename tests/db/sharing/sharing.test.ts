import { describe, expect, test } from 'vitest'
import { details } from '@/db/people/reads'
import { recordSharing } from '@/db/sharing/record-sharing'
import { withdrawSharing } from '@/db/sharing/withdraw-sharing'
import type { Step } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'

const stage = async (options: { born?: string } = {}) => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const ben = await p.worker('clinician', ours, { name: 'Ben Okafor' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const eve = await p.worker('clinician', await p.team({ name: 'Elsewhere' }), { name: 'Eve Else' })
  const personId = await p.person({ born: options.born ?? '2009-05-14' })
  const sam = await p.episode(ours, { personId, worker: amira })
  const entry = {
    personId,
    recipientTeamId: theirs.id,
    purpose: 'joint-work' as const,
    wish: 'yes' as const,
    wishWords: 'Jo can know about my goals,\nnot about home.',
    basis: 'consent-16' as const,
    from: '2026-03-10',
  }
  return { p, ours, theirs, amira, ben, jo, eve, sam, personId, entry }
}

const rows = (personId: string) =>
  sql('select * from sharing_entries where person_id = $1 order by made_at', [personId])
const notFound = { ok: false, failure: { kind: 'not-found' } }
const idOf = (answer: Awaited<ReturnType<typeof recordSharing>>) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value.entryId
}

describe('a sharing entry', () => {
  test('keeps the wish, word for word, apart from the lawful basis', async () => {
    const { amira, personId, entry } = await stage()
    const no = {
      ...entry,
      wish: 'no' as const,
      wishWords: 'Nobody at school.',
      basis: 'safeguarding' as const,
      basisWords: 'Told the school nurse for his safety. Sam was told why on 10 March.',
    }
    expect(await recordSharing(amira.token, no, newId())).toMatchObject({ ok: true })
    expect(await rows(personId)).toMatchObject([
      { wish: 'no', wish_words: 'Nobody at school.', basis: 'safeguarding', basis_words: no.basisWords },
    ])
  })

  test('brings the record within the other team’s reach while it stands, and only then', async () => {
    const { amira, jo, personId, entry } = await stage()
    expect(await details(jo.token, { personId })).toEqual(notFound)
    const entryId = idOf(await recordSharing(amira.token, entry, newId()))
    expect(await details(jo.token, { personId })).toMatchObject({ ok: true })
    await withdrawSharing(amira.token, { personId, entryId, words: 'Not any more.' }, newId())
    expect(await details(jo.token, { personId })).toEqual(notFound)
  })

  test('without a lawful basis it is a wish, and opens nothing', async () => {
    const { amira, jo, personId, entry } = await stage()
    expect(await recordSharing(amira.token, { ...entry, basis: '' }, newId())).toMatchObject({ ok: true })
    expect(await details(jo.token, { personId })).toEqual(notFound)
  })

  test('rule 85: at 15 a yes is no consent until somebody records that they can decide this very thing', async () => {
    const { amira, jo, personId, entry } = await stage({ born: '2011-05-14' })
    expect(await recordSharing(amira.token, entry, newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { basis: expect.stringContaining('under 16') } },
    })
    const gillick = { ...entry, basis: 'consent-gillick' as const }
    expect(await recordSharing(amira.token, gillick, newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { basisWords: expect.any(String) } },
    })
    const lastYear = {
      ...gillick,
      purpose: 'keep-informed' as const,
      basisWords: 'Explained it back, Amira, 2025.',
    }
    expect(await recordSharing(amira.token, lastYear, newId())).toMatchObject({ ok: true })
    expect(await recordSharing(amira.token, gillick, newId())).toMatchObject({ ok: false })
    expect(await details(jo.token, { personId })).toEqual(notFound)
  })

  test('rule 86: from 16 they decide, and a parent’s yes is shown but is no basis', async () => {
    const { amira, entry } = await stage()
    const parental = { ...entry, basis: 'consent-parental' as const, decidedBy: 'Kerry Whitlow' }
    expect(await recordSharing(amira.token, parental, newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { basis: 'They are 16 now and decide for themselves. Ask them.' } },
    })
    expect(await recordSharing(amira.token, entry, newId())).toMatchObject({ ok: true })
  })

  test('rule 87: once withdrawn, sharing stops at once and what was shared before stays in the log', async () => {
    const { amira, jo, personId, entry } = await stage()
    const entryId = idOf(await recordSharing(amira.token, entry, newId()))
    await details(jo.token, { personId })
    const words = 'I changed my mind.'
    expect(await withdrawSharing(amira.token, { personId, entryId, words }, newId())).toMatchObject({
      ok: true,
    })
    expect(await details(jo.token, { personId })).toEqual(notFound)
    expect(await rows(personId)).toMatchObject([{ wish: 'yes', withdrawn_words: 'I changed my mind.' }])
    expect(
      await sql(
        "select act, outcome from app.audit_log where staff_id = $1 and person_id = $2 and outcome = 'opened'",
        [jo.id, personId],
      ),
    ).toEqual([{ act: 'details', outcome: 'opened' }])
  })

  test('is withdrawn once: a second withdrawal is a conflict that shows the first one’s words', async () => {
    const { amira, ben, personId, entry } = await stage()
    const entryId = idOf(await recordSharing(amira.token, entry, newId()))
    await withdrawSharing(amira.token, { personId, entryId, words: 'Sam said stop.' }, newId())
    expect(await withdrawSharing(ben.token, { personId, entryId, words: 'Mine.' }, newId())).toMatchObject({
      failure: { kind: 'conflict', theirs: { words: 'Sam said stop.' } },
    })
  })

  test('another organisation can neither record nor withdraw one', async () => {
    const { amira, eve, personId, entry } = await stage()
    const entryId = idOf(await recordSharing(amira.token, entry, newId()))
    expect(await recordSharing(eve.token, entry, newId())).toEqual(notFound)
    expect(await withdrawSharing(eve.token, { personId, entryId, words: 'x' }, newId())).toEqual(notFound)
    expect(await rows(personId)).toMatchObject([{ withdrawn_at: null }])
  })
})

describe('withdrawing what an active hand-over rests on', () => {
  const handover = async (step: Step) => {
    const s = await stage()
    const entryId = idOf(await recordSharing(s.amira.token, { ...s.entry, purpose: 'handover' }, newId()))
    const id = newId()
    await sql(
      `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id,
         return_contact_id, step, sharing_entry_id, invited_at, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now(), now())`,
      [
        s.p.id,
        id,
        s.sam.id,
        s.personId,
        s.ours.id,
        s.theirs.id,
        s.amira.id,
        s.jo.id,
        s.ben.id,
        step,
        entryId,
      ],
    )
    if (step === 'facilitator-leads' || step === 'living-it')
      await sql('update episodes set team_id = $2, named_worker_id = $3 where id = $1', [
        s.sam.id,
        s.theirs.id,
        s.jo.id,
      ])
    return { ...s, entryId, handoverId: id }
  }
  const withdraw = (by: Worker, at: { personId: string; entryId: string }) =>
    withdrawSharing(
      by.token,
      { personId: at.personId, entryId: at.entryId, words: 'I do not want Mind to know.' },
      newId(),
    )
  const standing = async (at: { sam: { id: string }; handoverId: string }) => ({
    episode: (
      await sql('select team_id, named_worker_id, status from episodes where id = $1', [at.sam.id])
    )[0],
    handover: (await sql('select state, ended_at from handovers where id = $1', [at.handoverId]))[0],
    tasks: await sql('select for_staff_id, kind from tasks where episode_id = $1', [at.sam.id]),
  })

  test('returns the named worker to the sender’s return contact in one transaction, with a task', async () => {
    const at = await handover('facilitator-leads')
    expect(await withdraw(at.amira, at)).toMatchObject({
      ok: true,
      value: { handoverStopped: true, namedWorkerReturned: true, stillWithinReach: true },
    })
    expect(await standing(at)).toMatchObject({
      episode: { team_id: at.ours.id, named_worker_id: at.ben.id, status: 'open' },
      handover: { state: 'stopped', ended_at: expect.any(Date) },
      tasks: [{ for_staff_id: at.ben.id, kind: 'sharing-withdrawn' }],
    })
    expect(await details(at.jo.token, { personId: at.personId })).toEqual(notFound)
    // One transaction: the steps, the withdrawal and the new named worker carry the same transaction number.
    const numbers = await sql(
      `select xmin::text from handovers where id = $1 union select xmin::text from sharing_entries where id = $2
       union select xmin::text from episodes where id = $3 union select xmin::text from tasks where episode_id = $3
       union select xmin::text from handover_steps where handover_id = $1`,
      [at.handoverId, at.entryId, at.sam.id],
    )
    expect(numbers).toHaveLength(1)
    const [history] = await sql(
      'select count(*)::int as n, (select count(*)::int from unnest(range_agg(during))) as stretches from named_workers where episode_id = $1',
      [at.sam.id],
    )
    expect(history).toEqual({ n: 3, stretches: 1 })
  })

  test('may be done by the receiving worker, who loses the record with it', async () => {
    const at = await handover('living-it')
    expect(await withdraw(at.jo, at)).toMatchObject({
      ok: true,
      value: { namedWorkerReturned: true, stillWithinReach: false },
    })
    expect(await standing(at)).toMatchObject({
      episode: { team_id: at.ours.id, named_worker_id: at.ben.id },
      handover: { state: 'stopped' },
    })
    expect(await details(at.jo.token, { personId: at.personId })).toEqual(notFound)
  })

  test('before the receiving worker leads, the named worker simply stays', async () => {
    const at = await handover('meeting-together')
    expect(await withdraw(at.amira, at)).toMatchObject({
      value: { handoverStopped: true, namedWorkerReturned: false },
    })
    expect(await standing(at)).toMatchObject({
      episode: { team_id: at.ours.id, named_worker_id: at.amira.id },
      handover: { state: 'stopped' },
      tasks: [{ for_staff_id: at.ben.id }],
    })
  })

  test('when the return contact has left, whoever handed over takes the place, or else the duty person', async () => {
    for (const gone of [1, 2]) {
      const at = await handover('facilitator-leads')
      const left = [at.ben.id, at.amira.id].slice(0, gone)
      await sql("update staff set status = 'left' where id = any($1)", [left])
      await withdraw(at.jo, at)
      const [team] = await sql('select duty_staff_id from teams where id = $1', [at.ours.id])
      const expected = gone === 1 ? at.amira.id : team!.duty_staff_id
      expect((await standing(at)).episode).toMatchObject({ named_worker_id: expected })
      expect((await standing(at)).tasks).toMatchObject([{ for_staff_id: expected }])
    }
  })

  test('cancels the meetings that both workers were to hold', async () => {
    const at = await handover('meeting-together')
    await sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, also_staff_id, starts_at, by_staff_id)
       values ($1, $2, $3, $4, $5, $6, now() + interval '3 days', $5)`,
      [at.p.id, newId(), at.sam.id, at.personId, at.amira.id, at.jo.id],
    )
    await withdraw(at.amira, at)
    expect(
      await sql('select cancelled_at is not null as cancelled from meetings where episode_id = $1', [
        at.sam.id,
      ]),
    ).toEqual([{ cancelled: true }])
  })

  test('hazard 26: stops every hand-over that rests on it, also one that whoever withdraws cannot see', async () => {
    const at = await handover('meeting-together')
    // Sam is helped by a third organisation too, and it hands over to the same team; nobody else may see that.
    const third = await at.p.team({ name: 'Third' })
    const mia = await at.p.worker('clinician', third, { name: 'Mia Third' })
    const other = await at.p.episode(third, { personId: at.personId, worker: mia })
    const handoverId = newId()
    await sql(
      `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id,
         return_contact_id, step, invited_at, accepted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 'facilitator-leads', now(), now())`,
      [at.p.id, handoverId, other.id, at.personId, third.id, at.theirs.id, mia.id, at.jo.id],
    )
    await sql('update episodes set team_id = $2, named_worker_id = $3 where id = $1', [
      other.id,
      at.theirs.id,
      at.jo.id,
    ])
    await sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, by_staff_id)
       values ($1, $2, $3, $4, $5, now() + interval '3 days', $5)`,
      [at.p.id, newId(), other.id, at.personId, at.jo.id],
    )
    const ourHandover = await standing(at)
    expect(ourHandover.handover).toMatchObject({ state: 'active' })
    // What they learn is about their own hand-over: the worker beside Sam there did not change.
    expect(await withdraw(at.amira, at)).toMatchObject({
      ok: true,
      value: { handoverStopped: true, namedWorkerReturned: false, stillWithinReach: true },
    })
    expect((await standing(at)).handover).toMatchObject({ state: 'stopped' })
    expect(await standing({ sam: other, handoverId })).toMatchObject({
      episode: { team_id: third.id, named_worker_id: mia.id, status: 'open' },
      handover: { state: 'stopped' },
      tasks: [{ for_staff_id: mia.id, kind: 'sharing-withdrawn' }],
    })
    expect(
      await sql('select cancelled_at is not null as cancelled from meetings where episode_id = $1', [
        other.id,
      ]),
    ).toEqual([{ cancelled: true }])
    expect(await details(at.jo.token, { personId: at.personId })).toEqual(notFound)
  })

  test('the database does it for nobody else: not out of reach, not for another’s named worker, not leaving one out', async () => {
    const at = await handover('facilitator-leads')
    const asked = async (who: Worker, text: string, values: unknown[]) => {
      const app = asRole('app')
      const client = await app.connect()
      try {
        await client.query('begin')
        await client.query("select set_config('app.session', $1, true)", [who.token])
        return (await client.query(text, values)).rows
      } catch (error) {
        return (error as Error).message
      } finally {
        await client.query('rollback')
        client.release()
        await app.end()
      }
    }
    const resting = 'select id from app.resting_handovers($1)'
    const stop = 'select app.withdraw_sharing($1, $2, $3) as stopped'
    const stops = (takes_back: string) =>
      JSON.stringify([{ id: at.handoverId, takes_back, returned: true, step_words: 'x', task_words: 'x' }])
    expect(await asked(at.amira, resting, [at.entryId])).toEqual([{ id: at.handoverId }])
    expect(await asked(at.eve, resting, [at.entryId])).toEqual([])
    expect(await asked(at.eve, stop, [at.entryId, 'x', stops(at.ben.id)])).toEqual([{ stopped: null }])
    expect(await asked(at.amira, stop, [at.entryId, 'x', stops(at.eve.id)])).toMatch(
      /nobody who takes them back/,
    )
    expect(await asked(at.amira, stop, [at.entryId, 'x', '[]'])).toMatch(/nobody who takes them back/)
    expect(await asked(at.amira, stop, [at.entryId, 'x', stops(at.ben.id)])).toEqual([{ stopped: 1 }])
  })

  test('two withdrawals at once: one stands, the other is told, and the named worker returns once', async () => {
    const at = await handover('facilitator-leads')
    const answers = await Promise.all([withdraw(at.amira, at), withdraw(at.ben, at)])
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(answers.find((a) => !a.ok)).toMatchObject({ failure: { kind: 'conflict' } })
    expect((await standing(at)).tasks).toHaveLength(1)
  })
})
