import { describe, expect, test } from 'vitest'
import { acceptHandover } from '@/db/handover/accept-handover'
import { declineHandover } from '@/db/handover/decline-handover'
import { inviteFacilitator } from '@/db/handover/invite-facilitator'
import { moveHandover } from '@/db/handover/move-handover'
import { handoverBoard, handoverForm, handoverOfPerson } from '@/db/handover/reads'
import { startHandover } from '@/db/handover/start-handover'
import { stopHandover } from '@/db/handover/stop-handover'
import { overview } from '@/db/people/overview'
import { withdrawSharing } from '@/db/sharing/withdraw-sharing'
import { addDays, addMonths } from '@/lib/day'
import { stepTable } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import { sql } from '../../build/sql'
import {
  accepted,
  at,
  back,
  episodeOf,
  invited,
  met,
  namedWorkersOf,
  next,
  partnership,
  prepared,
  rowOf,
  share,
  standingAt,
  started,
  today,
  why,
  won,
} from './stage'

const notFound = { ok: false, failure: { kind: 'not-found' } }

describe('starting', () => {
  const form = (s: Awaited<ReturnType<typeof partnership>>) => ({
    personId: s.personId,
    toTeamId: s.theirs.id,
    returnContactId: s.ben.id,
  })

  test('is for the named worker or a team lead, and never for a colleague or another organisation', async () => {
    const s = await partnership()
    expect(why(await startHandover(s.ben.token, form(s), newId()))).toBe(
      'Only their named worker or a team lead of EWMHS can start a hand-over.',
    )
    expect(await startHandover(s.eve.token, form(s), newId())).toEqual(notFound)
    expect(await startHandover(s.lena.token, form(s), newId())).toMatchObject({ ok: true })
    expect(
      await sql('select step, sending_worker_id from handovers where episode_id = $1', [s.sam.id]),
    ).toEqual([{ step: 'thinking', sending_worker_id: s.amira.id }])
  })

  test('names who takes them back, from the sending team', async () => {
    const s = await partnership()
    expect(
      await startHandover(s.amira.token, { ...form(s), returnContactId: s.jo.id }, newId()),
    ).toMatchObject({ failure: { fields: { returnContactId: 'Choose someone who works in EWMHS now.' } } })
    expect(await startHandover(s.amira.token, { ...form(s), returnContactId: '' }, newId())).toMatchObject({
      failure: { kind: 'invalid' },
    })
  })

  test('goes to another team of the partnership, not to one’s own or to one outside', async () => {
    const [s, elsewhere] = [await partnership(), await partnership()]
    for (const toTeamId of [s.ours.id, elsewhere.theirs.id, newId()])
      expect(await startHandover(s.amira.token, { ...form(s), toTeamId }, newId())).toMatchObject({
        failure: { fields: { toTeamId: 'Choose another team of the partnership.' } },
      })
  })

  test('two at once make one hand-over', async () => {
    const s = await partnership()
    const answers = await Promise.all(
      [s.amira, s.lena].map((by) => startHandover(by.token, form(s), newId())),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(why(answers.find((answer) => !answer.ok)!)).toContain('under way already')
  })

  test('waits for an accepted referral', async () => {
    const s = await partnership()
    const waiting = await s.p.episode(s.ours)
    expect(
      why(await startHandover(s.amira.token, { ...form(s), personId: waiting.personId }, newId())),
    ).toContain('Only someone whose referral is accepted')
  })
})

describe('each step, and each refusal', () => {
  test('thinking → getting ready: only for the sending side, and only while someone takes them back', async () => {
    const s = await started()
    expect(why(await next(s, s.ben))).toBe('Only the sending worker or a team lead can take this step.')
    expect(await next(s, s.jo)).toEqual(notFound)
    expect(why(await back(s, s.amira))).toBe(
      'This is the first step. Stop the hand-over if it is not wanted.',
    )
    await sql("update staff set status = 'left' where id = $1", [s.ben.id])
    expect(why(await next(s, s.amira))).toBe(
      'Cannot move on yet. Name who takes them back if they change their mind.',
    )
    await sql("update staff set status = 'active' where id = $1", [s.ben.id])
    expect(won(await next(s, s.lena))).toMatchObject({ step: 'getting-ready' })
  })

  test('getting ready → meeting together: says everything that is missing, one thing less each time', async () => {
    const s = await started()
    won(await next(s, s.amira))
    const refusal = why(await next(s, s.amira))
    for (const sentence of [
      'Record their wish about sharing, and the lawful basis, for the receiving team.',
      'Go through their goals together.',
      'Write what to keep doing and what to watch for.',
      'Invite the receiving worker.',
      'Wait until the receiving worker accepts.',
      'Book the first meeting together.',
    ])
      expect(refusal).toContain(sentence)
    await share(s)
    expect(why(await next(s, s.amira))).not.toContain('lawful basis')
    won(await prepared(s))
    expect(why(await next(s, s.amira))).toBe(
      'Cannot move on yet. Invite the receiving worker. Wait until the receiving worker accepts.',
    )
    won(await inviteFacilitator(s.amira.token, { ...(await at(s)), workerId: s.jo.id }, newId()))
    expect(why(await next(s, s.jo))).toBe('Cannot move on yet. Wait until the receiving worker accepts.')
    won(await acceptHandover(s.jo.token, await at(s), newId()))
    expect(won(await next(s, s.jo))).toMatchObject({ step: 'meeting-together' })
    expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id, named_worker_id: s.amira.id })
  })

  test('meeting together → receiving worker leads: after they met, all three, and the young person is ready in their words', async () => {
    const s = await standingAt('meeting-together')
    expect(why(await next(s, s.amira))).toBe(
      'Cannot move on yet. Meet together once, all three. Ask the young person if they are ready, and write it in their words.',
    )
    await met(s)
    expect(why(await next(s, s.amira))).toContain('in their words')
    won(await prepared(s, { readyWords: 'im alright with jo' }))
    expect(why(await next(s, s.ravi))).toContain(
      'Only the sending worker, the receiving worker or a team lead',
    )
    expect(won(await next(s, s.tess))).toMatchObject({ step: 'facilitator-leads' })
    expect(await episodeOf(s)).toMatchObject({
      team_id: s.theirs.id,
      named_worker_id: s.jo.id,
      status: 'open',
    })
    expect(await namedWorkersOf(s.sam.id)).toEqual({
      names: ['Amira Hussain', 'Jo Pereira'],
      now: 1,
      stretches: 1,
    })
  })

  test('the receiving worker never leads when they have left their team', async () => {
    const s = await standingAt('meeting-together')
    await met(s)
    won(await prepared(s, { readyWords: 'ok' }))
    await sql("update staff set status = 'left' where id = $1", [s.jo.id])
    expect(why(await next(s, s.amira))).toContain('Jo Pereira no longer works in Positive Pathways')
    expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id, named_worker_id: s.amira.id })
  })

  test('receiving worker leads → living it → ended, by the receiving side, once the way back was told', async () => {
    const s = await standingAt('facilitator-leads')
    expect(won(await next(s, s.amira))).toMatchObject({ step: 'living-it' })
    for (const by of [s.amira, s.lena])
      expect(why(await next(s, by))).toBe('Only the receiving worker or a team lead can take this step.')
    expect(why(await next(s, s.jo))).toBe('Cannot move on yet. Tell them how to come back and until when.')
    expect(await next(s, s.jo, { toldWayBack: 'yes' })).toMatchObject({
      failure: { fields: { words: 'Write what was agreed for the time after.' } },
    })
    expect(won(await next(s, s.jo, { toldWayBack: 'yes', words: 'Sam has the allotment.' }))).toMatchObject({
      step: 'ended',
    })
    expect(await episodeOf(s)).toMatchObject({ status: 'ended', ended_how: 'planned', named_worker_id: null })
    expect(await namedWorkersOf(s.sam.id)).toMatchObject({ now: 0, stretches: 1 })
    const [row] = await sql('select state, step, come_back_until from handovers where id = $1', [
      s.handoverId,
    ])
    expect(row).toMatchObject({ state: 'ended', step: 'ended', come_back_until: addMonths(today, 12) })
    expect(why(await next(s, s.jo))).toBe('This hand-over has ended. They can still come back.')
    expect(why(await back(s, s.jo))).toBe('This hand-over has ended. They can still come back.')
  })

  test('a step back goes through the same table, and the sending worker is the named worker again', async () => {
    const s = await standingAt('living-it')
    expect(why(await back(s, s.amira))).toBe(
      'Only the receiving worker or a team lead can step back from here.',
    )
    expect(won(await back(s, s.jo))).toMatchObject({ step: 'facilitator-leads' })
    expect(await episodeOf(s)).toMatchObject({ named_worker_id: s.jo.id })
    expect(won(await back(s, s.amira))).toMatchObject({ step: 'meeting-together' })
    expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id, named_worker_id: s.amira.id })
    expect(won(await back(s, s.jo))).toMatchObject({ step: 'getting-ready' })
    expect(why(await back(s, s.jo))).toBe('Only the sending worker or a team lead can step back from here.')
    expect(won(await back(s, s.amira))).toMatchObject({ step: 'thinking' })
    expect(await namedWorkersOf(s.sam.id)).toEqual({
      names: ['Amira Hussain', 'Jo Pereira', 'Amira Hussain'],
      now: 1,
      stretches: 1,
    })
    // The invitation went with it: the other team sees nothing any more.
    expect(await overview(s.jo.token, { personId: s.personId })).toEqual(notFound)
  })

  test('when the sending worker has left, a step back puts the return contact in their place', async () => {
    const s = await standingAt('facilitator-leads')
    await sql("update staff set status = 'left' where id = $1", [s.amira.id])
    won(await back(s, s.jo))
    expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id, named_worker_id: s.ben.id })
    expect((await rowOf(s.handoverId)).sending_worker_id).toBe(s.ben.id)
  })

  test('every row of the table was walked forwards, and every one that allows it backwards', () => {
    // The claims above name them one by one; a new row would have to be added to them.
    expect(Object.entries(stepTable).map(([step, { next, back }]) => [step, next, back])).toEqual([
      ['thinking', 'getting-ready', null],
      ['getting-ready', 'meeting-together', 'thinking'],
      ['meeting-together', 'facilitator-leads', 'getting-ready'],
      ['facilitator-leads', 'living-it', 'meeting-together'],
      ['living-it', 'ended', 'facilitator-leads'],
      ['ended', null, null],
    ])
  })

  test('each step is in the story, with who took it, and each change in the audit without anybody’s words', async () => {
    const s = await standingAt('facilitator-leads')
    expect(
      (
        await sql(
          'select what, by_staff_id from handover_steps where handover_id = $1 order by made_at, id',
          [s.handoverId],
        )
      ).map((row) => row.what),
    ).toEqual([
      'started',
      'getting-ready',
      'invited',
      'accepted',
      'meeting-together',
      'ready',
      'facilitator-leads',
    ])
    await expect(
      sql("update handover_steps set words = 'x' where handover_id = $1", [s.handoverId]),
    ).rejects.toThrow(/append-only/)
    const audit = await sql(
      "select act, detail from app.audit_log where person_id = $1 and outcome = 'done'",
      [s.personId],
    )
    expect(audit.map((row) => row.act)).toEqual(
      expect.arrayContaining(['startHandover', 'inviteFacilitator', 'acceptHandover', 'moveHandover']),
    )
    expect(JSON.stringify(audit)).not.toContain('alright')
  })
})

