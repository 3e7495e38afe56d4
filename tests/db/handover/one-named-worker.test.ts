import { afterEach, describe, expect, test } from 'vitest'
import { acceptHandover } from '@/db/handover/accept-handover'
import { declineHandover } from '@/db/handover/decline-handover'
import { moveHandover } from '@/db/handover/move-handover'
import { stopHandover } from '@/db/handover/stop-handover'
import { allocateWorker } from '@/db/referrals/allocate-worker'
import { endEpisode } from '@/db/referrals/end-episode'
import { withdrawSharing } from '@/db/sharing/withdraw-sharing'
import type { Result } from '@/lib/errors'
import { newId } from '@/lib/id'
import type { Worker } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'
import {
  at,
  episodeOf,
  invited,
  met,
  namedWorkersOf,
  next,
  prepared,
  rowOf,
  type Stage,
  standingAt,
  today,
  why,
} from './stage'

const told = (answer: Result<unknown>) =>
  !answer.ok && ['conflict', 'not-found', 'refused'].includes(answer.failure.kind)

/** At every instant exactly one: one stretch without gap or overlap, one open end, and it is who the episode says. */
const exactlyOne = async (s: Stage) => {
  expect(await namedWorkersOf(s.sam.id)).toMatchObject({ now: 1, stretches: 1 })
  const [row] = await sql(
    `select e.named_worker_id = w.staff_id as same, exists (select from memberships m where m.staff_id = e.named_worker_id and m.team_id = e.team_id) as of_team
     from episodes e join named_workers w on w.episode_id = e.id and upper_inf(w.during) where e.id = $1`,
    [s.sam.id],
  )
  expect(row).toEqual({ same: true, of_team: true })
}

describe('at the same moment', () => {
  test('accepting and stopping, 20 rounds: exactly one wins, the other is told, and one named worker stays', async () => {
    const wins = { accept: 0, stop: 0 }
    for (let round = 0; round < 20; round++) {
      const s = await invited()
      const form = await at(s)
      const both = [
        () => acceptHandover(s.jo.token, form, newId()),
        () => stopHandover(s.amira.token, { ...form, words: 'Sam wants to wait.' }, newId()),
      ]
      const answers = await Promise.all(
        round % 2 ? both.map((one) => one()) : both.toReversed().map((one) => one()),
      )
      const [accept, stop] = round % 2 ? answers : answers.toReversed()
      expect([accept!.ok, stop!.ok].filter(Boolean)).toHaveLength(1)
      expect(told(accept!.ok ? stop! : accept!)).toBe(true)
      wins[accept!.ok ? 'accept' : 'stop'] += 1
      const row = await rowOf(s.handoverId)
      expect([row.state, row.accepted_at !== null]).toEqual(
        accept!.ok ? ['active', true] : ['stopped', false],
      )
      await exactlyOne(s)
      expect(await episodeOf(s)).toMatchObject({ named_worker_id: s.amira.id, team_id: s.ours.id })
    }
    expect(wins.accept + wins.stop).toBe(20)
  }, 120_000)

  test('the next step and a withdrawal of sharing, 20 rounds: nobody leads who may not see', async () => {
    for (let round = 0; round < 20; round++) {
      const s = await standingAt('meeting-together')
      await met(s)
      await prepared(s, { readyWords: 'ok' })
      const form = await at(s)
      const { entryId } = s
      const [moved, withdrawn] = await Promise.all([
        moveHandover(s.jo.token, { ...form, way: 'next' }, newId()),
        withdrawSharing(s.amira.token, { personId: s.personId, entryId, words: 'No.' }, newId()),
      ])
      expect(withdrawn.ok).toBe(true)
      expect(moved.ok || told(moved)).toBe(true)
      expect(await rowOf(s.handoverId)).toMatchObject({ state: 'stopped' })
      expect(await episodeOf(s)).toMatchObject({ team_id: s.ours.id })
      await exactlyOne(s)
    }
  }, 120_000)

  test('accepted twice, or accepted and declined: one answer stands', async () => {
    for (const other of [acceptHandover, declineHandover]) {
      const s = await invited()
      const form = await at(s)
      const answers = await Promise.all([
        acceptHandover(s.jo.token, form, newId()),
        other(
          s.tess.token,
          { ...form, ...(other === declineHandover && { words: 'No places.' }) } as never,
          newId(),
        ),
      ])
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
      expect(told(answers.find((answer) => !answer.ok)!)).toBe(true)
      await exactlyOne(s)
    }
  })

  test('accepting with the same form sent twice is one acceptance with one answer', async () => {
    const s = await invited()
    const [form, key] = [await at(s), newId()]
    const answers = await Promise.all([1, 2].map(() => acceptHandover(s.jo.token, form, key)))
    expect(answers[0]).toMatchObject({ ok: true })
    expect(answers[1]).toEqual(answers[0])
    expect(await sql('select 1 from meetings where episode_id = $1', [s.sam.id])).toHaveLength(1)
  })

  test('a step, another named worker and an ending: the episode is never left without or with two', async () => {
    for (let round = 0; round < 6; round++) {
      const s = await standingAt('meeting-together')
      await met(s)
      await prepared(s, { readyWords: 'ok' })
      const { version } = await episodeOf(s)
      const acts: Promise<Result<unknown>>[] = [
        next(s, s.jo),
        allocateWorker(s.lena.token, { episodeId: s.sam.id, version, workerId: s.ben.id }, newId()),
        endEpisode(
          s.amira.token,
          { episodeId: s.sam.id, version, how: 'planned', endedOn: today, words: 'x' },
          newId(),
        ),
      ]
      const [, , ended] = await Promise.all(acts)
      expect(why(ended!)).not.toBe('allowed')
      await exactlyOne(s)
      const [handover, episode] = [await rowOf(s.handoverId), await episodeOf(s)]
      expect(episode.named_worker_id).toBe(
        handover.step === 'facilitator-leads' ? handover.receiving_worker_id : handover.sending_worker_id,
      )
    }
  }, 60_000)
})

