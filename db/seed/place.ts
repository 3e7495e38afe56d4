import type { Client } from 'pg'
import { inventedEdition } from '@/lib/places/area-file'
import { decile, domainKeys } from '@/lib/places/deprivation'
import type { Random } from './random'
import { insert } from './rows'

const districts = [
  'Saltmarsh',
  'Quayside',
  'Northfield',
  'Larkhill',
  'Old Town',
  'Ferry Road',
  'Millbrook',
  'Seaview',
]
const streets = ['Harbour Street', 'Mill Lane', 'Orchard Way', 'Church Road', 'Station Road', 'Marsh View']

type Area = { code: string; name: string; postcodes: string[]; imd: number }
export type Place = { areas: Area[]; streets: readonly string[] }

/**
 * An invented district of 80 small areas with ranks of their own, because the published files are not ours to ship. The
 * codes and postcodes exist nowhere (no postcode area is called QE). The domains go together, but not wholly, as they do.
 */
export async function layOutPlace(client: Client, random: Random): Promise<Place> {
  const count = 80
  const names = Array.from(
    { length: count },
    (_, i) => `${districts[i % districts.length]} 0${Math.floor(i / districts.length) + 10}`,
  )
  const ranks = Object.fromEntries(
    domainKeys.map((domain) => {
      const spread = domain === 'imd' ? 0 : domain === 'housing' || domain === 'environment' ? 90 : 25
      const order = names
        .map((_, i) => ({ i, at: i + spread * (random.next() - 0.5) }))
        .sort((a, b) => a.at - b.at)
      const rank = new Map(order.map(({ i }, at) => [i, at + 1]))
      return [domain, rank] as const
    }),
  )
  const code = (i: number) => `E0199${String(i + 1).padStart(4, '0')}`
  await insert(client, 'place_editions', [
    {
      edition: inventedEdition,
      vintage: '2021',
      areas: count,
      file_name: 'the invented place of the demonstration',
      file_hash: 'invented',
      loaded_at: new Date(),
    },
  ])
  await insert(
    client,
    'place_areas',
    names.map((name, i) => ({
      edition: inventedEdition,
      vintage: '2021',
      lsoa: code(i),
      name: `Estuary ${name}`,
      authority: 'E06999999',
      authority_name: 'Estuary',
      ...Object.fromEntries(
        domainKeys.flatMap((domain) => {
          const rank = ranks[domain]!.get(i)!
          return [
            [`${domain}_rank`, rank],
            [domain, decile(rank, count)],
          ]
        }),
      ),
    })),
  )
  const areas = names.map((name, i) => ({
    code: code(i),
    name,
    imd: decile(ranks.imd!.get(i)!, count),
    postcodes: ['AB', 'CD', 'EF'].map((end) => `QE${(i % 9) + 1} ${Math.floor(i / 9)}${end}`),
  }))
  await insert(
    client,
    'place_postcodes',
    areas.flatMap((area) =>
      area.postcodes.map((pcds) => ({
        pcds,
        introduced: 198001,
        terminated: null,
        country: 'E92000001',
        authority: 'E06999999',
        lsoa11: null,
        lsoa21: area.code,
      })),
    ),
  )
  return { areas, streets }
}
