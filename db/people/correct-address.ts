import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { freezePlace } from '@/db/places/freeze-place'
import { conflict, invalid, notFound } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { address, addressOn } from '@/lib/people/address'
import { normalisePostcode } from '@/lib/places/postcode'
import { postcodeOf } from './postcode-of'

const input = address.safeExtend({ personId: id, addressId: id })

const standing = `select id, lines, postcode, from_day as "from", to_day, corrected_at from addresses
  where partnership_id = $1 and person_id = $2`

/**
 * Puts a wrong address right: the wrong one stays in the history, marked as corrected. Where a referral is counted changes
 * with it, when this was the address of its day.
 */
export const correctAddress = act('correctAddress', input, async (ctx, { personId, addressId, ...form }) => {
  await identityOf(ctx, personId)
  if (form.from > ctx.today)
    throw invalid({ from: 'This day is in the future. Enter the day they moved in.' })
  const key = [ctx.actor.partnershipId, personId]
  const history = (await ctx.client.query(standing, key)).rows
  const wrong = history.find((row) => row.id === addressId)
  if (!wrong) throw notFound()
  if (wrong.corrected_at) {
    const [theirs] = (await ctx.client.query(`${standing} and corrects = $3`, [...key, addressId])).rows
    throw conflict('Someone else corrected this address while you were writing.', {
      lines: theirs?.lines ?? '',
      postcode: theirs?.postcode ?? '',
      from: theirs?.from ?? '',
    })
  }
  const before = history.filter((row) => !row.corrected_at)
  if (before.some((row) => row.id !== addressId && row.from === form.from))
    throw invalid({ from: 'There is another address from this day. Enter the day this one began.' })
  const postcode = postcodeOf(form)
  const pcds = normalisePostcode(postcode)
  const rightId = newId()
  await ctx.client.query('update addresses set corrected_at = now() where partnership_id = $1 and id = $2', [
    ctx.actor.partnershipId,
    addressId,
  ])
  await ctx.client.query(
    `insert into addresses (partnership_id, person_id, id, lines, postcode, pcds, from_day, to_day, corrects, by_staff_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...key,
      rightId,
      form.lines,
      postcode,
      'pcds' in pcds ? pcds.pcds : null,
      form.from,
      wrong.to_day,
      addressId,
      ctx.actor.staffId,
    ],
  )
  // The days of the others follow: each address lasts until the next begins.
  await ctx.client.query(
    `update addresses a set to_day = n.next from (
       select id, lead(from_day) over (order by from_day) as next from addresses
       where partnership_id = $1 and person_id = $2 and corrected_at is null
     ) n where a.partnership_id = $1 and a.id = n.id and n.next is not null and a.to_day is distinct from n.next`,
    key,
  )
  const after = [...before.filter((row) => row.id !== addressId), { id: rightId, from: form.from }]
  const episodes = await ctx.client.query(
    'select id, referred_on from episodes where partnership_id = $1 and person_id = $2',
    key,
  )
  const touched = episodes.rows.filter(
    (one) => addressOn(before, one.referred_on)?.id !== addressOn(after, one.referred_on)?.id,
  )
  for (const one of touched)
    await freezePlace(ctx, { episodeId: one.id, personId, referredOn: one.referred_on })
  ctx.about({ recordId: rightId, detail: { corrects: addressId, placesChanged: touched.length } })
  return { personId, addressId: rightId }
})
