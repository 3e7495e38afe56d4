import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/id'
import { Partnership } from '../build/partnership'
import { asRole, sql } from '../build/sql'

describe('the line Postgres holds', () => {
  test('without a session the application sees nobody; with one, its own team only', async () => {
    const p = await Partnership.make()
    const ours = await p.team()
    const theirs = await p.team({ name: 'Mind', kind: 'community' })
    const amira = await p.worker('clinician', ours)
    const jo = await p.worker('facilitator', theirs)
    const sam = await p.episode(ours, { worker: amira })
    await p.goal(sam, amira, [2, 6])
    const app = asRole('app')
    const seen = async (token: string) => {
      const client = await app.connect()
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [token])
      const { rows } = await client.query(
        'select (select count(*)::int from people) as people, (select count(*)::int from goals) as goals, (select count(*)::int from ratings) as ratings',
      )
      await client.query('commit')
      client.release()
      return rows[0]
    }
    expect(await seen('')).toEqual({ people: 0, goals: 0, ratings: 0 })
    expect(await seen(jo.token)).toEqual({ people: 0, goals: 0, ratings: 0 })
    expect(await seen(amira.token)).toEqual({ people: 1, goals: 1, ratings: 2 })
    await app.end()
  })

  test('the reach kept by triggers is the reach worked out anew', async () => {
    const p = await Partnership.make()
    const team = await p.team()
    const other = await p.team({ name: 'Mind', kind: 'community' })
    const amira = await p.worker('clinician', team)
    const first = await p.episode(team, { worker: amira })
    await p.episode(other, { personId: first.personId, comeBackOf: first.id })
    await sql('update episodes set team_id = $2 where id = $1', [first.id, other.id])
    const different = await sql(
      `(select principal_id, episode_id, because, from_at, to_at from app.reach
        except select x.* from people p, app.reach_of(p.partnership_id, p.id) x)
       union all
       (select x.* from people p, app.reach_of(p.partnership_id, p.id) x
        except select principal_id, episode_id, because, from_at, to_at from app.reach)`,
    )
    expect(different).toEqual([])
    expect((await sql('select 1 from app.reach where person_id = $1', [first.personId])).length).toBe(3)
  })

  test('an open episode always has one named worker, and a change leaves no gap', async () => {
    const p = await Partnership.make()
    const team = await p.team()
    const [amira, ben] = [
      await p.worker('clinician', team),
      await p.worker('clinician', team, { name: 'Ben Okafor' }),
    ]
    const sam = await p.episode(team, { worker: amira })
    await sql('update episodes set named_worker_id = $2 where id = $1', [sam.id, ben.id])
    const [history] = await sql(
      'select count(*)::int as n, (select count(*)::int from unnest(range_agg(during))) as stretches from named_workers where episode_id = $1',
      [sam.id],
    )
    expect(history).toEqual({ n: 2, stretches: 1 })
    await expect(sql('update episodes set named_worker_id = null where id = $1', [sam.id])).rejects.toThrow(
      /open_has_named_worker/,
    )
    await expect(
      sql(
        `insert into named_workers (partnership_id, id, episode_id, person_id, staff_id, during) values ($1, $2, $3, $4, $5, tstzrange(now(), null))`,
        [p.id, newId(), sam.id, sam.personId, amira.id],
      ),
    ).rejects.toThrow(/never_two_named_workers/)
  })
})
