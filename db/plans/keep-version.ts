import type { Ctx } from '@/db/door'
import { planVersions } from '@/db/schema/plans'
import { invalid } from '@/lib/errors'
import { newId } from '@/lib/id'
import {
  linesOf,
  type PlanKind,
  type Sections,
  sameWords,
  type Texts,
  type WayWritten,
} from '@/lib/plans/plan'
import { linesAfter, type PlanHeld, planHeld } from './current-plan'
import { staleAgainst } from './stale'

type Typed = {
  personId: string
  kind: PlanKind
  /** During which episode, where somebody is helping now. */
  episodeId: string | null
  /** The number of the version on the page it was written on; 0 where there was none. */
  basedOn: number
  texts: Texts
  how: WayWritten
  whoWasThere?: string
}

/**
 * Keeps what was typed as the newest version of a plan. Of two people who started from the same version one is kept, and
 * the other sees both: nothing is ever merged.
 * @returns the new version's number
 * @throws conflict when the plan went on meanwhile; invalid when nothing is in it, or nothing is different
 */
export async function keepVersion(ctx: Ctx, typed: Typed): Promise<number> {
  const held = await planHeld(ctx, typed.personId, typed.kind)
  if (held.number !== typed.basedOn) throw staleAgainst(typed.kind, held, typed.texts)
  const sections = linesAfter(typed.kind, typed.texts, held)
  if (!held.plan && linesOf(sections).length === 0)
    throw invalid({ form: 'Write at least one line. The rest can wait.' })
  if (held.plan && sameWords(typed.kind, held.sections, sections))
    throw invalid({ form: 'Nothing is different from the plan as it stands.' })
  return addVersion(ctx, held, { ...typed, sections })
}

/** Adds the next version; the plan is held already. */
export async function addVersion(
  ctx: Ctx,
  held: PlanHeld,
  version: Omit<Typed, 'basedOn' | 'texts'> & { sections: Sections },
): Promise<number> {
  const number = held.number + 1
  const id = newId()
  await ctx.db.insert(planVersions).values({
    partnershipId: ctx.actor.partnershipId,
    id,
    personId: version.personId,
    kind: version.kind,
    number,
    sections: version.sections,
    how: version.how,
    whoWasThere: version.whoWasThere ?? '',
    episodeId: version.episodeId,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ personId: version.personId, recordId: id, detail: { plan: version.kind, number } })
  return number
}
