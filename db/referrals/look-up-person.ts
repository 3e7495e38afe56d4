import { z } from 'zod'
import { act } from '@/db/act'
import { searches } from '@/db/schema/access'
import { day } from '@/lib/day'
import { invalid, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { names } from '@/lib/people/names'
import { optionalNhsNumber, parseNhsNumber } from '@/lib/people/nhs-number'

const input = z.strictObject({
  givenName: names.shape.given,
  familyName: names.shape.family,
  born: z.string().pipe(day),
  nhsNumber: optionalNhsNumber,
})

/**
 * Before a referral is written: who within reach may be meant, and whether somebody out of reach is already known here.
 * The answer names nobody and no service, is audited, and is given only so often (app.known_here).
 */
export const lookUpPerson = act(
  'lookUpPerson',
  input,
  async (ctx, { givenName, familyName, born, nhsNumber }) => {
    if (born > ctx.today) throw invalid({ born: 'This day is in the future. Enter the day they were born.' })
    const number = nhsNumber.trim()
      ? parseNhsNumber(nhsNumber, { allowTest: ctx.actor.demonstration })
      : undefined
    if (number && !number.ok) throw invalid({ nhsNumber: number.because })
    const { rows } = await ctx.client.query('select app.known_here($1, $2, $3, $4) as known', [
      number?.value ?? null,
      givenName,
      familyName,
      born,
    ])
    if (rows[0].known === 'throttled')
      throw refused('You have asked about many people in the last hour. Wait a while, then try again.')
    if (rows[0].known === 'refused') throw refused('Your role does not allow this. Ask your team lead.')
    const searchId = newId()
    await ctx.client.query('select app.forget_day_old()')
    await ctx.db.insert(searches).values({
      partnershipId: ctx.actor.partnershipId,
      id: searchId,
      staffId: ctx.actor.staffId,
      kind: 'referral',
      typed: { givenName, familyName, born, nhsNumber: number?.value ?? '' },
      knownHere: rows[0].known === 'here',
    })
    ctx.about({ recordId: searchId })
    return { searchId }
  },
  { secret: true },
)
