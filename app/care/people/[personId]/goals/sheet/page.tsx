import { load } from '@/app/_act/load'
import { PrintPage } from '@/app/_ui/print/print-page'
import { wishIn } from '@/app/_ui/print/wish'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoalsForPaper } from '@/db/goals/print'

export const metadata = { title: 'Goal sheet' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const circles = Array.from({ length: 11 }, (_, number) => number)

/** A sheet to fill in by hand: goals in their words and room for others, a circle for each number. No earlier rating is on it. */
export default async function GoalSheet({ params, searchParams }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/goals`
  const { identity, today, goals } = await load(readGoalsForPaper, { personId }, `${base}/sheet`)
  const rows = [...goals, ...Array.from({ length: Math.max(0, 3 - goals.length) }, () => null)]
  return (
    <PrintPage
      title="How close do you feel?"
      person={identity}
      today={today}
      wish={wishIn(await searchParams)}
      base={`${base}/sheet`}
      back={{ href: base, label: `Back to ${identity.knownAs}’s goals` }}
    >
      <p>Circle one number for each goal. Any answer is fine, and so is none.</p>
      <p className="fp-paper__blanks">
        <span>Date</span> <span>Filled in by</span>
      </p>
      {rows.map((goal, place) => (
        <section className="fp-paper__goal" key={goal?.id ?? `blank ${place}`}>
          {goal ? (
            <h2>
              <Verbatim lang={goal.language}>{goal.words}</Verbatim>
            </h2>
          ) : (
            <>
              <h2>My goal, in my words</h2>
              <div className="fp-paper__line" />
              <div className="fp-paper__line" />
            </>
          )}
          <ol className="fp-circles" start={0}>
            {circles.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ol>
          <p className="fp-circles__ends">
            <span>no closer yet</span>
            <span>about half way</span>
            <span>I have got there</span>
          </p>
          <p className="fp-paper__blank">Not today, because</p>
          <p className="fp-paper__blank">What makes it that number?</p>
        </section>
      ))}
    </PrintPage>
  )
}