describe('inviting', () => {
  test('needs the lawful basis, and the wish alone is none', async () => {
    const s = await started()
    won(await next(s, s.amira))
    won(await prepared(s))
    expect(why(await inviteFacilitator(s.amira.token, await at(s), newId()))).toContain('lawful basis')
    const entryId = await share(s)
    await withdrawSharing(s.amira.token, { personId: s.personId, entryId, words: 'Not now.' }, newId())
    expect(why(await inviteFacilitator(s.amira.token, await at(s), newId()))).toContain('lawful basis')
  })

  test('reaches a worker of the receiving team, or its duty person when nobody is chosen', async () => {
    const s = await started()
    await share(s)
    won(await next(s, s.amira))
    won(await prepared(s))
    for (const workerId of [s.eve.id, s.ben.id])
      expect(await inviteFacilitator(s.amira.token, { ...(await at(s)), workerId }, newId())).toMatchObject({
        failure: { fields: { workerId: 'Choose someone who works in Positive Pathways now.' } },
      })
    expect(why(await inviteFacilitator(s.ben.token, await at(s), newId()))).toContain('can invite')
    expect(won(await inviteFacilitator(s.amira.token, await at(s), newId()))).toMatchObject({
      invited: 'Dee Duty',
    })
    expect(why(await inviteFacilitator(s.amira.token, await at(s), newId()))).toBe(
      'The receiving worker is already invited.',
    )
  })

  test('opens the record to the receiving team from that moment, and to no third organisation ever', async () => {
    const s = await started()
    await share(s)
    won(await next(s, s.amira))
    won(await prepared(s))
    const look = async () =>
      Promise.all(
        [s.jo, s.tess, s.eve].map(async (by) => [
          (await overview(by.token, { personId: s.personId })).ok,
          (await handoverForm(by.token, { handoverId: s.handoverId })).ok,
        ]),
      )
    const [open, shut] = [
      [true, true],
      [false, false],
    ]
    expect(await look()).toEqual([shut, shut, shut])
    won(await inviteFacilitator(s.amira.token, { ...(await at(s)), workerId: s.jo.id }, newId()))
    expect(await look()).toEqual([open, open, shut])
    expect(won(await handoverBoard(s.jo.token, undefined)).invitations).toMatchObject([{ id: s.handoverId }])
    expect(won(await handoverBoard(s.eve.token, undefined)).columns.map((column) => column.count)).toEqual([
      0, 0, 0, 0, 0, 0,
    ])
    won(await stopHandover(s.amira.token, { ...(await at(s)), words: 'Sam wants to wait.' }, newId()))
    expect(await look()).toEqual([shut, shut, shut])
  })
})

