import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allowed } from '../../build/family'
import { Partnership, type Worker } from '../../build/partnership'
import { concern, planVersion } from '../../build/plans'
import { addRow, StagedRecord } from '../../build/record'
import { asRole, sql } from '../../build/sql'

type Table = { name: string; columns: string[] }

/** Public places and norms, seals, counters and numbers to sign: nobody is in them. */
const nobodyInThem = /^(public\.(place|rcads)_|app\.(audit_seals|throttle|job_runs|passkey_challenges)$)/

const tables = async (): Promise<Table[]> =>
  (
    await sql<Table>(
      `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and n.nspname in ('public', 'app', 'published') group by 1 order by 1`,
    )
  ).filter(({ name }) => !nobodyInThem.test(name))

/** Names of who works here and where, and which partnership it is: for everybody who signs in. */
const names = [
  'public.memberships',
  'public.organisations',
  'public.partnerships',
  'public.staff',
  'public.teams',
]
/** What belongs to an account as such: its sessions, its forms, its passkeys. */
const ofTheAccount = ['app.idempotency_keys', 'app.sessions']

const opens = {
  'young-person': [
    ...names,
    ...ofTheAccount,
    'public.allowances',
    'public.contact_preferences',
    'public.corrections',
    'public.drafts',
    'public.episodes',
    'public.goal_steps',
    'public.goals',
    'public.handovers',
    'public.help_lines',
    'public.meetings',
    'public.measure_scores',
    'public.named_workers',
    'public.notes',
    'public.outbox',
    'public.people',
    'public.plan_line_shares',
    'public.plan_proposals',
    'public.plan_versions',
    'public.ratings',
    'public.relationships',
    'public.sharing_entries',
    'public.talks',
    'public.worker_cards',
  ],
  'parent-or-carer': [
    ...names,
    ...ofTheAccount,
    'public.allowances',
    'public.goals',
    'public.help_lines',
    'public.meetings',
    'public.ratings',
  ],
  'in-room': [
    ...names,
    'public.episodes',
    'public.goals',
    'public.help_lines',
    'public.people',
    'public.ratings',
  ],
} as const
type Who = keyof typeof opens

/** A record with a part of every kind. */
const fullRecord = async (p: Partnership, by: Worker, word: string): Promise<StagedRecord> => {
  const team = await p.team({ name: `Team of ${word}` })
  const record = await StagedRecord.make(p, team, by, { word })
  const next = await p.team({ name: `Next to ${word}` })
  const goalId = await record.goal([2, 5])
  const relationshipId = await record.relationship()
  await record.step(goalId)
  await record.talk(goalId)
  await record.note()
  await record.task(by)
  await record.decision()
  await record.equality()
  await record.address()
  const meetingId = await record.meeting()
  await record.wantsReminders()
  await record.reminder(meetingId)
  await record.score()
  await record.currentView()
  await record.sharing(next, 'joint-work')
  await record.handover(next, { step: 'getting-ready' })
  await planVersion(record.episode, by, { words: word })
  await planVersion(record.episode, by, { kind: 'safety', words: word })
  await concern(record.episode, by, word)
  await allowed(by, { personId: record.personId, relationshipId }, 'goals')
  await allowed(by, { personId: record.personId, relationshipId }, 'ratings')
  await allowed(by, { personId: record.personId, relationshipId }, 'meetings')
  return record
}

const stage = async () => {
  const p = await Partnership.make()
  const amira = await p.worker('clinician', await p.team())
  const [ours, theirs] = [await fullRecord(p, amira, 'Kestrel'), await fullRecord(p, amira, 'Heron')]
  const far = await Partnership.make('Hill Partnership')
  await fullRecord(far, await far.worker('clinician', await far.team()), 'Raven')
  const { personId } = ours
  const [mother] = await sql('select id from relationships where person_id = $1', [personId])
  for (const [table, columns] of [
    ['app.searches', { kind: 'search', typed: { q: 'Heron' } }],
    [
      'app.break_glass',
      { person_id: theirs.personId, reason: 'At the door, Heron', to_at: new Date(Date.now() + 3_600_000) },
    ],
  ] as const)
    await addRow(table, { partnership_id: p.id, staff_id: amira.id, ...columns })
  const room = await p.inRoom(amira, personId)
  const who: Record<Who, Worker> = {
    'young-person': await p.ownAccount(personId),
    'parent-or-carer': await p.ownAccount(personId, { name: 'Kerry', relationshipId: mother!.id as string }),
    'in-room': room,
  }
  await p.ownAccount(theirs.personId, { name: 'Heron' })
  return { p, amira, ours, theirs, who }
}

let all: Table[]
let staged: Awaited<ReturnType<typeof stage>>
let pool: Pool
let client: PoolClient
beforeAll(async () => {
  all = await tables()
  staged = await stage()
  pool = asRole('app')
  client = await pool.connect()
})
afterAll(async () => {
  client.release()
  await pool.end()
})

