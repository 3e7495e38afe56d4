import { expect } from 'vitest'
import { acceptHandover } from '@/db/handover/accept-handover'
import { inviteFacilitator } from '@/db/handover/invite-facilitator'
import { moveHandover } from '@/db/handover/move-handover'
import { prepareHandover } from '@/db/handover/prepare-handover'
import { startHandover } from '@/db/handover/start-handover'
import { recordSharing } from '@/db/sharing/record-sharing'
import { addDays, dayOf } from '@/lib/day'
import type { Result } from '@/lib/errors'
import { type Step, steps } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

export const today = dayOf(new Date())

/** A clinical team, a charity's team and a third organisation, with Sam at the first. */
export const partnership = async () => {
  const p = await Partnership.make()
  const ours = await p.team({ name: 'EWMHS' })
  const theirs = await p.team({ name: 'Positive Pathways', kind: 'community' })
  const third = await p.team({ name: 'Elsewhere' })
  const personId = await p.person({ born: '2008-05-14' })
  const people = {
    amira: await p.worker('clinician', ours, { name: 'Amira Hussain' }),
    ben: await p.worker('clinician', ours, { name: 'Ben Okafor' }),
    lena: await p.worker('team-lead', ours, { name: 'Lena Lead' }),
    jo: await p.worker('facilitator', theirs, { name: 'Jo Pereira' }),
    ravi: await p.worker('facilitator', theirs, { name: 'Ravi Shah' }),
    tess: await p.worker('team-lead', theirs, { name: 'Tess Lead' }),
    eve: await p.worker('clinician', third, { name: 'Eve Else' }),
  }
  const sam = await p.episode(ours, { personId, worker: people.amira })
  return { p, ours, theirs, third, personId, sam, ...people }
}
export type Stage = Awaited<ReturnType<typeof partnership>> & { handoverId: string }

export const won = <T>(answer: Result<T>): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}
export const why = <T>(answer: Result<T>): string =>
  answer.ok ? 'allowed' : 'because' in answer.failure ? answer.failure.because : answer.failure.kind

export const rowOf = async (handoverId: string) =>
  (await sql('select * from handovers where id = $1', [handoverId]))[0]!
export const at = async (s: Stage) => ({
  handoverId: s.handoverId,
  version: (await rowOf(s.handoverId)).version as number,
})
export const episodeOf = async (s: { sam: { id: string } }) =>
  (
    await sql('select team_id, named_worker_id, status, ended_how, version from episodes where id = $1', [
      s.sam.id,
    ])
  )[0]!

export const started = async (): Promise<Stage> => {
  const s = await partnership()
  const { handoverId } = won(
    await startHandover(
      s.amira.token,
      { personId: s.personId, toTeamId: s.theirs.id, returnContactId: s.ben.id },
      newId(),
    ),
  )
  return { ...s, handoverId }
}

export const share = async (s: Stage) =>
  won(
    await recordSharing(
      s.amira.token,
      {
        personId: s.personId,
        recipientTeamId: s.theirs.id,
        purpose: 'handover',
        wish: 'yes',
        basis: 'consent-16',
        from: today,
      },
      newId(),
    ),
  ).entryId

/** Everything written down; what is given here is written instead. */
export const prepared = async (s: Stage, words: Record<string, string> = {}, by: Worker = s.amira) =>
  prepareHandover(
    by.token,
    {
      ...(await at(s)),
      goalsReviewedOn: today,
      keepDoing: 'Tuesdays at the allotment.',
      watchFor: 'Not answering for two days.',
      meetingOn: addDays(today, 7),
      meetingAt: '14:00',
      ...words,
    },
    newId(),
  )

export const next = async (s: Stage, by: Worker, more: { words?: string; toldWayBack?: 'yes' } = {}) =>
  moveHandover(by.token, { ...(await at(s)), way: 'next', ...more }, newId())
export const back = async (s: Stage, by: Worker) =>
  moveHandover(by.token, { ...(await at(s)), way: 'back' }, newId())

export const invited = async (): Promise<Stage & { entryId: string }> => {
  const s = await started()
  const entryId = await share(s)
  won(await next(s, s.amira))
  won(await prepared(s))
  won(await inviteFacilitator(s.amira.token, { ...(await at(s)), workerId: s.jo.id }, newId()))
  return { ...s, entryId }
}

export const accepted = async () => {
  const s = await invited()
  won(await acceptHandover(s.jo.token, await at(s), newId()))
  return s
}

export const met = (s: Stage) =>
  sql(
    "update meetings set attendance = 'came', starts_at = now() - interval '1 day' where episode_id = $1 and also_staff_id = $2",
    [s.sam.id, s.jo.id],
  )

/** At a step, by the acts alone. */
export const standingAt = async (step: Exclude<Step, 'thinking' | 'getting-ready'>) => {
  const s = await accepted()
  won(await next(s, s.amira))
  if (step === 'meeting-together') return s
  await met(s)
  won(await prepared(s, { readyWords: 'im alright with jo', meetingOn: '', meetingAt: '' }, s.jo))
  for (const to of steps.slice(3, steps.indexOf(step) + 1))
    won(await next(s, s.jo, to === 'ended' ? { toldWayBack: 'yes', words: 'Sam knows where we are.' } : {}))
  expect((await rowOf(s.handoverId)).step).toBe(step)
  return s
}

/** One stretch without gap or overlap, and one who holds an open episode now. */
export const namedWorkersOf = async (episodeId: string) =>
  (
    await sql(
      `select array_agg(s.name order by lower(w.during)) as names, count(*) filter (where upper_inf(w.during))::int as now,
         (select count(*)::int from unnest(range_agg(w.during))) as stretches
       from named_workers w join staff s on s.id = w.staff_id where w.episode_id = $1`,
      [episodeId],
    )
  )[0]!
