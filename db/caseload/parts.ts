import { databaseAnswer } from '@/db/client'
import type { Ctx } from '@/db/door'

type Part = (ctx: Ctx) => Promise<unknown>
type Answers<P extends Record<string, Part>> = { [K in keyof P]: Awaited<ReturnType<P[K]>> | null }

/**
 * The parts of a page that stand for themselves, each from a point the transaction can go back to: when one fails, the rest
 * is shown and the page says which is missing. A database that cannot be reached at all is not a part that failed.
 * @returns each part's answer, null where it failed; and the names of those that did
 */
export async function partsOf<P extends Record<string, Part>>(
  ctx: Ctx,
  parts: P,
): Promise<{ answers: Answers<P>; missing: (keyof P & string)[] }> {
  const answers: Record<string, unknown> = {}
  const missing: string[] = []
  for (const [name, part] of Object.entries(parts)) {
    // The next one takes its place, and the commit lets go of all: one question to the database fewer for each part.
    await ctx.client.query('savepoint part')
    try {
      answers[name] = await part(ctx)
    } catch (error) {
      const answer = databaseAnswer(error)
      // The server is going away: nothing more will be answered, and the whole page says so.
      if (!answer || /^(08|57P)/.test(answer.code ?? '')) throw error
      await ctx.client.query('rollback to savepoint part')
      console.error(`Today: ${name} is missing (${answer.code}).`)
      answers[name] = null
      missing.push(name)
    }
  }
  return { answers: answers as Answers<P>, missing }
}
