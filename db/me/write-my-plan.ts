import { act } from '@/db/act'
import { keepVersion } from '@/db/plans/keep-version'
import { textsIn, typedPlan } from '@/lib/plans/form'
import { ownIdentity } from './own'

const input = typedPlan.omit({ personId: true })

/** A young person writes their plan: any part, any order, at any time, also when nobody is helping them just now. */
export const writeMyPlan = act('writeMyPlan', input, async (ctx, { kind, version, ...form }) => {
  const { personId, episode } = await ownIdentity(ctx)
  const number = await keepVersion(ctx, {
    personId,
    kind,
    episodeId: episode.status === 'open' ? episode.id : null,
    basedOn: version,
    texts: textsIn(kind, form),
    how: 'alone',
  })
  return { kind, number }
})
