import { type GoalRow, goalOf, goalsText } from '@/db/goals/of-person'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { type Entry, entryOf, newestText } from '@/db/story/entries'
import type { Day } from '@/lib/day'
import type { Grouping, TookPartKind, ViewMissingReason } from '@/lib/grouping/grouping'
import type { Relationship } from '@/lib/people/relationships'
import type { MeetingWay } from '@/lib/story/meeting'

/** How the episode on show began and ended. */
export type EpisodeFacts = {
  referredOn: Day
  declinedOn: Day | null
  declinedBecause: string | null
  declinedWords: string
  endedOn: Day | null
  endedHow: string | null
  endedWords: string
  comeBackUntil: Day | null
  team: string
}

type Row = {
  goals: GoalRow[] | null
  decision: {
    grouping: Grouping
    decidedOn: Day
    reviewOn: Day
    tookPart: { kind: TookPartKind; name: string }[]
    needNow: string
    view: string
    viewMissing: ViewMissingReason | ''
    plan: string
    everyonesPart: string
  } | null
  meeting: {
    id: string
    startsAt: string
    how: MeetingWay
    place: string
    with: string
    also: string | null
    whoElse: string
    startedAt: string | null
  } | null
  /** Where nothing is booked, and that was said on purpose at the last meeting. */
  nothing: { on: Day; because: string } | null
  story: Record<string, unknown>[] | null
  /** The workers beside them, the named worker first. */
  workers: { id: string; name: string; jobTitle: string; role: string | null; since: Day | null }[] | null
  matter: { id: string; name: string; relation: Relationship; contact: string }[] | null
  episode: EpisodeFacts
  /** The day the other worker joined, for the line in each picture. */
  joined: { name: string; on: Day } | null
}

/** Everything below the identity in one statement; each part is within reach by its own table's policy. */
const text = `
  select
    (${goalsText('open')}) as goals,
    (select json_build_object('grouping', d.grouping, 'decidedOn', d.decided_on, 'reviewOn', d.review_on, 'tookPart', d.took_part,
        'needNow', d.need_now, 'view', d.young_persons_view, 'viewMissing', d.view_missing_because, 'plan', d.plan, 'everyonesPart', d.everyones_part)
      from grouping_decisions d where d.episode_id = $2 and d.superseded_at is null) as decision,
    (select json_build_object('id', m.id, 'startsAt', m.starts_at, 'how', m.how, 'place', m.place, 'with', s.name, 'also', o.name, 'whoElse', m.who_else, 'startedAt', m.started_at)
      from meetings m join staff s on s.partnership_id = m.partnership_id and s.id = m.with_staff_id
      left join staff o on o.partnership_id = m.partnership_id and o.id = m.also_staff_id
      where m.person_id = $1 and m.cancelled_at is null and m.attendance is null and m.starts_at + make_interval(mins => m.minutes) > now()
      order by m.starts_at limit 1) as meeting,
    (select case when m.nothing_next then json_build_object('on', (m.starts_at at time zone 'Europe/London')::date, 'because', m.nothing_next_because) end
      from meetings m where m.person_id = $1 and m.attendance is not null order by m.starts_at desc limit 1) as nothing,
    (select json_agg(latest order by latest."on" desc, latest.at desc, latest.id desc, latest.what desc) from (${newestText(3)}) latest) as story,
    (select json_agg(json_build_object('id', w.id, 'name', w.name, 'jobTitle', w.job_title, 'role', w.role, 'since', w.since) order by w.place) from (
        select s.id, s.name, s.job_title, b.place, b.since, (
            select m.role from memberships m where m.partnership_id = s.partnership_id and m.staff_id = s.id and m.team_id in (e.team_id, h.from_team_id, h.to_team_id)
            order by m.from_day desc limit 1) as role
        from episodes e
        left join handovers h on h.episode_id = e.id and h.state = 'active' and h.accepted_at is not null
        cross join lateral (values
          (1, e.named_worker_id, null::date),
          (2, case when h.receiving_worker_id = e.named_worker_id then h.sending_worker_id else h.receiving_worker_id end,
            case when h.receiving_worker_id = e.named_worker_id then null else (h.accepted_at at time zone 'Europe/London')::date end)
        ) as b (place, staff_id, since)
        join staff s on s.partnership_id = e.partnership_id and s.id = b.staff_id
        where e.id = $2
      ) w) as workers,
    (select json_agg(json_build_object('id', r.id, 'name', r.name, 'relation', r.relation, 'contact', r.contact_words) order by r.made_at)
      from relationships r where r.person_id = $1 and r.ended_on is null) as matter,
    (select json_build_object('referredOn', e.referred_on, 'declinedOn', (e.decided_at at time zone 'Europe/London')::date,
        'declinedBecause', e.declined_because, 'declinedWords', e.declined_words, 'endedOn', e.ended_on, 'endedHow', e.ended_how,
        'endedWords', e.ended_words, 'comeBackUntil', e.come_back_until, 'team', t.name)
      from episodes e join teams t on t.partnership_id = e.partnership_id and t.id = e.team_id where e.id = $2) as episode,
    (select json_build_object('name', s.name, 'on', (h.accepted_at at time zone 'Europe/London')::date)
      from handovers h join staff s on s.partnership_id = h.partnership_id and s.id = h.receiving_worker_id
      where h.episode_id = $2 and h.accepted_at is not null and h.state in ('active', 'ended') order by h.accepted_at desc limit 1) as joined`

/** One young person at a glance: what they hope for, what is needed now, who is beside them. */
export const overview = read('overview', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query<Row>({
    name: 'overview',
    text,
    values: [personId, identity.episode.id],
  })
  const row = rows[0]!
  const story: Entry[] = (row.story ?? []).map(entryOf)
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    goals: (row.goals ?? []).map((goal) => goalOf(goal, identity.knownAs, ctx.today)),
    decision: row.decision,
    now: ctx.now,
    meeting: row.meeting && {
      ...row.meeting,
      startsAt: new Date(row.meeting.startsAt),
      startedAt: row.meeting.startedAt ? new Date(row.meeting.startedAt) : null,
    },
    nothingNext: row.nothing,
    story,
    workers: row.workers ?? [],
    matter: row.matter ?? [],
    episode: row.episode,
    joined: row.joined,
  }
})
