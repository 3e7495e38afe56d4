import { Client } from 'pg'
import { expect, test } from 'vitest'
import { core } from '@/db/reporting/core'
import { publish } from '@/db/reporting/publish'
import { readEquity } from '@/db/reporting/reads'
import { newId } from '@/lib/id'
import type { Domain } from '@/lib/places/deprivation'
import { breakdowns } from '@/lib/reporting/breakdowns'
import { importEqualityOracle } from '../../build/equality-oracle'
import { readCsv, realData } from '../../lib/real-data'

const year = { from: '2023-04-01', to: '2024-03-31' }
const levels = { decile: 'tenth', quintile: 'fifth' } as const

realData('3,360 referrals at real postcodes', () => {
  test('give every count of the independent breakdown before protection, and only protected ones after', async () => {
    const { partnership } = await importEqualityOracle()
    const client = new Client({ connectionString: process.env.DATABASE_ADMIN_URL })
    await client.connect()
    const asked = { partnershipId: partnership.id, period: year, edition: '2019' }
    const tables = breakdowns(await core(client, asked, 3))
    await client.end()

    const expected = readCsv('oracles/equality_end_to_end/breakdown_expected.csv')
    const got = expected.map(({ domain, grouping, group }) => {
      const table = tables.get(domain as Domain)!
      const counts = group === 'unknown' ? table.unknown : table[levels[grouping as 'decile']].get(group!)!
      return [domain, grouping, group, counts.people, counts.referrals, counts.accepted]
    })
    expect(got).toEqual(
      expected.map((row) => [
        row.domain,
        row.grouping,
        row.group,
        ...[row.n_persons, row.n_referrals, row.n_accepted].map(Number),
      ]),
    )
    expect(expected).toHaveLength(153)
    expect(new Set(expected.map((row) => row.domain))).toEqual(new Set(tables.keys()))
    for (const { all } of tables.values()) expect([all.people, all.referrals]).toEqual([3000, 3360])

    const system = await partnership.system()
    expect(await publish(system.token, { ...year, edition: '2019' }, newId())).toMatchObject({
      ok: true,
      value: { kind: 'published' },
    })
    const commissioner = await partnership.worker('commissioner')
    const shown = await readEquity(commissioner.token, { measure: 'accepted' })
    const cells = (shown.ok && shown.value.published?.cells) || []
    for (const row of expected) {
      const cell = cells.find(
        (c) =>
          c.measure === 'accepted' &&
          c.breakdown === row.domain &&
          c.level === levels[row.grouping as 'decile'] &&
          c.groupKey === row.group,
      )!
      const [accepted, referrals] = [Number(row.n_accepted), Number(row.n_referrals)]
      if (accepted < 5 || referrals - accepted < 5) expect(cell.numerator).toBeNull()
      else expect(cell.numerator).toBe(5 * Math.round(accepted / 5))
    }
  }, 120_000)
})
