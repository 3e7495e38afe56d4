import { checkReferrals } from '@/db/imports/check-referrals'
import { importReferrals } from '@/db/imports/import-referrals'
import { importAreas } from '@/db/places/import-areas'
import { importPostcodes } from '@/db/places/import-postcodes'
import { newId } from '@/lib/id'
import { readText, realPath } from '../lib/real-data'
import { asOwner } from './owner'
import { Partnership, type Team, type Worker } from './partnership'

export type EqualityOracle = { partnership: Partnership; team: Team; desk: Worker; importId: string }

/** Real areas of both editions and the real postcodes of six areas, as the import commands load them. */
export const importRealPlaces = () =>
  asOwner(async (client) => {
    await importAreas(client, realPath('imd/iod2019_lsoa11.csv.gz'))
    await importAreas(client, realPath('imd/iod2025_lsoa21.csv.gz'))
    await importPostcodes(client, realPath('geography/nspl_2021nov_WN_SR_HX_TF_HR_SM.csv.gz'), {
      changes: realPath('geography/lsoa11_to_lsoa21_ltla22.csv.gz'),
    })
  })

/** 3,360 synthetic referrals at real postcodes, in a partnership of their own, through the acts. */
export async function importEqualityOracle(): Promise<EqualityOracle> {
  await importRealPlaces()
  const partnership = await Partnership.make('Six Areas')
  const team = await partnership.team()
  const desk = await partnership.worker('team-lead', team, { referralsDesk: true })
  const file = readText('oracles/equality_end_to_end/referrals_raw.csv')
  const checked = await checkReferrals(
    desk.token,
    { teamId: team.id, fileName: 'referrals_raw.csv', file },
    newId(),
  )
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure))
  const imported = await importReferrals(desk.token, { importId: checked.value.importId }, newId())
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure))
  return { partnership, team, desk, importId: checked.value.importId }
}
