import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { databaseAnswer } from '@/db/client'
import type { Ctx } from '@/db/door'
import { searchOf } from '@/db/people/search'
import { freezePlace } from '@/db/places/freeze-place'
import { episodes } from '@/db/schema/episodes'
import { addresses, people } from '@/db/schema/people'
import { day } from '@/lib/day'
import { invalid, notFound, refused } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { type NoNhsNumberReason, noNhsNumberReasons, safeContact } from '@/lib/people/identity'
import { names } from '@/lib/people/names'
import { optionalNhsNumber, parseNhsNumber } from '@/lib/people/nhs-number'
import { normalisePostcode } from '@/lib/places/postcode'
import { newReferral } from '@/lib/referrals/referral'
import { freezeGroups } from './freeze-groups'

const referral = newReferral.extend({
  /** The search made before this form: nobody is written down unlooked-for. */
  searchId: id,
  teamId: z.uuid({ error: 'Choose the team this referral is for.' }),
  reference: z.string().trim().max(100, 'Use 100 letters or fewer.').default(''),
  postcode: z
    .string()
    .max(20, 'Use 20 letters or fewer.')
    .default('')
    .refine((text) => normalisePostcode(text).kind !== 'nonsense', {
      error: 'This is not a postcode. Enter one like CM8 2AB, or leave it empty.',
    }),
})

const newPerson = referral.extend({
  who: z.literal('new'),
  givenName: names.shape.given,
  familyName: names.shape.family,
  knownAs: names.shape.knownAs,
  pronouns: names.shape.pronouns,
  born: day,
  nhsNumber: optionalNhsNumber,
  nhsNumberAbsent: z.string().default(''),
  safeContact,
})

const input = z.discriminatedUnion(
  'who',
  [
    newPerson,
    referral.extend({ who: z.literal('known-here') }),
    referral.extend({ who: z.literal('within-reach'), personId: id }),
  ],
  { error: 'Say whom this referral is about.' },
)

/** Writes down a referral: for someone new, or for someone already known. The episode waits until it is decided. */
export const registerReferral = act('registerReferral', input, async (ctx, form) => {
  const { typed } = await searchOf(ctx, form.searchId, 'referral')
  if (!ctx.actor.teamIds.includes(form.teamId)) throw invalid({ teamId: 'Choose one of your own teams.' })
  if (form.referredOn > ctx.today)
    throw invalid({ referredOn: 'This day is in the future. Enter the day of the referral.' })
  const personId =
    form.who === 'new'
      ? await addPerson(ctx, form)
      : form.who === 'known-here'
        ? await personKnownHere(ctx, typed)
        : await personWithinReach(ctx, form.personId)
  await refuseSecond(ctx, personId, form)
  const episodeId = newId()
  await ctx.db.insert(episodes).values({
    partnershipId: ctx.actor.partnershipId,
    id: episodeId,
    personId,
    teamId: form.teamId,
    referredOn: form.referredOn,
    source: form.source,
    referredBy: form.referredBy,
    words: form.words,
    reference: form.reference || null,
  })
  await keepAddress(ctx, personId, form)
  await freezePlace(ctx, { episodeId, personId, referredOn: form.referredOn })
  await freezeGroups(ctx, personId, episodeId)
  ctx.about({ personId, recordId: episodeId, detail: { person: form.who } })
  return { episodeId, personId }
})

