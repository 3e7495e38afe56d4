import { dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import type { Partnership, Team, Worker } from './partnership'
import { sql } from './sql'

type Options = {
  /** Stands in every free text of the record, so that any answer which shows a part of it is known by it. */
  word: string
  /** Waiting for a decision unless open with a named worker; 'ended' had one. */
  status?: 'waiting' | 'open' | 'ended'
  nhsNumber?: string
}

/** A young person's record at a team. Each method adds one part, and everything is really committed. */
export class StagedRecord {
  private constructor(
    readonly partnership: Partnership,
    readonly team: Team,
    readonly by: Worker,
    readonly word: string,
    readonly personId: string,
    readonly episodeId: string,
  ) {}

  static async make(p: Partnership, team: Team, by: Worker, options: Options): Promise<StagedRecord> {
    const status = options.status ?? 'open'
    const personId = await p.person({
      familyName: options.word,
      born: '2008-05-14',
      nhsNumber: options.nhsNumber,
    })
    await sql('update people set known_as = $2, safe_contact = $2 where id = $1', [personId, options.word])
    const { id } = await p.episode(team, { personId, worker: status === 'waiting' ? undefined : by })
    await sql('update episodes set words = $2, referred_by = $2 where id = $1', [id, options.word])
    if (status === 'ended')
      await sql(
        `update episodes set status = 'ended', named_worker_id = null, ended_on = current_date, ended_how = 'planned',
           ended_words = $2, come_back_until = current_date + 365 where id = $1`,
        [id, options.word],
      )
    return new StagedRecord(p, team, by, options.word, personId, id)
  }

  get episode() {
    return { id: this.episodeId, personId: this.personId }
  }

  goal(values: number[] = []): Promise<string> {
    return this.partnership.goal(this.episode, this.by, values, `Sleep, ${this.word}`)
  }

  /** One rating of a goal, a moment ago, in a save of its own. */
  async rating(goalId: string, by: Worker = this.by): Promise<{ ratingId: string; sheetId: string }> {
    const sheetId = newId()
    const ratingId = await this.part('ratings', {
      goal_id: goalId,
      rater: 'young-person',
      rated_on: dayOf(new Date()),
      value: 6,
      words: this.word,
      sheet_id: sheetId,
      by_staff_id: by.id,
    })
    return { ratingId, sheetId }
  }

  /** A small step towards a goal. */
  step = (goalId: string, done = false) =>
    this.part('goal_steps', {
      goal_id: goalId,
      words: this.word,
      who: this.word,
      done_at: done ? new Date() : null,
      done_by: done ? this.by.id : null,
    })

  /** A talk about a goal. */
  talk = (goalId: string) =>
    this.part('talks', {
      goal_id: goalId,
      held_on: '2026-03-05',
      tried: this.word,
      view: this.word,
      their_words: this.word,
      decision: 'keep-going',
    })

  address = () => this.add('addresses', { lines: this.word, from_day: '2020-01-01', by_staff_id: this.by.id })

  relationship = () => this.add('relationships', { name: this.word, relation: 'mother' })

  equality = () =>
    this.add('equality_facts', { fact: 'gender', value: '4', words: this.word, by_staff_id: this.by.id })

  note = (by: Worker = this.by) =>
    this.part('notes', { happened_on: '2026-03-05', words: this.word, by_staff_id: by.id })

  /** One score, known by the parent who gave it; and a Current View, known by who completed it. */
  score = () =>
    this.part('measure_scores', {
      sitting_id: newId(),
      measure: 'score-15',
      scale: 'total',
      rater: 'parent-or-carer',
      rater_name: this.word,
      score: 40,
      scored_on: '2026-03-05',
    })

  currentView = () =>
    this.part('current_views', {
      completed_on: '2026-03-05',
      reason: 'first-contact',
      problems: {},
      factors: {},
      contexts: {},
      education: {},
    })

  task = (forStaff: Worker) =>
    this.add('tasks', { episode_id: this.episodeId, for_staff_id: forStaff.id, kind: 'x', words: this.word })

  /** A meeting with the named worker, today unless a day is given. */
  meeting = (startsAt: Date = new Date()) =>
    this.part('meetings', { with_staff_id: this.by.id, starts_at: startsAt, place: this.word })

  decision = () =>
    this.part('grouping_decisions', {
      grouping: 'getting-advice',
      decided_on: '2026-03-05',
      need_now: this.word,
      considered: JSON.stringify([this.word]),
      took_part: JSON.stringify([{ kind: 'young-person', name: '' }]),
      young_persons_view: this.word,
      plan: this.word,
      everyones_part: this.word,
      review_on: '2027-03-05',
    })

  /** The young person (or a parent or carer) is reminded of meetings, at an address in which the word stands. */
  async wantsReminders(relationshipId?: string): Promise<string> {
    const email = `${this.word}@mail.example.test`
    if (!relationshipId) await sql('update people set email = $2 where id = $1', [this.personId, email])
    return this.add('contact_preferences', {
      relationship_id: relationshipId ?? null,
      reminders: true,
      email: relationshipId ? email : '',
      asked_on: '2026-03-05',
      by_staff_id: this.by.id,
    })
  }

  /** A reminder of a meeting, due now. */
  async reminder(meetingId: string, relationshipId?: string): Promise<string> {
    const [meeting] = await sql('select starts_at from meetings where id = $1', [meetingId])
    return this.part('outbox', {
      meeting_id: meetingId,
      relationship_id: relationshipId ?? null,
      starts_at: meeting!.starts_at,
      due_at: new Date(Date.now() - 1000),
    })
  }

  sharing = (recipient: Team, purpose = 'handover') =>
    this.add('sharing_entries', {
      recipient_team_id: recipient.id,
      purpose,
      wish: 'yes',
      wish_words: this.word,
      basis: 'consent-16',
      from_day: '2026-03-01',
      by_staff_id: this.by.id,
    })

  /** A hand-over from this team, with everything asked for before an invitation; sharing is recorded too. */
  async handover(
    to: Team,
    stand: { step?: string; receiving?: Worker; invited?: boolean; accepted?: boolean } = {},
  ): Promise<string> {
    const entry = await this.sharing(to)
    return this.add('handovers', {
      episode_id: this.episodeId,
      from_team_id: this.team.id,
      to_team_id: to.id,
      sending_worker_id: this.by.id,
      return_contact_id: this.by.id,
      receiving_worker_id: stand.receiving?.id ?? null,
      step: stand.step ?? 'thinking',
      goals_reviewed_on: '2026-03-05',
      keep_doing: this.word,
      watch_for: this.word,
      ready_words: this.word,
      sharing_entry_id: entry,
      invited_at: stand.invited || stand.accepted ? new Date() : null,
      accepted_at: stand.accepted ? new Date() : null,
    })
  }

  private part = (table: string, values: Record<string, unknown>) =>
    this.add(table, { episode_id: this.episodeId, by_staff_id: this.by.id, ...values })

  private add = (table: string, values: Record<string, unknown>) =>
    addRow(table, { partnership_id: this.partnership.id, person_id: this.personId, ...values })
}

/** One row with an id of its own, which is the answer. */
export const addRow = async (table: string, values: Record<string, unknown>): Promise<string> => {
  const id = newId()
  const all = { id, ...values }
  const names = Object.keys(all)
  await sql(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(all),
  )
  return id
}
