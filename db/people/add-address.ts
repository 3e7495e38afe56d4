import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { invalid } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { address } from '@/lib/people/address'
import { normalisePostcode } from '@/lib/places/postcode'
import { postcodeOf } from './postcode-of'

const input = address.safeExtend({ personId: id })

/** A move. It does not change where a referral is counted: that place is fixed on the referral day. */
export const addAddress = act('addAddress', input, async (ctx, { personId, ...form }) => {
  await identityOf(ctx, personId)
  if (form.from > ctx.today)
    throw invalid({ from: 'This day is in the future. Enter the day they moved in, once they have.' })
  const postcode = postcodeOf(form)
  const pcds = normalisePostcode(postcode)
  const values = [ctx.actor.partnershipId, personId, form.from]
  const { rows } = await ctx.client.query(
    `select (select true from addresses where partnership_id = $1 and person_id = $2 and from_day = $3 and corrected_at is null limit 1) as taken,
       (select min(from_day) from addresses where partnership_id = $1 and person_id = $2 and from_day > $3 and corrected_at is null) as next`,
    values,
  )
  if (rows[0].taken)
    throw invalid({ from: 'There is an address from this day already. If it is wrong, correct that one.' })
  await ctx.client.query(
    `update addresses set to_day = $3 where partnership_id = $1 and person_id = $2 and from_day < $3
       and (to_day is null or to_day > $3) and corrected_at is null`,
    values,
  )
  const addressId = newId()
  await ctx.client.query(
    `insert into addresses (partnership_id, person_id, from_day, id, lines, postcode, pcds, to_day, by_staff_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...values,
      addressId,
      form.lines,
      postcode,
      'pcds' in pcds ? pcds.pcds : null,
      rows[0].next,
      ctx.actor.staffId,
    ],
  )
  ctx.about({ recordId: addressId })
  return { personId, addressId }
})
