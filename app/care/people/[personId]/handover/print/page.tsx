import { load } from '@/app/_act/load'
import { PrintPage } from '@/app/_ui/print/print-page'
import { wishIn } from '@/app/_ui/print/wish'
import { Verbatim } from '@/app/_ui/verbatim'
import { handoverSummary } from '@/db/handover/summary'
import { instantInWords, inWords } from '@/lib/day'
import { groupingInWords } from '@/lib/grouping/grouping'
import { stepInWords } from '@/lib/handover/steps'

export const metadata = { title: 'Hand-over summary' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The hand-over on one page: who, what to keep doing and watch for, the goals as they stand, and the way back. */
export default async function HandoverPrint({ params, searchParams }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/handover`
  const { identity, today, handover, goals } = await load(handoverSummary, { personId }, `${base}/print`)
  const { knownAs } = identity
  return (
    <PrintPage
      title="Hand-over summary"
      person={identity}
      today={today}
      wish={wishIn(await searchParams)}
      base={`${base}/print`}
      back={{ href: base, label: `Back to ${knownAs}’s hand-over` }}
    >
      {handover ? (
        <dl className="fp-paper__facts">
          <Fact name="From">
            {handover.from.worker.name}, {handover.from.team}
          </Fact>
          <Fact name="To">
            {handover.to.worker ? `${handover.to.worker.name}, ${handover.to.team}` : handover.to.team}
          </Fact>
          <Fact name="Where it stands">{stepInWords(handover.state.step)}</Fact>
          <Fact name="Named worker now">{identity.namedWorker?.name ?? 'Nobody now'}</Fact>
          <Fact name="What is needed now">{groupingInWords(identity.grouping)}</Fact>
          {goals.map((goal) => (
            <Fact name="Goal" key={goal.id}>
              <b>
                <Verbatim lang={goal.language}>{goal.words}</Verbatim>
              </b>
              <br />
              {goal.sentence}
            </Fact>
          ))}
          <Fact name="What to keep doing">
            <Verbatim>{handover.keepDoing || 'Not written yet'}</Verbatim>
          </Fact>
          <Fact name="What to watch for">
            <Verbatim>{handover.watchFor || 'Not written yet'}</Verbatim>
          </Fact>
          <Fact name={`How ready ${knownAs} feels`}>
            <Verbatim>{handover.readyWords || 'Not said yet'}</Verbatim>
          </Fact>
          <Fact name="Next meeting">
            {handover.nextMeeting ? instantInWords(handover.nextMeeting) : 'None booked'}
          </Fact>
          <Fact name="How to contact safely">{identity.safeContact || 'Not recorded'}</Fact>
          <Fact name="What helps when talking">{identity.communicationNeeds || 'Not recorded'}</Fact>
          <Fact name="Safety plan">
            {identity.hasSafetyPlan ? 'There is one. It is printed on its own.' : 'None yet'}
          </Fact>
          <Fact name="The way back">
            {handover.state.comeBackUntil ? `Until ${inWords(handover.state.comeBackUntil)}: ` : ''}
            {handover.returnContact.name}, {handover.from.team}. No new referral and no waiting list.
          </Fact>
        </dl>
      ) : (
        <p>No hand-over is under way.</p>
      )}
    </PrintPage>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
