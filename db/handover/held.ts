import type { QueryResultRow } from 'pg'
import type { Ctx } from '@/db/door'
import { type Day, dayOf, daysBetween, inWords, timeInWords } from '@/lib/day'
import { conflict, notFound, refused } from '@/lib/errors'
import { isRefused, type Refused } from '@/lib/handover/moves'
import { type HandoverState, type Mover, moverOf, type Step, stepInWords } from '@/lib/handover/steps'
import { isId } from '@/lib/id'
import { fullName, shownName } from '@/lib/people/names'
import { mayShare, type StandingEntry } from '@/lib/sharing/sharing'

/** One end of a hand-over, with the person who stands there. */
export type End = {
  teamId: string
  team: string
  organisation: string
  /** 'clinician' or 'facilitator', by the kind of team. */
  job: string
  worker: { id: string; name: string } | null
}

/** A hand-over as the record holds it now. */
export type Handover = {
  id: string
  version: number
  personId: string
  episodeId: string
  name: string
  knownAs: string
  born: Day
  from: End & { worker: { id: string; name: string } }
  to: End
  returnContact: { id: string; name: string }
  /** Who holds the episode; null once it has ended. */
  namedWorkerId: string | null
  stepSince: Date
  goalsReviewedOn: Day | null
  keepDoing: string
  watchFor: string
  readyWords: string
  readyOn: Day | null
  proposedMeeting: Date | null
  invitedAt: Date | null
  acceptedAt: Date | null
  /** Why it was declined or stopped. */
  because: string
  overOn: Day | null
  /** The entry it may rest on, or why there is none in force. */
  basis: { may: true; entryId: string } | { may: false; because: string }
  jointMeeting: { id: string; at: Date; held: boolean } | null
  nextMeeting: Date | null
  /** The last day somebody was in touch, as the story says: a meeting they came to or a note. */
  lastHeard: Day
  /** What the rules of lib/handover/steps need. */
  state: HandoverState
}

/** Everything about hand-overs that a page or a rule needs; `h` are the hand-overs of whoever asks. */
export const handoverText = `
  select h.id, h.version, h.person_id, h.episode_id, h.step, h.state, h.step_since, h.goals_reviewed_on, h.keep_doing, h.watch_for,
    h.ready_words, h.first_joint_meeting_at, h.invited_at, h.accepted_at, h.declined_at, h.ended_at, h.come_back_until,
    h.because_words, h.declined_words, h.from_team_id, h.to_team_id, h.sending_worker_id, h.receiving_worker_id, h.return_contact_id,
    p.given_name, p.family_name, p.known_as, p.born, e.named_worker_id,
    ft.name as from_team, ft.kind as from_kind, fo.name as from_organisation, tt.name as to_team, tt.kind as to_kind, t_o.name as to_organisation,
    sw.name as sending_worker, rw.name as receiving_worker, rc.name as return_contact, rc.status as return_contact_status,
    s.id as entry_id, s.wish, s.basis, s.basis_words, s.from_day, s.to_day, s.withdrawn_at,
    j.id as joint_id, j.starts_at as joint_at, j.attendance = 'came' as joint_held, n.starts_at as next_at,
    greatest((h.made_at at time zone 'Europe/London')::date,
      (select max((m.starts_at at time zone 'Europe/London')::date) from meetings m where m.episode_id = h.episode_id and m.attendance = 'came'),
      (select max(x.happened_on) from notes x where x.episode_id = h.episode_id)) as last_heard,
    (select max(x.made_at) from handover_steps x where x.handover_id = h.id and x.what = 'ready') as ready_at
  from handovers h
  join people p on p.partnership_id = h.partnership_id and p.id = h.person_id
  join episodes e on e.partnership_id = h.partnership_id and e.id = h.episode_id
  join teams ft on ft.partnership_id = h.partnership_id and ft.id = h.from_team_id
  join organisations fo on fo.partnership_id = h.partnership_id and fo.id = ft.organisation_id
  join teams tt on tt.partnership_id = h.partnership_id and tt.id = h.to_team_id
  join organisations t_o on t_o.partnership_id = h.partnership_id and t_o.id = tt.organisation_id
  join staff sw on sw.partnership_id = h.partnership_id and sw.id = h.sending_worker_id
  join staff rc on rc.partnership_id = h.partnership_id and rc.id = h.return_contact_id
  left join staff rw on rw.partnership_id = h.partnership_id and rw.id = h.receiving_worker_id
  left join lateral (
    select x.* from sharing_entries x
    where x.person_id = h.person_id and x.recipient_team_id = h.to_team_id and x.purpose = 'handover'
    order by x.made_at desc, x.id desc limit 1
  ) s on true
  left join lateral (
    select m.id, m.starts_at, m.attendance from meetings m
    where m.episode_id = h.episode_id and m.cancelled_at is null and (m.attendance is null or m.attendance = 'came')
      and (m.with_staff_id = h.sending_worker_id and m.also_staff_id = h.receiving_worker_id
        or m.with_staff_id = h.receiving_worker_id and m.also_staff_id = h.sending_worker_id)
    order by m.attendance = 'came' desc nulls last, m.starts_at > now() desc, abs(extract(epoch from m.starts_at - now())) limit 1
  ) j on true
  left join lateral (
    select m.starts_at from meetings m
    where m.episode_id = h.episode_id and m.cancelled_at is null and m.attendance is null and m.starts_at > now()
    order by m.starts_at limit 1
  ) n on true`

