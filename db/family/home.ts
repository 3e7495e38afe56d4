import type { Ctx } from '@/db/door'
import { goalsOfPerson } from '@/db/goals/of-person'
import { meetingsToCome } from '@/db/me/meetings'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import { lineInWords } from '@/lib/goals/lines'
import { type PlanKind, type SectionKey, sectionsOf } from '@/lib/plans/plan'

/**
 * Whose pages a parent or carer opens: what the young person is called, and nothing else of who they are.
 * @throws not found for anybody else
 */
export async function ownChild(
  ctx: Ctx,
): Promise<{ personId: string; knownAs: string; relationshipId: string }> {
  const { rows } = await ctx.client.query({ name: 'my-child', text: 'select * from app.my_child()' })
  const child = rows[0]
  if (!child) throw notFound()
  ctx.about({ personId: child.person_id })
  return { personId: child.person_id, knownAs: child.known_as, relationshipId: child.relationship_id }
}

/** Which things are allowed today, by name. */
async function allowedNow(ctx: Ctx): Promise<Set<string>> {
  const { rows } = await ctx.client.query<{ item: string }>({
    name: 'my-allowances',
    text: 'select distinct item from app.my_allowances()',
  })
  return new Set(rows.map((row) => row.item))
}

/** Goals they may see, each with their own line of answers first: two people who rate are never mixed. */
const goalsSeen = async (ctx: Ctx, personId: string, knownAs: string) =>
  (await goalsOfPerson(ctx, personId, knownAs)).map((goal) => {
    const own = goal.lines.find((line) => line.rater === 'parent-or-carer')
    const theirs = goal.lines.find((line) => line.rater === 'young-person')
    return {
      id: goal.id,
      words: goal.words,
      language: goal.language,
      endedOn: goal.endedOn,
      lines: [...(theirs ? [theirs] : []), ...(own ? [own] : [])],
      own: own ? lineInWords(own) : null,
      theirs: theirs ? lineInWords(theirs) : null,
    }
  })

async function planSeen(ctx: Ctx) {
  const { rows } = await ctx.client.query<{ kind: PlanKind; section: SectionKey; words: string }>({
    name: 'my-childs-plan',
    text: 'select * from app.my_childs_plan_lines()',
  })
  return (['wellbeing', 'safety'] as const).flatMap((kind) =>
    sectionsOf(kind).flatMap(({ key, title }) => {
      const lines = rows.filter((row) => row.kind === kind && row.section === key).map((row) => row.words)
      return lines.length > 0 ? [{ key: `${kind} ${key}`, title, lines }] : []
    }),
  )
}

/** A parent's or carer's page: what was allowed, and nothing else. */
export const familyHome = read('familyHome', async (ctx, _: undefined) => {
  const { personId, knownAs } = await ownChild(ctx)
  const allowed = await allowedNow(ctx)
  const goals = await goalsSeen(ctx, personId, knownAs)
  return {
    actor: ctx.actor,
    knownAs,
    now: ctx.now,
    seesGoals: allowed.has('goals') || allowed.has('goal'),
    seesMeetings: allowed.has('meetings'),
    goals: goals.filter((goal) => goal.endedOn === null),
    ended: goals.filter((goal) => goal.endedOn !== null),
    meetings: allowed.has('meetings') ? await meetingsToCome(ctx, personId, 3) : [],
    plan: await planSeen(ctx),
  }
})

/** Rating as a parent or carer: the open goals they may see. Earlier answers are not sent. */
export const familyRating = read('familyRating', async (ctx, _: undefined) => {
  const { personId, knownAs } = await ownChild(ctx)
  const goals = await goalsSeen(ctx, personId, knownAs)
  return {
    actor: ctx.actor,
    knownAs,
    goals: goals
      .filter((goal) => goal.endedOn === null)
      .map(({ id, words, language }) => ({ id, words, language })),
  }
})
