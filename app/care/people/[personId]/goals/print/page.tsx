import { load } from '@/app/_act/load'
import { MovementKey } from '@/app/_ui/charts/movement-key'
import { MovementPicture } from '@/app/_ui/charts/movement-picture'
import { PrintPage } from '@/app/_ui/print/print-page'
import { wishIn } from '@/app/_ui/print/wish'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoalsForPaper } from '@/db/goals/print'
import { inWords } from '@/lib/day'
import { whoseInWords } from '@/lib/goals/goal'
import { lineInWords } from '@/lib/goals/lines'

export const metadata = { title: 'My goals' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Goals and how they move, on one page. */
export default async function GoalsPrint({ params, searchParams }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/goals`
  const { identity, today, goals, marks } = await load(readGoalsForPaper, { personId }, `${base}/print`)
  const lines = goals.flatMap((goal) => goal.lines)
  return (
    <PrintPage
      title="My goals, and how they move"
      person={identity}
      today={today}
      wish={wishIn(await searchParams)}
      base={`${base}/print`}
      back={{ href: base, label: `Back to ${identity.knownAs}’s goals` }}
    >
      <p>0 means no closer yet, 5 about half way, 10 got there.</p>
      {lines.length > 0 && <MovementKey series={lines} marks={marks} />}
      {goals.length === 0 && <p>No open goals.</p>}
      {goals.map((goal) => {
        const says = `goal-${goal.id}-says`
        const others = goal.lines.filter((line) => line.rater !== 'young-person')
        return (
          <section className="fp-paper__goal" key={goal.id}>
            <h2>
              <Verbatim lang={goal.language}>{goal.words}</Verbatim>
            </h2>
            <p id={says}>{goal.sentence}</p>
            {others.map((line) => (
              <p key={line.key}>
                {line.name}: {lineInWords(line)}
              </p>
            ))}
            {goal.lines.length > 0 && (
              <MovementPicture sentenceId={says} series={goal.lines} marks={marks} until={today} />
            )}
            <p>
              {whoseInWords(goal.whose, identity.knownAs)}, agreed {inWords(goal.agreedOn)}.
            </p>
          </section>
        )
      })}
    </PrintPage>
  )
}
