import { z } from 'zod'
import { newId } from '@/lib/id'
import { safetySections } from './safety'
import { wellbeingSections } from './wellbeing'

export type PlanKind = 'wellbeing' | 'safety'
export type SectionKey = keyof typeof wellbeingSections | keyof typeof safetySections

/** One line of a plan. Its id lasts as long as its words do, so that what is shared is what was agreed to be shared. */
export type Line = { id: string; words: string }
export type Sections = Partial<Record<SectionKey, Line[]>>
/** A plan as it is typed: one text for each section, one line in each row. */
export type Texts = Partial<Record<SectionKey, string>>

export const planKinds = {
  wellbeing: { name: 'plan', title: 'My plan', path: 'plan', sections: wellbeingSections },
  safety: { name: 'safety plan', title: 'My safety plan', path: 'safety-plan', sections: safetySections },
} as const satisfies Record<PlanKind, unknown>

export const planKind = z.enum(['wellbeing', 'safety'], { error: 'Say which plan it is.' })

/** How a version came about. A worker never writes one without the young person there. */
export const waysWritten = {
  alone: 'by themselves',
  together: 'together',
  agreed: 'after they said yes to a change',
} as const
export type WayWritten = keyof typeof waysWritten

type Section = { key: SectionKey; title: string; ask: string }

export const sectionsOf = (kind: PlanKind): Section[] =>
  Object.entries(planKinds[kind].sections).map(([key, section]) => ({ key: key as SectionKey, ...section }))

export const sectionKeys = [
  ...Object.keys(wellbeingSections),
  ...Object.keys(safetySections),
] as readonly SectionKey[]

/**
 * What was typed as lines. Rows without words are left out; the others stay exactly as typed. A line with the same words as
 * before keeps its id, and a line with other words is another line: nobody with whom the old one was shared sees the new one.
 */
export function linesFrom(kind: PlanKind, texts: Texts, before: Sections = {}): Sections {
  const sections: Sections = {}
  for (const { key } of sectionsOf(kind)) {
    const known = [...(before[key] ?? [])]
    const lines = (texts[key] ?? '')
      .split(/\r\n|\r|\n/)
      .filter((words) => words.trim() !== '')
      .map((words) => {
        const at = known.findIndex((line) => line.words === words)
        return at < 0 ? { id: newId(), words } : known.splice(at, 1)[0]!
      })
    if (lines.length > 0) sections[key] = lines
  }
  return sections
}

/** The lines of each section as they are typed: the inverse of `linesFrom`. */
export const textsFrom = (kind: PlanKind, sections: Sections): Record<string, string> =>
  Object.fromEntries(
    sectionsOf(kind).map(({ key }) => [key, (sections[key] ?? []).map((line) => line.words).join('\n')]),
  )

export const sameWords = (kind: PlanKind, one: Sections, other: Sections): boolean =>
  JSON.stringify(textsFrom(kind, one)) === JSON.stringify(textsFrom(kind, other))

/** Every line, in the order of the parts: a database keeps keys in an order of its own. */
export const linesOf = (sections: Sections): Line[] => sectionKeys.flatMap((key) => sections[key] ?? [])

/** Which parts have nothing in them yet, for "Not finished, and that is fine". */
export const emptySections = (kind: PlanKind, sections: Sections): Section[] =>
  sectionsOf(kind).filter(({ key }) => (sections[key] ?? []).length === 0)

/** Only the lines that are shared with somebody: what their copy of the plan holds. */
export function sharedLines(sections: Sections, shared: ReadonlySet<string>): Sections {
  const some: Sections = {}
  for (const [key, lines] of Object.entries(sections) as [SectionKey, Line[]][]) {
    const left = lines.filter((line) => shared.has(line.id))
    if (left.length > 0) some[key] = left
  }
  return some
}

/** What a proposed change does to each section it changes. */
export const changesIn = (
  kind: PlanKind,
  now: Sections,
  proposed: Sections,
): { section: Section; gone: string[]; added: string[]; moved: boolean }[] =>
  sectionsOf(kind).flatMap((section) => {
    const [before, after] = [now, proposed].map((one) => (one[section.key] ?? []).map((line) => line.words))
    const gone = without(before!, after!)
    const added = without(after!, before!)
    const moved = gone.length + added.length === 0 && before!.join('\n') !== after!.join('\n')
    return gone.length + added.length > 0 || moved ? [{ section, gone, added, moved }] : []
  })

const without = (some: readonly string[], others: readonly string[]): string[] => {
  const left = [...others]
  return some.filter((words) => {
    const at = left.indexOf(words)
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
