import { changesIn, type PlanKind, type Sections } from '@/lib/plans/plan'

/** What a suggested change does, in words: nothing rests on colour or on a struck-through line. */
export function Changes({ kind, now, proposed }: { kind: PlanKind; now: Sections; proposed: Sections }) {
  return changesIn(kind, now, proposed).map(({ section, gone, added, moved }) => (
    <div key={section.key}>
      <h3 className="fp-h4">{section.title}</h3>
      <ul className="fp-changes">
        {gone.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same words, and none moves
          <li key={`gone ${index}`}>
            Leaves out: <span className="fp-verbatim">{words}</span>
          </li>
        ))}
        {added.map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same words, and none moves
          <li key={`added ${index}`}>
            Adds: <span className="fp-verbatim">{words}</span>
          </li>
        ))}
        {moved && <li>The same lines in another order</li>}
      </ul>
    </div>
  ))
}
