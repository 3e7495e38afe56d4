import { describe, expect, test } from 'vitest'
import { checkReferrals } from '@/db/imports/check-referrals'
import { openDeskSession } from '@/db/imports/desk-session'
import { discardImport } from '@/db/imports/discard-import'
import { importReferrals } from '@/db/imports/import-referrals'
import { importReview, imports, rejectedRows } from '@/db/imports/reads'
import { rejectedCsv } from '@/db/imports/rejected-csv'
import { newId } from '@/lib/id'
import { asOwner } from '../../build/owner'
import { Partnership, type Team, type Worker } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'

const headings =
  'referral_id,person_id,nhs_number,given_name,family_name,sex,date_of_birth,postcode,referral_date,accepted'
const csv = (...lines: string[]) => `${[headings, ...lines].join('\n')}\n`
const sam = 'R1,P1,9434765919,Sam,Whitlow,F,2010-05-14,cm8 2ab,2026-03-02,1'
const kit = 'R2,P2,,Kit,Moss,X,14/06/2011,,03/03/2026,0'
const ada = 'R3,P3,,Ada,Rook,F,2012-01-31,ZZ99 3VZ,2026-03-04,'

type Stage = { p: Partnership; team: Team; desk: Worker }

const stage = async (): Promise<Stage> => {
  const p = await Partnership.make()
  const team = await p.team()
  return { p, team, desk: await p.worker('clinician', team, { referralsDesk: true }) }
}

const check = (desk: Worker, team: Team, file: string) =>
  checkReferrals(desk.token, { teamId: team.id, fileName: 'march.csv', file }, newId())