/** As the application's role with nothing but this session, past every act and read; nothing stays. */
const as = async <T>(who: Who, work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  await client.query("select set_config('app.session', $1, true)", [staged.who[who].token])
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

const tried = async (text: string, values: unknown[] = []): Promise<number | string> => {
  await client.query('savepoint one')
  try {
    const { rows, rowCount } = await client.query(text, values)
    return rows[0]?.n ?? rowCount ?? 0
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code'
  } finally {
    await client.query('rollback to savepoint one')
  }
}

const roles = Object.keys(opens) as Who[]

describe.each(roles)('a session of %s, table by table', (who) => {
  test('gives rows of the tables named here and of no other', async () => {
    const given = await as(who, async () => {
      const found: string[] = []
      for (const { name } of all) {
        const n = await tried(`select count(*)::int as n from ${name}`)
        if (typeof n === 'number' && n > 0) found.push(name)
      }
      return found
    })
    expect(given.filter((name) => !(opens[who] as readonly string[]).includes(name))).toEqual([])
    // What a role opens at all is there, or this test would prove nothing.
    expect(given).toContain('public.goals')
  })

  test('gives nothing of another young person, nor of another partnership', async () => {
    const { personId } = staged.ours
    const given = await as(who, async () => {
      const found: string[] = []
      for (const { name, columns } of all) {
        const person =
          name === 'public.people' ? 'id' : columns.includes('person_id') ? 'person_id' : undefined
        const others = [
          ...(person && name !== 'public.staff' ? [`${person} is distinct from '${personId}'`] : []),
          ...(name === 'public.staff' ? [`person_id is not null and person_id <> '${personId}'`] : []),
          ...(columns.includes('partnership_id') ? [`partnership_id <> '${staged.p.id}'`] : []),
        ]
        for (const other of others) {
          const n = await tried(`select count(*)::int as n from ${name} where ${other}`)
          if (typeof n === 'number' && n > 0) found.push(`${name}: ${other}`)
        }
      }
      return found
    })
    expect(given).toEqual([])
  })

  test('changes and deletes nothing of another young person’s, and adds nothing to their record', async () => {
    const { personId, episodeId } = staged.theirs
    const given: string[] = []
    for (const { name, columns } of all) {
      const person = name === 'public.people' ? 'id' : columns.includes('person_id') ? 'person_id' : undefined
      if (!person) continue
      const [row] = await sql(`select to_jsonb(t) as row from ${name} t where ${person} = $1 limit 1`, [
        personId,
      ])
      await as(who, async () => {
        for (const text of [`update ${name} set ${person} = ${person}`, `delete from ${name}`]) {
          const n = await tried(`${text} where ${person} = '${personId}'`)
          if (n !== 0 && n !== '42501') given.push(`${text}: ${n}`)
        }
        if (!row) return
        const anew = {
          ...(row.row as object),
          ...(columns.includes('id') && { id: crypto.randomUUID() }),
          ...(columns.includes('by_staff_id') && { by_staff_id: staged.who[who].id }),
          ...(columns.includes('episode_id') && { episode_id: episodeId }),
          // The next version of a plan: what is refused is whose it is, not its number.
          ...(columns.includes('number') && { number: Number((row.row as { number: number }).number) + 1 }),
        }
        const list = columns.join(', ')
        const n = await tried(
          `insert into ${name} (${list}) overriding system value select ${list} from jsonb_populate_record(null::${name}, $1)`,
          [JSON.stringify(anew)],
        )
        // A copy that the line let through would be one row, or fail on a key and say so.
        if (n !== '42501' && n !== '428C9') given.push(`insert ${name}: ${n}`)
      })
    }
    expect(given).toEqual([])
  })
})

/** What nobody but workers ever sees. */
const workersOnly = [
  'public.tasks',
  'public.concerns',
  'public.concern_additions',
  'public.grouping_decisions',
  'public.equality_facts',
  'public.person_references',
  'public.current_views',
  'public.capacity_decisions',
  'app.audit_log',
  'app.reach',
  'app.searches',
  'app.break_glass',
  'app.credentials',
  'app.recovery_codes',
]

test.each(roles)('%s sees nothing of what is for workers alone', async (who) => {
  for (const name of workersOnly) {
    expect([0, '42501'], name).toContain(await as(who, () => tried(`select count(*)::int as n from ${name}`)))
  }
})

test('a note marked as not for them is not there for the young person; one that is for them is', async () => {
  const { personId } = staged.ours
  await sql(
    `insert into notes (partnership_id, id, episode_id, person_id, happened_on, words, by_staff_id, for_them, not_for_them_because)
     select partnership_id, gen_random_uuid(), episode_id, person_id, happened_on, words, by_staff_id, false, 'About somebody else too'
     from notes where person_id = $1`,
    [personId],
  )
  expect(await sql('select for_them from notes where person_id = $1 order by 1', [personId])).toEqual([
    { for_them: false },
    { for_them: true },
  ])
  await as('young-person', async () => {
    expect(await tried('select count(*)::int as n from notes where for_them')).toBe(1)
    expect(await tried('select count(*)::int as n from notes where not for_them')).toBe(0)
  })
})

test('the screen in the room opens nothing that is the worker’s own, and can end none of their sessions', async () => {
  await staged.p.session(staged.amira.id, 'clinician')
  await as('in-room', async () => {
    expect(await tried('select count(*)::int as n from app.sessions')).toBe(0)
    expect(await tried('update app.sessions set revoked_at = now()')).toBe(0)
    expect(
      await tried(
        "select count(*)::int as n from app.idempotency_keys where act not in ('handOverScreen', 'rateInRoom')",
      ),
    ).toBe(0)
  })
})

test('a young person’s session rates and changes goals as themselves only', async () => {
  const { personId, episodeId } = staged.ours
  const [goal] = await sql('select id from goals where person_id = $1 limit 1', [personId])
  const rating = (rater: string, by: string) =>
    tried(
      `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, current_date, 5, $6)`,
      [staged.p.id, goal!.id, episodeId, personId, rater, by],
    )
  await as('young-person', async () => {
    const own = staged.who['young-person'].id
    expect(await rating('young-person', own)).toBe(1)
    expect(await rating('clinician', own)).toBe('42501')
    expect(await rating('young-person', staged.amira.id)).toBe('42501')
  })
  await as('in-room', async () => {
    expect(await rating('young-person', staged.amira.id)).toBe(1)
    expect(await rating('clinician', staged.amira.id)).toBe('42501')
    expect(await tried('update goals set words = words')).toBe(0)
  })
})
