import type { Task } from '@/app/_ui/task-list'
import { type Handover, meetingInWords } from '@/db/handover/held'
import { type Day, dayOf, inWords } from '@/lib/day'

const done = (words: string) => ({ state: words })
const todo = { state: 'To do', tone: 'todo' as const }
const waiting = { state: 'Cannot start yet', tone: 'waiting' as const }

/** What is made ready before the receiving worker leads, each with where it is done. */
export function handoverTasks(
  handover: Handover,
  base: string,
  knownAs: string,
  today: Day,
  now: Date,
): Task[] {
  const { state, to } = handover
  const preparation = `/care/handovers/${handover.id}/preparation`
  const early = state.step === 'thinking'
  return [
    {
      key: 'goals',
      label: 'Goals looked at together',
      href: preparation,
      ...(handover.goalsReviewedOn ? done(`Done ${inWords(handover.goalsReviewedOn)}`) : todo),
    },
    {
      key: 'keep',
      label: 'What to keep doing',
      href: preparation,
      ...(handover.keepDoing.trim() ? done('Written') : todo),
    },
    {
      key: 'watch',
      label: 'What to watch for',
      href: preparation,
      ...(handover.watchFor.trim() ? done('Written') : todo),
    },
    {
      key: 'consent',
      label: 'Consent to share',
      href: handover.basis.may ? `${base}/details` : `${base}/details/sharing/new`,
      ...(handover.basis.may ? done('Recorded') : todo),
      why: handover.basis.may
        ? `For ${to.team}, ${to.organisation}.`
        : `${handover.basis.because} ${knownAs} decides what ${to.team} may see. For: hand-over to another team.`,
    },
    {
      key: 'invite',
      label: `Invite ${to.job}`,
      ...(state.accepted
        ? done(`Accepted ${handover.acceptedAt ? inWords(dayOf(handover.acceptedAt)) : ''}`)
        : state.invited
          ? { state: `Invited ${handover.invitedAt ? inWords(dayOf(handover.invitedAt)) : ''}` }
          : early
            ? { ...waiting, why: 'In the next step, “Getting ready”.' }
            : { href: `/care/handovers/${handover.id}/invitation`, ...todo }),
    },
    {
      key: 'meeting',
      label: 'First meeting together',
      ...meetingTask(handover, base, preparation, today, now),
    },
    {
      key: 'ready',
      label: `${knownAs} says how ready they feel`,
      href: preparation,
      ...(state.readyInTheirWords
        ? done(handover.readyOn ? `Said ${inWords(handover.readyOn)}` : 'Said')
        : todo),
    },
  ]
}

const meetingTask = (handover: Handover, base: string, preparation: string, today: Day, now: Date) => {
  const { state, jointMeeting, proposedMeeting } = handover
  if (jointMeeting?.held) return done(`Done ${inWords(dayOf(jointMeeting.at))}`)
  const attendance = `${base}/meetings/${jointMeeting?.id}/room`
  if (jointMeeting && jointMeeting.at < now)
    return {
      href: attendance,
      ...todo,
      why: `Write down who came ${meetingInWords(jointMeeting.at, today)}.`,
    }
  if (jointMeeting)
    return {
      state: 'Booked',
      why: `It is booked for ${meetingInWords(jointMeeting.at, today)}. Afterwards, write down who came.`,
    }
  if (state.accepted) return { href: `${base}/meetings/new`, ...todo }
  return proposedMeeting
    ? {
        href: preparation,
        state: 'Offered',
        why: `For ${meetingInWords(proposedMeeting, today)}, booked when they accept.`,
      }
    : { href: preparation, ...todo }
}
