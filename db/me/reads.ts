import type { Ctx } from '@/db/door'
import { goalsOfPerson, joined } from '@/db/goals/of-person'
import { undoable } from '@/db/goals/rating-sheet'
import type { Identity } from '@/db/people/identity'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import { lineInWords } from '@/lib/goals/lines'
import { oneThingToDo } from '@/lib/own-pages/one-thing'
import type { PlanKind } from '@/lib/plans/plan'
import { besideIn } from './beside'
import { meetingsToCome } from './meetings'
import { ownIdentity } from './own'

/** What every page of theirs begins with. */
const frame = (ctx: Ctx, identity: Identity) => ({
  actor: ctx.actor,
  today: ctx.today,
  now: ctx.now,
  knownAs: identity.knownAs,
  status: identity.episode.status,
})

/** Their goals: what they starred first, then as ranked. Said to them, so that a goal they have not rated says "you". */
const ownGoals = async (ctx: Ctx, identity: Identity) =>
  (await goalsOfPerson(ctx, identity.personId, identity.knownAs))
    .map((goal) => {
      const own = goal.lines.find((line) => line.rater === 'young-person')
      // What was put right or taken back no longer counts; why stays in the story, with the workers.
      const ratings = goal.ratings.filter((rating) => !rating.corrected)
      return {
        ...goal,
        ratings,
        sentence: own ? lineInWords(own) : 'You have not said yet how close you feel.',
      }
    })
    .sort((a, b) => Number(b.starred) - Number(a.starred))
export type OwnGoal = Awaited<ReturnType<typeof ownGoals>>[number]

/** Home: what comes next, what they hope for, who is beside them, and one thing to do. */
export const myHome = read('myHome', async (ctx, _: undefined) => {
  const identity = await ownIdentity(ctx)
  const goals = await ownGoals(ctx, identity)
  const open = goals.filter((goal) => goal.endedOn === null)
  const said = open.flatMap((goal) => goal.ratings.filter((r) => r.rater === 'young-person').map((r) => r.on))
  return {
    ...frame(ctx, identity),
    meeting: (await meetingsToCome(ctx, identity.personId, 1))[0] ?? null,
    goals: open.map(({ id, words, language, sentence, starred }) => ({
      id,
      words,
      language,
      sentence,
      starred,
    })),
    people: await besideIn(ctx, identity.episode.id),
    thing: oneThingToDo({
      withATeam: identity.episode.status === 'open',
      openGoals: open.length,
      lastSaidOn: said.sort().at(-1) ?? null,
      today: ctx.today,
      ideaFor: await firstIdea(ctx, identity.personId),
    }),
  }
})

const firstIdea = async (ctx: Ctx, personId: string): Promise<PlanKind | null> => {
  const { rows } = await ctx.client.query<{ kind: PlanKind }>({
    name: 'first-idea',
    text: "select kind from plan_proposals where person_id = $1 and state = 'waiting' order by made_at limit 1",
    values: [personId],
  })
  return rows[0]?.kind ?? null
}

/** All their goals, ended ones too, and what they said a moment ago and may take back. */
export const myGoals = read('myGoals', async (ctx, _: undefined) => {
  const identity = await ownIdentity(ctx)
  const goals = await ownGoals(ctx, identity)
  return {
    ...frame(ctx, identity),
    undo: undoable(ctx, goals),
    open: goals.filter((goal) => goal.endedOn === null),
    ended: goals.filter((goal) => goal.endedOn !== null).sort((a, b) => (a.endedOn! < b.endedOn! ? 1 : -1)),
  }
})

/** One of their goals. */
export const myGoal = read('myGoal', async (ctx, { goalId }: { goalId: string }) => {
  const identity = await ownIdentity(ctx)
  const goals = await ownGoals(ctx, identity)
  const goal = goals.find((one) => one.id === goalId)
  if (!goal) throw notFound()
  return { ...frame(ctx, identity), goal, marks: await joined(ctx, identity.personId) }
})

/** Saying how close they feel. Earlier answers stay closed until this one is given, so they are not sent at all. */
export const myRating = read('myRating', async (ctx, _: undefined) => {
  const identity = await ownIdentity(ctx)
  const goals = await ownGoals(ctx, identity)
  return {
    ...frame(ctx, identity),
    goals: goals
      .filter((goal) => goal.endedOn === null)
      .map(({ id, words, language }) => ({ id, words, language })),
    people: await besideIn(ctx, identity.episode.id),
    seenBy: await familySeeingAnswers(ctx),
  }
})

/** Parents and carers who see what the young person answers: said before it is saved. */
const familySeeingAnswers = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await ctx.client.query<{ name: string }>(
    `select distinct r.name from allowances a
     join relationships r on r.partnership_id = a.partnership_id and r.id = a.relationship_id
     where a.person_id = $1 and a.item = 'ratings' and a.ended_at is null and a.from_day <= $2
       and (a.to_day is null or a.to_day > $2) order by r.name`,
    [ctx.actor.personId, ctx.today],
  )
  return rows.map((row) => row.name)
}