export function handoverOf(row: QueryResultRow, today: Day): Handover {
  const entry: StandingEntry | null = row.entry_id && {
    wish: row.wish,
    basis: row.basis,
    basisWords: row.basis_words,
    from: row.from_day,
    to: row.to_day,
    withdrawnOn: row.withdrawn_at ? dayOf(row.withdrawn_at) : null,
  }
  const answer = entry
    ? mayShare(entry, row.born, today)
    : ({ may: false, because: 'Nothing is recorded yet.' } as const)
  const names = { given: row.given_name, family: row.family_name, knownAs: row.known_as }
  const over: Date | null = row.declined_at ?? row.ended_at
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    episodeId: row.episode_id,
    name: fullName(names),
    knownAs: shownName(names),
    born: row.born,
    from: {
      teamId: row.from_team_id,
      team: row.from_team,
      organisation: row.from_organisation,
      job: jobs[row.from_kind as keyof typeof jobs],
      worker: { id: row.sending_worker_id, name: row.sending_worker },
    },
    to: {
      teamId: row.to_team_id,
      team: row.to_team,
      organisation: row.to_organisation,
      job: jobs[row.to_kind as keyof typeof jobs],
      worker: row.receiving_worker_id ? { id: row.receiving_worker_id, name: row.receiving_worker } : null,
    },
    returnContact: { id: row.return_contact_id, name: row.return_contact },
    namedWorkerId: row.named_worker_id,
    stepSince: row.step_since,
    goalsReviewedOn: row.goals_reviewed_on,
    keepDoing: row.keep_doing,
    watchFor: row.watch_for,
    readyWords: row.ready_words,
    readyOn: row.ready_at ? dayOf(row.ready_at) : null,
    proposedMeeting: row.first_joint_meeting_at,
    invitedAt: row.invited_at,
    acceptedAt: row.accepted_at,
    because: row.declined_words || row.because_words,
    overOn: over && dayOf(over),
    basis: answer.may ? { may: true, entryId: row.entry_id } : answer,
    jointMeeting: row.joint_id && { id: row.joint_id, at: row.joint_at, held: row.joint_held === true },
    nextMeeting: row.next_at,
    lastHeard: row.last_heard,
    state: {
      step: row.step as Step,
      state: row.state,
      returnContact: row.return_contact_status === 'active',
      basis: answer.may,
      goalsReviewed: row.goals_reviewed_on !== null,
      summaryWritten: row.keep_doing.trim() !== '' && row.watch_for.trim() !== '',
      invited: row.invited_at !== null,
      accepted: row.accepted_at !== null,
      jointMeeting: row.joint_held ? 'held' : row.joint_id || row.first_joint_meeting_at ? 'booked' : 'none',
      readyInTheirWords: row.ready_words.trim() !== '',
      comeBackUntil: row.come_back_until,
    },
  }
}

