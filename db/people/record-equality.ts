import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { equalityFacts } from '@/db/schema/people'
import { invalid } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { notSaid } from '@/lib/people/equality'
import { type FactKey, factKeys, factOf } from '@/lib/people/facts'

const answer = (key: FactKey) => {
  const { options, several } = factOf(key)
  const allowed = [...Object.keys(options), ...Object.keys(notSaid)]
  const one = z.enum(allowed as [string, ...string[]], { error: 'Choose from the list.' })
  if (!several) return z.union([one, z.literal('')], { error: 'Choose from the list.' }).default('')
  return z
    .preprocess(
      (sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]),
      z.array(one),
    )
    .superRefine((codes, ctx) => {
      const alone = codes.find((code) => code === 'NN' || code in notSaid)
      if (alone && codes.length > 1)
        ctx.addIssue({
          code: 'custom',
          message: `“${options[alone] ?? notSaid[alone as keyof typeof notSaid]}” cannot stand beside another answer.`,
        })
    })
    .transform((codes) => [...codes].sort().join(','))
}

const ownWords = z.string().max(500, 'Use 500 letters or fewer.').default('')

const asked = Object.fromEntries(
  factKeys.flatMap((key) => [
    [key, answer(key)],
    ...(factOf(key).ownWords ? [[`${key}-words`, ownWords]] : []),
  ]),
) as Record<FactKey | `${FactKey}-words`, z.ZodOptional<z.ZodType<string, string | string[]>>>

const input = z.strictObject({ personId: id, ...asked })

/**
 * Equality facts and circumstances as told today. Append-only: a changed answer is a new row, an answer left as it was
 * adds nothing, and a question left empty stays "not recorded".
 */
export const recordEquality = act('recordEquality', input, async (ctx, form) => {
  const { personId } = await identityOf(ctx, form.personId)
  const now = await ctx.client.query(
    `select distinct on (fact) fact, value, words from equality_facts where partnership_id = $1 and person_id = $2
     order by fact, made_at desc, id desc`,
    [ctx.actor.partnershipId, personId],
  )
  const before = new Map(now.rows.map((row) => [row.fact as string, row]))
  const unchosen = factKeys.filter(
    (fact) => (form[fact] ?? '') === '' && (form[`${fact}-words`] ?? '').trim() !== '' && !before.has(fact),
  )
  if (unchosen.length > 0)
    throw invalid(
      Object.fromEntries(
        unchosen.map((fact) => [fact, 'Choose an answer for these words too, or take them out.']),
      ),
    )
  const told = factKeys.flatMap((fact) => {
    const value = form[fact] ?? ''
    const words = form[`${fact}-words`] ?? ''
    const earlier = before.get(fact)
    if (value === '' || (earlier?.value === value && earlier.words === words)) return []
    return [{ fact, value, words }]
  })
  if (told.length > 0) {
    await ctx.db.insert(equalityFacts).values(
      told.map((one) => ({
        partnershipId: ctx.actor.partnershipId,
        id: newId(),
        personId,
        byStaffId: ctx.actor.staffId,
        ...one,
      })),
    )
    await fillBlanks(ctx, personId, told)
  }
  ctx.about({ detail: { facts: told.map((one) => one.fact) } })
  return { personId, recorded: told.length }
})

/**
 * A first answer fills what nobody had asked by the referral day, on referrals that still run: otherwise everyone who is
 * asked at the first meeting would be counted as "not recorded". An answer that was there is never changed.
 */
const fillBlanks = (ctx: Ctx, personId: string, told: readonly { fact: string; value: string }[]) =>
  ctx.client.query(
    `update episodes e set groups = e.groups || f.first
     from (
       select x.id, jsonb_object_agg(t.key, t.value) as first
       from episodes x, jsonb_each($3::jsonb) t
       where x.partnership_id = $1 and x.person_id = $2 and x.status in ('waiting', 'open')
         and coalesce(x.groups ->> t.key, 'not-asked') = 'not-asked'
       group by x.id
     ) f
     where e.partnership_id = $1 and e.id = f.id`,
    [
      ctx.actor.partnershipId,
      personId,
      JSON.stringify(Object.fromEntries(told.map((t) => [t.fact, t.value]))),
    ],
  )
