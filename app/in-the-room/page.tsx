import { redirect } from 'next/navigation'
import { load } from '@/app/_act/load'
import { sessionToken } from '@/app/_act/token'
import { ButtonLink } from '@/app/_ui/button-link'
import { GoalTiles } from '@/app/_ui/fields/goal-tiles'
import { Form } from '@/app/_ui/form'
import { nextPage } from '@/app/sign-in/next-page'
import { inRoom } from '@/db/goals/in-room'
import { newId } from '@/lib/id'
import { ownNotToday } from '@/lib/own-pages/not-today'
import { rateInRoom } from './actions'
import { inRoomAddress, meetingOf } from './address'
import { InRoomFrame } from './frame'

export const metadata = { title: 'How close do you feel?' }

type Props = { searchParams: Promise<{ meeting?: string | string[] }> }

/** The screen in the young person's hands: their goals to rate, and nothing else. */
export default async function InTheRoom({ searchParams }: Props) {
  const meeting = meetingOf((await searchParams).meeting)
  // A tab that stayed open here after the screen was passed back.
  const next = await nextPage(await sessionToken())
  if (next && next !== '/in-the-room') redirect(next)
  const { demonstration, knownAs, goals } = await load(inRoom, undefined, '/in-the-room')
  const passBack = inRoomAddress('/pass-back', meeting)
  return (
    <InRoomFrame demonstration={demonstration}>
      {goals.length === 0 ? (
        <>
          <h1>How close do you feel?</h1>
          <p>{knownAs}, there is no goal to rate just now.</p>
          <ButtonLink tone="go" href={passBack}>
            Pass back
          </ButtonLink>
        </>
      ) : (
        <Form
          action={rateInRoom}
          submit="Save"
          idempotencyKey={newId()}
          hidden={meeting ? { meetingId: meeting } : {}}
          beside={<ButtonLink href={passBack}>Pass back without saving</ButtonLink>}
        >
          <h1>How close do you feel?</h1>
          <p>
            {knownAs}, these are your goals. 0 is an answer too. So is “Not today”. You and the people who
            help you see it.
          </p>
          {goals.map((goal) => (
            <GoalTiles key={goal.id} goal={goal} notToday={ownNotToday} />
          ))}
        </Form>
      )}
    </InRoomFrame>
  )
}