const jobs = { clinical: 'clinician', community: 'facilitator' } as const

/**
 * One hand-over within reach, as it stands.
 * @throws not found
 */
export async function findHandover(ctx: Ctx, handoverId: string): Promise<Handover> {
  if (!isId(handoverId)) throw notFound()
  const { rows } = await ctx.client.query({
    name: 'handover',
    text: `${handoverText} where h.id = $1`,
    values: [handoverId],
  })
  if (!rows[0]) throw notFound()
  return handoverOf(rows[0], ctx.today)
}

/**
 * The same, held until the transaction ends, so that of two people who decide at once the second sees what the first did.
 * The sharing entries are held first, as withdrawing does: a withdrawal and a step never pass each other.
 * @param version the one the form was opened on
 * @throws not found, or a conflict that says what the hand-over says now
 */
export async function holdHandover(ctx: Ctx, handoverId: string, version: number) {
  if (!isId(handoverId)) throw notFound()
  await ctx.client.query(
    `select s.id from sharing_entries s join handovers h
       on h.partnership_id = s.partnership_id and h.person_id = s.person_id and h.to_team_id = s.recipient_team_id
     where h.id = $1 and s.purpose = 'handover' order by s.id for share of s`,
    [handoverId],
  )
  await ctx.client.query('select 1 from handovers where id = $1 for no key update', [handoverId])
  const handover = await findHandover(ctx, handoverId)
  ctx.about({ personId: handover.personId, recordId: handover.id })
  if (handover.version !== version) throw changed(handover)
  return handover
}

export const changed = (handover: Handover) =>
  conflict(
    `Someone changed this hand-over while you had it open. Nothing was overwritten. It now says: ${standing(handover)}.`,
    { ...proposal(handover), version: String(handover.version) },
  )

/** The preparation as its form shows it. */
const proposal = (h: Handover): Record<string, string> => ({
  goalsReviewedOn: h.goalsReviewedOn ?? '',
  keepDoing: h.keepDoing,
  watchFor: h.watchFor,
  readyWords: h.readyWords,
})

/** Where a hand-over is, in one phrase. */
export const standing = ({ state, acceptedAt, invitedAt, to }: Handover): string => {
  if (state.state === 'declined') return `declined by ${to.team}`
  if (state.state === 'stopped') return 'stopped'
  if (state.state === 'came-back') return 'came back'
  const step = stepInWords(state.step)
  if (state.step !== 'getting-ready' || !invitedAt || !to.worker) return step
  return acceptedAt ? `${step}, accepted by ${to.worker.name}` : `${step}, ${to.worker.name} is invited`
}

/** As whom the person acting takes part. */
export const actingIn = (ctx: Ctx, handover: Handover): Mover =>
  moverOf(
    { staffId: ctx.actor.staffId, teamIds: ctx.actor.teamIds, lead: ctx.actor.role === 'team-lead' },
    {
      fromTeamId: handover.from.teamId,
      toTeamId: handover.to.teamId,
      sendingWorkerId: handover.from.worker.id,
      receivingWorkerId: handover.to.worker?.id ?? null,
    },
  )

/** The rule's answer, or the act ends here and says why. */
export function allowed<T>(answer: T | Refused): T {
  if (isRefused(answer)) throw refused(answer.refused)
  return answer
}

export const daysInStep = (handover: Handover, today: Day): number =>
  daysBetween(dayOf(handover.stepSince), today)

export const meetingInWords = (at: Date, today: Day): string => {
  const on = dayOf(at)
  return `${on === today ? 'today' : inWords(on)}, ${timeInWords(at)}`
}