async function addPerson(ctx: Ctx, form: z.output<typeof newPerson>): Promise<string> {
  if (form.born > ctx.today)
    throw invalid({ born: 'This day is in the future. Enter the day they were born.' })
  if (form.born > form.referredOn)
    throw invalid({ referredOn: 'This day is before they were born. Check both dates.' })
  const number = form.nhsNumber.trim()
    ? parseNhsNumber(form.nhsNumber, { allowTest: ctx.actor.demonstration })
    : undefined
  if (number && !number.ok) throw invalid({ nhsNumber: number.because })
  if (!number && !(form.nhsNumberAbsent in noNhsNumberReasons))
    throw invalid({ nhsNumberAbsent: 'Enter the NHS number, or choose why there is none.' })
  const personId = newId()
  try {
    await ctx.db.insert(people).values({
      partnershipId: ctx.actor.partnershipId,
      id: personId,
      givenName: form.givenName,
      familyName: form.familyName,
      knownAs: form.knownAs,
      pronouns: form.pronouns,
      born: form.born,
      nhsNumber: number?.value ?? null,
      nhsNumberAbsent: number ? null : (form.nhsNumberAbsent as NoNhsNumberReason),
      safeContact: form.safeContact,
    })
  } catch (error) {
    if (databaseAnswer(error)?.constraint !== 'people_nhs_number') throw error
    throw invalid({
      nhsNumber:
        'Someone with this NHS number is already known here. Go back one step and look for them again.',
    })
  }
  return personId
}

/** Joined only to one person, by NHS number and birth date or by full name and birth date; the database decides and notes it. */
async function personKnownHere(ctx: Ctx, typed: Record<string, string>): Promise<string> {
  const { rows } = await ctx.client.query('select app.attach_known($1, $2, $3, $4) as id', [
    typed.nhsNumber || null,
    typed.givenName,
    typed.familyName,
    typed.born,
  ])
  if (rows[0].id) return rows[0].id
  throw refused(
    'These details do not fit one person here closely enough. Check the NHS number and the date of birth with the referrer.',
  )
}

async function personWithinReach(ctx: Ctx, personId: string): Promise<string> {
  const [found] = await ctx.db.select({ diedOn: people.diedOn }).from(people).where(eq(people.id, personId))
  if (!found) throw notFound()
  if (found.diedOn) throw refused('This young person has died. Check whom this referral is about.')
  return personId
}

async function refuseSecond(ctx: Ctx, personId: string, form: { teamId: string; reference: string }) {
  const [open] = await ctx.db
    .select({ status: episodes.status })
    .from(episodes)
    .where(
      and(
        eq(episodes.personId, personId),
        eq(episodes.teamId, form.teamId),
        inArray(episodes.status, ['waiting', 'open']),
      ),
    )
  if (open)
    throw refused(
      open.status === 'open'
        ? 'This young person is already being helped by this team. Open their record instead.'
        : 'This young person is already waiting with this team. Open that referral instead.',
    )
  if (!form.reference) return
  const [same] = await ctx.db
    .select({ id: episodes.id })
    .from(episodes)
    .where(and(eq(episodes.teamId, form.teamId), eq(episodes.reference, form.reference)))
  if (same)
    throw invalid({
      reference: 'This team already has a referral with this number. Check it, or leave it empty.',
    })
}

/** An address that differs from the one we hold is where they lived from the referral day on; the others stay in the history. */
async function keepAddress(ctx: Ctx, personId: string, form: { postcode: string; referredOn: string }) {
  const postcode = normalisePostcode(form.postcode)
  if (postcode.kind === 'blank' || postcode.kind === 'nonsense') return
  const held = await ctx.db
    .select({ id: addresses.id, pcds: addresses.pcds, from: addresses.fromDay, to: addresses.toDay })
    .from(addresses)
    .where(and(eq(addresses.personId, personId), isNull(addresses.correctedAt)))
    .orderBy(asc(addresses.fromDay))
  const then = held.findLast((one) => one.from <= form.referredOn)
  if (then?.pcds === postcode.pcds) return
  if (then?.from === form.referredOn)
    throw invalid({
      postcode:
        'Another address is recorded from this day. Correct it in Details first, or leave this empty.',
    })
  if (then && (then.to === null || then.to > form.referredOn))
    await ctx.db.update(addresses).set({ toDay: form.referredOn }).where(eq(addresses.id, then.id))
  await ctx.db.insert(addresses).values({
    partnershipId: ctx.actor.partnershipId,
    id: newId(),
    personId,
    postcode: form.postcode.trim(),
    pcds: postcode.pcds,
    fromDay: form.referredOn,
    toDay: held.find((one) => one.from > form.referredOn)?.from ?? null,
    byStaffId: ctx.actor.staffId,
  })
}
