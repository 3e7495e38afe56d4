import { hashPassword } from '@/db/access/hash'
import { Partnership } from '../../build/partnership'

/** A partnership with two administrators, a clinical and a community team, and a neighbour with an administrator of its own. */
export const stage = async () => {
  const p = await Partnership.make()
  const neighbour = await Partnership.make('Hill Partnership')
  const organisationId = await p.organisation()
  const ewmhs = await p.team({ organisationId })
  const mind = await p.team({ name: 'Mind', kind: 'community' })
  return {
    p,
    neighbour,
    organisationId,
    ewmhs,
    mind,
    ada: await p.worker('administrator', undefined, { name: 'Ada Admin' }),
    ben: await p.worker('administrator', undefined, { name: 'Ben Admin' }),
    amira: await p.worker('clinician', ewmhs),
    outsider: await neighbour.worker('administrator', undefined, { name: 'Hilda Hill' }),
  }
}

let kept: string | undefined
/** A hash is slow to make, and its password does not matter here. */
export const someHash = async () => (kept ??= await hashPassword('bafu-debo-hija-lomu-natu'))