describe('the answer', () => {
  test('is given by who was invited or their team lead, never by the sending side', async () => {
    const s = await invited()
    for (const by of [s.amira, s.lena, s.ravi])
      expect(why(await acceptHandover(by.token, await at(s), newId()))).toBe(
        'Only the receiving worker or their team lead can accept.',
      )
    expect(await acceptHandover(s.eve.token, await at(s), newId())).toEqual(notFound)
    expect(await acceptHandover(s.tess.token, await at(s), newId())).toMatchObject({ ok: true })
    expect(await rowOf(s.handoverId)).toMatchObject({ receiving_worker_id: s.jo.id })
  })

  test('yes puts both names on the record, keeps the sending worker named, and makes the offered time a meeting of both', async () => {
    const s = await accepted()
    const { identity } = won(await overview(s.jo.token, { personId: s.personId }))
    expect([identity.namedWorker?.name, identity.alsoBeside?.name]).toEqual(['Amira Hussain', 'Jo Pereira'])
    expect(
      await sql('select with_staff_id, also_staff_id from meetings where episode_id = $1', [s.sam.id]),
    ).toEqual([{ with_staff_id: s.amira.id, also_staff_id: s.jo.id }])
    expect(why(await acceptHandover(s.jo.token, await at(s), newId()))).toBe(
      'This hand-over is already accepted.',
    )
  })

  test('no needs a reason, leaves everything with the sending worker who is told, and closes the record again', async () => {
    const s = await invited()
    expect(await declineHandover(s.jo.token, { ...(await at(s)), words: ' ' }, newId())).toMatchObject({
      failure: { fields: { words: 'Say why, so that they can plan something else.' } },
    })
    expect(why(await declineHandover(s.amira.token, { ...(await at(s)), words: 'x' }, newId()))).toContain(
      'Only the receiving worker or their team lead',
    )
    won(await declineHandover(s.jo.token, { ...(await at(s)), words: 'No places until May.' }, newId()))
    expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id, named_worker_id: s.amira.id })
    expect(await overview(s.jo.token, { personId: s.personId })).toEqual(notFound)
    const page = won(await handoverOfPerson(s.amira.token, { personId: s.personId }))
    expect(page.current).toBeNull()
    expect(page.earlier).toMatchObject([{ because: 'No places until May.', state: { state: 'declined' } }])
    expect(await sql('select for_staff_id, kind from tasks where episode_id = $1', [s.sam.id])).toEqual([
      { for_staff_id: s.amira.id, kind: 'handover-declined' },
    ])
    expect(why(await next(s, s.amira))).toBe('This hand-over was declined. Start a new one.')
    // Another may be started at once.
    expect(
      await startHandover(
        s.amira.token,
        { personId: s.personId, toTeamId: s.third.id, returnContactId: s.amira.id },
        newId(),
      ),
    ).toMatchObject({ ok: true })
  })

  test('is refused once sharing was withdrawn', async () => {
    const s = await invited()
    await withdrawSharing(
      s.amira.token,
      { personId: s.personId, entryId: s.entryId, words: 'Not any more.' },
      newId(),
    )
    expect(await rowOf(s.handoverId)).toMatchObject({ state: 'stopped' })
    expect(await acceptHandover(s.jo.token, await at(s), newId())).toEqual(notFound)
  })
})

