import { OwnWords } from '@/app/_ui/own-words'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Entry } from '@/db/story/entries'
import { inWords } from '@/lib/day'
import { endReasons, whoseInWords } from '@/lib/goals/goal'
import { talkDecisions } from '@/lib/goals/talk'

type Props = { entry: Extract<Entry, { kind: 'goal' }>; knownAs: string }

/** A goal agreed or ended, a small step, a talk about it, a look at all of them. */
export function SaidOfGoal({ entry, knownAs }: Props) {
  switch (entry.what) {
    case 'agreed':
      return (
        <>
          <p>Goal agreed:</p>
          <OwnWords lang={entry.language} who={whoseInWords(entry.whose, knownAs)}>
            {entry.goal}
          </OwnWords>
        </>
      )
    case 'ended':
      return (
        <>
          <p>
            Goal ended: <Verbatim lang={entry.language}>{entry.goal}</Verbatim>.{' '}
            {endReasons[entry.because] && `${endReasons[entry.because]}.`}
          </p>
          {entry.words && <OwnWords>{entry.words}</OwnWords>}
        </>
      )
    case 'step':
      return (
        <p>
          A small step towards <Verbatim>{entry.goal}</Verbatim>: <Verbatim>{entry.words}</Verbatim>
          {entry.who && `, by ${entry.who}`}
          {entry.byDay && `, until ${inWords(entry.byDay)}`}.
        </p>
      )
    case 'step-done':
      return (
        <p>
          Small step done: <Verbatim>{entry.words}</Verbatim>
        </p>
      )
    case 'talk':
      return (
        <>
          <p>
            Talked about <Verbatim>{entry.goal}</Verbatim>:{' '}
            <b>{talkDecisions[entry.decision].toLowerCase()}</b>.
          </p>
          {entry.tried && (
            <p>
              What we tried: <Verbatim>{entry.tried}</Verbatim>
            </p>
          )}
          {(entry.theirWords || entry.view) && (
            <OwnWords who={knownAs}>{[entry.view, entry.theirWords].filter(Boolean).join('\n')}</OwnWords>
          )}
        </>
      )
    case 'review':
      return (
        <>
          <p>
            Looked at every goal together.
            {entry.nextOn && ` Again on ${inWords(entry.nextOn)}.`}
          </p>
          {entry.words && (
            <p>
              <Verbatim>{entry.words}</Verbatim>
            </p>
          )}
        </>
      )
  }
}
