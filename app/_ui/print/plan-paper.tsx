import { type PlanKind, type Sections, sectionsOf } from '@/lib/plans/plan'

type Props = {
  kind: PlanKind
  sections: Sections
  /** True on somebody else's copy: parts without a line for them are left out, and there is no room to write. */
  copy?: boolean
}

/**
 * A plan on paper. A wellbeing plan takes two pages, three parts on each, and a part with nothing in it has lines to write
 * on: a plan is finished at a kitchen table as often as here.
 */
export function PlanPaper({ kind, sections, copy }: Props) {
  return (
    <div className={copy ? undefined : `fp-paper__plan fp-paper__plan--${kind}`}>
      {sectionsOf(kind)
        .filter(({ key }) => !copy || sections[key])
        .map(({ key, title, ask }) => (
          <section className="fp-paper__part" key={key}>
            <h2>{title}</h2>
            {sections[key] ? (
              <ul>
                {sections[key].map((line) => (
                  <li className="fp-verbatim" dir="auto" key={line.id}>
                    {line.words}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="fp-paper__ask">{ask}</p>
            )}
            {!copy && <div className="fp-paper__room" aria-hidden="true" />}
          </section>
        ))}
    </div>
  )
}

/** For somebody in danger who holds only the paper. */
export function PaperHelp() {
  return (
    <p className="fp-paper__help">
      In danger now: call 999. Any time, day and night: call 111 and choose the mental health option, or text
      SHOUT to 85258.
    </p>
  )
}