describe('stopping', () => {
  test('is for the sending side, with a reason, before the receiving worker leads', async () => {
    const s = await standingAt('meeting-together')
    expect(await stopHandover(s.amira.token, { ...(await at(s)), words: '' }, newId())).toMatchObject({
      failure: { fields: { words: 'Say why the hand-over stops.' } },
    })
    for (const by of [s.jo, s.tess, s.ben])
      expect(why(await stopHandover(by.token, { ...(await at(s)), words: 'x' }, newId()))).toContain(
        'can stop a hand-over',
      )
    won(await stopHandover(s.amira.token, { ...(await at(s)), words: 'Sam wants to stay.' }, newId()))
    expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id, named_worker_id: s.amira.id })
    expect(
      await sql('select 1 from meetings where episode_id = $1 and cancelled_at is null', [s.sam.id]),
    ).toEqual([])
    expect(why(await next(s, s.amira))).toBe('This hand-over was stopped. Start a new one.')
    expect(won(await handoverBoard(s.amira.token, undefined)).over).toMatchObject([
      { because: 'Sam wants to stay.', state: { state: 'stopped' } },
    ])
  })

  test('is no way out afterwards: one steps back or they come back', async () => {
    const s = await standingAt('facilitator-leads')
    expect(why(await stopHandover(s.amira.token, { ...(await at(s)), words: 'x' }, newId()))).toBe(
      'The receiving worker leads now. Step back first, or bring the young person back.',
    )
  })
})

