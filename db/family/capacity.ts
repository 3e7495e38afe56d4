import type { Ctx } from '@/db/door'
import type { Day } from '@/lib/day'
import type { Capacity, Question } from '@/lib/people/consent'

export type RecordedCapacity = Capacity & {
  id: string
  words: string
  understanding: string
  maturity: string
  voluntariness: string
  assessor: string
  othersPresent: string
  about: string | null
  by: string
}

const text = `
  select c.id, c.question, c.relationship_id as "relationshipId", c.words, c.able, c.understanding, c.maturity, c.voluntariness,
    c.assessor, c.others_present as "othersPresent", c.assessed_on as "assessedOn", r.name as about, s.name as by
  from capacity_decisions c
  join staff s on s.partnership_id = c.partnership_id and s.id = c.by_staff_id
  left join relationships r on r.partnership_id = c.partnership_id and r.id = c.relationship_id
  where c.person_id = $1 order by c.assessed_on desc, c.made_at desc, c.id desc`

/** Every recorded judgement whether somebody was able to make one decision, the newest first. */
export const capacityOf = async (ctx: Ctx, personId: string): Promise<RecordedCapacity[]> =>
  (await ctx.client.query<RecordedCapacity>({ name: 'capacity', text, values: [personId] })).rows

/** The record that a decision about ability rests on: the newest one about this very decision. */
export const recordFor = (
  recorded: readonly RecordedCapacity[],
  decision: { question: Question; relationshipId: string; on: Day },
): RecordedCapacity | undefined =>
  recorded.find(
    (one) =>
      one.question === decision.question &&
      one.relationshipId === decision.relationshipId &&
      one.assessedOn <= decision.on,
  )
