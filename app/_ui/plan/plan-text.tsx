import { emptySections, type PlanKind, type Sections, sectionsOf } from '@/lib/plans/plan'

type Props = {
  kind: PlanKind
  sections: Sections
  /** With whom each line is shared, by its id: names that stand under the line. */
  shared?: ReadonlyMap<string, readonly string[]>
}

const names = new Intl.ListFormat('en-GB')

/** A plan to read: every part that has something in it, then which have nothing yet. */
export function PlanText({ kind, sections, shared }: Props) {
  const empty = emptySections(kind, sections)
  return (
    <>
      {sectionsOf(kind)
        .filter(({ key }) => sections[key])
        .map(({ key, title }) => (
          <section className="fp-plan__part" key={key} aria-labelledby={`part-${key}`}>
            <h2 className="fp-h3" id={`part-${key}`}>
              {title}
            </h2>
            <ul className="fp-words fp-plan__lines">
              {sections[key]?.map((line) => {
                const others = shared?.get(line.id)
                return (
                  <li key={line.id}>
                    <span className="fp-verbatim" dir="auto">
                      {line.words}
                    </span>
                    {others && <span className="fp-words__who">Shared with {names.format(others)}</span>}
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      {empty.length > 0 && (
        <p className="fp-quiet">
          {empty.length > 2
            ? 'Nothing yet in the other parts.'
            : `Nothing yet under ${names.format(empty.map(({ title }) => `“${title}”`))}.`}{' '}
          That is fine: a plan does not have to be finished.
        </p>
      )}
    </>
  )
}