const checked = async (desk: Worker, team: Team, file: string) => {
  const result = await check(desk, team, file)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

const imported = async (desk: Worker, team: Team, file: string) => {
  const { importId } = await checked(desk, team, file)
  const result = await importReferrals(desk.token, { importId }, newId())
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return importId
}

const problemsOf = async (desk: Worker, importId: string) => {
  const review = await importReview(desk.token, { importId, kind: 'problem' })
  if (!review.ok) throw new Error(JSON.stringify(review.failure))
  return review.value.rows.map((row) => [row.line, row.problems.join(' ')])
}

const recordOf = (p: Partnership) =>
  sql(
    `select e.reference, p.given_name, p.family_name, p.born, p.nhs_number, e.status, e.referred_on, e.accepted_on, e.declined_because,
      e.named_worker_id is not null as somebody_beside, (select string_agg(coalesce(a.pcds, a.postcode), '; ' order by a.from_day, a.made_at)
        from addresses a where a.person_id = p.id and a.corrected_at is null) as postcodes, e.groups
    from episodes e join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
    where e.partnership_id = $1 order by e.reference`,
    [p.id],
  )

describe('a referrals file', () => {
  test('is checked without anything reaching a record; then its new referrals are imported', async () => {
    const { p, team, desk } = await stage()
    const result = await checked(desk, team, csv(sam, kit, ada))
    expect(result).toMatchObject({ new: 3, changed: 0, same: 0, problem: 0 })
    expect(await recordOf(p)).toEqual([])
    expect(await sql('select 1 from people where partnership_id = $1', [p.id])).toEqual([])
    expect(await importReferrals(desk.token, { importId: result.importId }, newId())).toMatchObject({
      ok: true,
      value: { imported: 3, rejected: 0 },
    })
    expect(await recordOf(p)).toMatchObject([
      {
        reference: 'R1',
        given_name: 'Sam',
        family_name: 'Whitlow',
        nhs_number: '9434765919',
        status: 'open',
        accepted_on: '2026-03-02',
        somebody_beside: true,
        postcodes: 'CM8 2AB',
        groups: { sex: 'female' },
      },
      {
        reference: 'R2',
        born: '2011-06-14',
        referred_on: '2026-03-03',
        status: 'declined',
        declined_because: 'declined-in-file',
        somebody_beside: false,
        postcodes: null,
      },
      { reference: 'R3', status: 'waiting', declined_because: null, postcodes: 'ZZ99 3VZ' },
    ])
    expect(await sql('select 1 from referral_import_rows where partnership_id = $1', [p.id])).toEqual([])
  })

  test('is audited as opened records, one row for each, without words; the file itself is kept nowhere', async () => {
    const { p, team, desk } = await stage()
    await imported(desk, team, csv(sam, kit))
    const opened = await sql(
      "select person_id, record_id, detail from app.audit_log where act = 'importReferrals' and outcome = 'opened' and staff_id = $1",
      [desk.id],
    )
    expect(opened).toHaveLength(2)
    const people = await sql('select id from people where partnership_id = $1', [p.id])
    expect(new Set(opened.map((row) => row.person_id))).toEqual(new Set(people.map((row) => row.id)))
    const kept = await sql('select input from app.idempotency_keys where staff_id = $1', [desk.id])
    expect(JSON.stringify([opened, kept])).not.toMatch(/Whitlow|9434765919|cm8/i)
  })

  test('imported again says nothing new, and cannot be imported', async () => {
    const { p, team, desk } = await stage()
    await imported(desk, team, csv(sam, kit, ada))
    const again = await checked(desk, team, csv(sam, kit, ada))
    expect(again).toMatchObject({ new: 0, changed: 0, same: 3, problem: 0 })
    expect(await importReferrals(desk.token, { importId: again.importId }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect(await recordOf(p)).toHaveLength(3)
  })

  test('with a changed postcode and an acceptance corrects the record and keeps the wrong address in the history', async () => {
    const { p, team, desk } = await stage()
    await imported(desk, team, csv(sam, ada))
    const later = csv(sam.replace('cm8 2ab', 'CM8 1XY'), ada.replace(/,$/, ',1'))
    expect(await checked(desk, team, later)).toMatchObject({ new: 0, changed: 2, same: 0, problem: 0 })
    await imported(desk, team, later)
    expect(await recordOf(p)).toMatchObject([
      { reference: 'R1', postcodes: 'CM8 1XY' },
      { reference: 'R3', status: 'open', somebody_beside: true },
    ])
    const history = await sql(
      'select pcds, corrected_at is not null as corrected from addresses where partnership_id = $1 and pcds like $2 order by made_at',
      [p.id, 'CM8%'],
    )
    expect(history).toEqual([
      { pcds: 'CM8 2AB', corrected: true },
      { pcds: 'CM8 1XY', corrected: false },
    ])
    expect(await checked(desk, team, later)).toMatchObject({ changed: 0, same: 2 })
  })

  test('with empty cells takes nothing away', async () => {
    const { team, desk } = await stage()
    await imported(desk, team, csv(sam))
    expect(await checked(desk, team, csv('R1,P1,,,,,2010-05-14,,2026-03-02,'))).toMatchObject({
      same: 1,
      changed: 0,
    })
  })

  test('cannot undo what was decided here, nor change who somebody is', async () => {
    const { team, desk } = await stage()
    await imported(desk, team, csv(sam, kit))
    const { importId, problem } = await checked(
      desk,
      team,
      csv(sam.replace(/1$/, '0'), kit.replace('14/06/2011', '15/06/2011')),
    )
    expect(problem).toBe(2)
    expect(await problemsOf(desk, importId)).toEqual([
      [2, expect.stringContaining('here this referral was accepted')],
      [3, expect.stringContaining('date_of_birth')],
    ])
  })

  test('about somebody known in the partnership by NHS number joins that record, and makes no second one', async () => {
    const { p, team, desk } = await stage()
    const known = await p.person({ nhsNumber: '9434765919', born: '2010-05-14', givenName: 'Samira' })
    await imported(desk, team, csv(sam))
    expect(await sql('select person_id from episodes where partnership_id = $1', [p.id])).toEqual([
      { person_id: known },
    ])
    expect((await recordOf(p))[0]).toMatchObject({ given_name: 'Samira' })
  })

  test('two referrals of one young person are one person with two episodes', async () => {
    const { p, team, desk } = await stage()
    await imported(desk, team, csv(sam, sam.replace('R1', 'R9').replace('2026-03-02', '2026-05-02')))
    expect(await recordOf(p)).toHaveLength(2)
    expect(await sql('select 1 from people where partnership_id = $1', [p.id])).toHaveLength(1)
  })
})

describe('bad input', () => {
  test('rule 58: letters in an NHS number and a wrong check digit are problems of their line; the others are imported', async () => {
    const { p, team, desk } = await stage()
    const { importId } = await checked(
      desk,
      team,
      csv(sam.replace('9434765919', '94347659IO'), kit.replace('P2,,', 'P2,9434765918,'), ada),
    )
    expect(await problemsOf(desk, importId)).toEqual([
      [2, expect.stringContaining('no letters')],
      [3, expect.stringContaining('not a valid NHS number')],
    ])
    expect(await importReferrals(desk.token, { importId }, newId())).toMatchObject({
      value: { imported: 1, rejected: 2 },
    })
    expect(await recordOf(p)).toMatchObject([{ reference: 'R3' }])
    const rejected = await rejectedRows(desk.token, { importId })
    expect(rejected.ok && rejectedCsv(rejected.value.rows)).toContain('R1')
  })

  test('rule 59: a test number (999…) is refused in a real partnership and taken in the demonstration', async () => {
    const { p, team, desk } = await stage()
    const file = csv(sam.replace('9434765919', '9990000018'))
    expect(await checked(desk, team, file)).toMatchObject({ problem: 1 })
    await sql('update partnerships set demonstration = true where id = $1', [p.id])
    expect(await checked(desk, team, file)).toMatchObject({ new: 1 })
  })

  test('rule 60: an ethnic category that is none is a problem; Z and 99 are kept apart', async () => {
    const { p, team, desk } = await stage()
    const file = (code: string) =>
      `referral_id,person_id,date_of_birth,referral_date,ethnic_category\nR${code},P${code},2010-01-01,2026-03-01,${code}\n`
    for (const code of ['I', 'O', 'Q'])
      expect(await checked(desk, team, file(code))).toMatchObject({ problem: 1 })
    await imported(desk, team, file('Z'))
    await imported(desk, team, file('99'))
    expect((await recordOf(p)).map((row) => row.groups)).toEqual([
      { ethnicCategory: 'not-asked' },
      { ethnicCategory: 'chose-not-to-say' },
    ])
  })

  test('the same referral number twice is told with both lines', async () => {
    const { team, desk } = await stage()
    const { importId } = await checked(desk, team, csv(sam, kit, sam))
    expect(await problemsOf(desk, importId)).toEqual([[4, 'Referral number "R1" is already on line 2.']])
  })

  test.each([
    ['a wrong file', 'Postcode,Rank\nCM8 2AB,1\n', 'column we do not know: "rank"'],
    [
      'a file cut off within a line',
      `${headings}\n${sam}\n${kit.slice(0, 8)}`,
      'Line 3 has 4 columns and the heading has 10',
    ],
    ['a file cut off within quotes', `${headings}\nR1,P1,,"Sam`, 'never closed'],
    ['an empty file', '', 'Choose a file'],
    ['headings alone', `${headings}\n`, 'no referrals'],
  ])('%s is refused with a sentence and leaves nothing', async (_, file, because) => {
    const { p, team, desk } = await stage()
    const result = await check(desk, team, file)
    expect(result).toMatchObject({
      ok: false,
      failure: { fields: { file: expect.stringContaining(because) } },
    })
    expect(await sql('select 1 from referral_imports where partnership_id = $1', [p.id])).toEqual([])
  })

  test('a review no longer holds when the record has changed since: nothing is imported', async () => {
    const { p, team, desk } = await stage()
    const { importId } = await checked(desk, team, csv(sam, kit))
    await imported(desk, team, csv(kit))
    const before = await recordOf(p)
    expect(await importReferrals(desk.token, { importId }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'conflict' },
    })
    expect(await recordOf(p)).toEqual(before)
  })

  test('the same import pressed twice at once imports once', async () => {
    const { p, team, desk } = await stage()
    const { importId } = await checked(desk, team, csv(sam))
    const answers = await Promise.all([1, 2].map(() => importReferrals(desk.token, { importId }, newId())))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await recordOf(p)).toHaveLength(1)
  })

  test('a discarded file leaves nothing and cannot be imported', async () => {
    const { p, team, desk } = await stage()
    const { importId } = await checked(desk, team, csv(sam))
    expect((await discardImport(desk.token, { importId }, newId())).ok).toBe(true)
    expect(await sql('select 1 from referral_import_rows where partnership_id = $1', [p.id])).toEqual([])
    expect(await importReferrals(desk.token, { importId }, newId())).toMatchObject({
      failure: { kind: 'conflict' },
    })
  })

  test('a cell that a spreadsheet would run is made plain text in the file of rejected lines', () => {
    const text = rejectedCsv([{ line: 2, fields: { referral_id: '=HYPERLINK("x")' }, problems: ['Wrong.'] }])
    expect(text).toContain(`'=HYPERLINK`)
  })
})

describe('whose desk', () => {
  test('without the right nothing is checked, and no team is offered', async () => {
    const { p, team } = await stage()
    const clinician = await p.worker('clinician', team)
    expect(await check(clinician, team, csv(sam))).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(await imports(clinician.token, undefined)).toMatchObject({
      ok: true,
      value: { teams: [], recent: [] },
    })
  })

  test('the desk of one team is not the desk of another, not even of one’s own other team', async () => {
    const { p, desk } = await stage()
    const other = await p.team({ name: 'Mind', kind: 'community' })
    expect(await check(desk, other, csv(sam))).toEqual({ ok: false, failure: { kind: 'not-found' } })
    await sql(
      "insert into memberships (partnership_id, id, staff_id, team_id, role, from_day) values ($1, $2, $3, $4, 'clinician', '2020-01-01')",
      [p.id, newId(), desk.id, other.id],
    )
    expect(await check(desk, other, csv(sam))).toEqual({ ok: false, failure: { kind: 'not-found' } })
  })

  test('a file checked by one team’s desk is out of reach of another’s', async () => {
    const { p, team, desk } = await stage()
    const { importId } = await checked(desk, team, csv(sam))
    const other = await p.team({ name: 'Mind', kind: 'community' })
    const stranger = await p.worker('facilitator', other, { referralsDesk: true })
    const elsewhere = await stage()
    for (const someone of [stranger, elsewhere.desk]) {
      expect(await importReview(someone.token, { importId })).toEqual({
        ok: false,
        failure: { kind: 'not-found' },
      })
      expect(await rejectedRows(someone.token, { importId })).toEqual({
        ok: false,
        failure: { kind: 'not-found' },
      })
      expect(await importReferrals(someone.token, { importId }, newId())).toEqual({
        ok: false,
        failure: { kind: 'not-found' },
      })
    }
    expect((await importReferrals(desk.token, { importId }, newId())).ok).toBe(true)
  })

  test('whether a number is known elsewhere in the partnership is answered to the desk and to no one else', async () => {
    const { p, team, desk } = await stage()
    const known = await p.person({ nhsNumber: '9434765919', born: '2010-05-14' })
    const clinician = await p.worker('clinician', team)
    const lead = await p.worker('team-lead', await p.team({ name: 'Other' }), { referralsDesk: true })
    const app = asRole('app')
    const asked = async (token: string) => {
      const client = await app.connect()
      try {
        await client.query('begin')
        await client.query("select set_config('app.session', $1, true)", [token])
        const { rows } = await client.query("select person_id from app.match_people($1, '{}', $2)", [
          team.id,
          ['9434765919'],
        ])
        return rows
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await asked(desk.token)).toEqual([{ person_id: known }])
    for (const someone of [clinician, lead]) expect(await asked(someone.token)).toEqual([])
    await app.end()
  })

  test('the command on the server acts as somebody who holds a desk, and as nobody else', async () => {
    const { team, desk, p } = await stage()
    const clinician = await p.worker('clinician', team)
    const [token, none] = await asOwner(async (owner) => [
      await openDeskSession(owner, `${desk.id}@EXAMPLE.test`),
      await openDeskSession(owner, `${clinician.id}@example.test`),
    ])
    expect(none).toBeUndefined()
    expect(
      await checkReferrals(token, { teamId: team.id, fileName: '', file: csv(sam) }, newId()),
    ).toMatchObject({
      ok: true,
      value: { new: 1 },
    })
    const app = asRole('app')
    await expect(app.query("select app.open_desk_session('x', 'y')")).rejects.toThrow(/permission denied/)
    await app.end()
  })
})