describe('on a direct connection as the application’s own role', () => {
  const pools: ReturnType<typeof asRole>[] = []
  afterEach(async () => {
    for (const pool of pools.splice(0)) await pool.end()
  })
  /** Runs as somebody signed in, in one transaction with its commit, and gives back what the database said. */
  const tried = async (by: Worker, ...statements: [string, unknown[]][]): Promise<string> => {
    const pool = asRole('app')
    pools.push(pool)
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [by.token])
      for (const [text, values] of statements) await client.query(text, values)
      await client.query('commit')
      return 'committed'
    } catch (error) {
      await client.query('rollback')
      return (error as Error).message
    } finally {
      client.release()
    }
  }

  test('an open episode cannot be left without a named worker', async () => {
    const s = await standingAt('facilitator-leads')
    for (const by of [s.amira, s.jo])
      expect(
        await tried(by, ['update episodes set named_worker_id = null where id = $1', [s.sam.id]]),
      ).toContain('open_has_named_worker')
    await exactlyOne(s)
  })

  test('the history of named workers is not the application’s to write, move or take away', async () => {
    const s = await standingAt('facilitator-leads')
    const insert = `insert into named_workers (partnership_id, id, episode_id, person_id, staff_id, during) values ($1, $2, $3, $4, $5, tstzrange(now(), null))`
    expect(await tried(s.jo, [insert, [s.p.id, newId(), s.sam.id, s.personId, s.amira.id]])).toContain(
      'permission denied',
    )
    for (const text of [
      'update named_workers set during = tstzrange(lower(during), now()) where episode_id = $1',
      'delete from named_workers where episode_id = $1',
    ])
      expect(await tried(s.jo, [text, [s.sam.id]])).toContain('permission denied')
  })

  test('even its owner cannot make two at one instant, or a gap', async () => {
    const s = await standingAt('facilitator-leads')
    await expect(
      sql(
        `insert into named_workers (partnership_id, id, episode_id, person_id, staff_id, during) values ($1, $2, $3, $4, $5, tstzrange(now(), null))`,
        [s.p.id, newId(), s.sam.id, s.personId, s.amira.id],
      ),
    ).rejects.toThrow(/never_two_named_workers/)
    await expect(
      sql(
        'update named_workers set during = tstzrange(lower(during), now()) where episode_id = $1 and upper_inf(during)',
        [s.sam.id],
      ),
    ).rejects.toThrow(/always has one named worker/)
    await expect(
      sql(
        `update named_workers set during = tstzrange(lower(during) + interval '1 millisecond', upper(during)) where episode_id = $1 and upper_inf(during)`,
        [s.sam.id],
      ),
    ).rejects.toThrow(/always has one named worker/)
    await exactlyOne(s)
  })

  test('a second active hand-over, a receiving worker who leads unaccepted, and a second come-back are refused', async () => {
    const s = await standingAt('meeting-together')
    expect(
      await tried(s.amira, [
        `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, return_contact_id)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [s.p.id, newId(), s.sam.id, s.personId, s.ours.id, s.third.id, s.amira.id],
      ]),
    ).toContain('one_active_handover')
    const fresh = await invited()
    expect(
      await tried(fresh.jo, [
        "update handovers set step = 'facilitator-leads' where id = $1",
        [fresh.handoverId],
      ]),
    ).toContain('leads_once_accepted')
    const again = `insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, accepted_on, named_worker_id, come_back_of)
      values ($1, $2, $3, $4, 'open', now(), 'A1', now(), $5, $6)`
    const values = () => [s.p.id, newId(), s.personId, s.ours.id, s.amira.id, s.sam.id]
    expect(await tried(s.amira, [again, values()], [again, values()])).toContain('one_come_back')
  })
})