test('preparing is shared once accepted, keeps earlier words of readiness, and takes no day in the future', async () => {
  const s = await invited()
  expect(why(await prepared(s, {}, s.jo))).toBe('Accept the hand-over first. Then you prepare it together.')
  expect(why(await prepared(s, {}, s.ben))).toContain('can change this')
  won(await acceptHandover(s.jo.token, await at(s), newId()))
  won(await prepared(s, { readyWords: 'not sure' }, s.jo))
  won(await prepared(s, { readyWords: 'im alright with jo' }))
  expect(
    (
      await sql(
        "select words from handover_steps where handover_id = $1 and what = 'ready' order by made_at",
        [s.handoverId],
      )
    ).map((row) => row.words),
  ).toEqual(['not sure', 'im alright with jo'])
  expect(await prepared(s, { goalsReviewedOn: addDays(today, 1) })).toMatchObject({
    failure: { kind: 'invalid' },
  })
})

test('a stale form is a conflict that says where the hand-over is now, and overwrites nothing', async () => {
  const s = await accepted()
  const stale = await at(s)
  won(await prepared(s, { keepDoing: 'Theirs.' }, s.jo))
  for (const answer of [
    await moveHandover(s.amira.token, { ...stale, way: 'next' }, newId()),
    await stopHandover(s.amira.token, { ...stale, words: 'x' }, newId()),
  ])
    expect(answer).toMatchObject({
      failure: {
        kind: 'conflict',
        because: expect.stringContaining('Getting ready, accepted by Jo Pereira'),
        theirs: { keepDoing: 'Theirs.', version: String(stale.version + 1) },
      },
    })
  expect(await rowOf(s.handoverId)).toMatchObject({ step: 'getting-ready', state: 'active' })
})
