import { OwnWords } from '@/app/_ui/own-words'

/** What the next worker needs to know, as it was written together. */
export function Summary({ keepDoing, watchFor }: { keepDoing: string; watchFor: string }) {
  return (
    <ul className="fp-todo">
      {keepDoing && (
        <li>
          <p>
            <b>What to keep doing</b>
          </p>
          <OwnWords>{keepDoing}</OwnWords>
        </li>
      )}
      {watchFor && (
        <li>
          <p>
            <b>What to watch for</b>
          </p>
          <OwnWords>{watchFor}</OwnWords>
        </li>
      )}
    </ul>
  )
}
