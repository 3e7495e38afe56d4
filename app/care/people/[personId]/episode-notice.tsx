import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import type { Identity } from '@/db/people/identity'
import type { EpisodeFacts } from '@/db/people/overview'
import { inWords } from '@/lib/day'
import { declinedInWords, endingInWords } from '@/lib/referrals/referral'

type Props = { identity: Identity; episode: EpisodeFacts }

/** Where nobody is working with the young person now: what happened, plainly, and what can be done. */
export function EpisodeNotice({ identity, episode }: Props) {
  const { knownAs } = identity
  const referral = <Link href={`/care/referrals/${identity.episode.id}`}>See the referral</Link>
  switch (identity.episode.status) {
    case 'open':
      return null
    case 'waiting':
      return (
        <Notice kind="warning" action={referral}>
          {knownAs} is waiting. Referred to {episode.team} on {inWords(episode.referredOn)}, and nobody has
          said yes or no.
        </Notice>
      )
    case 'declined':
      return (
        <Notice kind="warning" action={referral}>
          The referral to {episode.team} was declined
          {episode.declinedOn && ` on ${inWords(episode.declinedOn)}`}
          {episode.declinedBecause && `: ${declinedInWords(episode.declinedBecause)}`}.{' '}
          {episode.declinedWords} A new referral can be made at any time.
        </Notice>
      )
    case 'ended':
      return (
        <Notice
          kind="warning"
          action={
            episode.endedHow === 'died' ? null : (
              <Link href={`/care/people/${identity.personId}/come-back`}>Come back</Link>
            )
          }
        >
          Ended{episode.endedOn && ` on ${inWords(episode.endedOn)}`}
          {episode.endedHow && `: ${endingInWords(episode.endedHow)}`}. {episode.endedWords}
          {episode.comeBackUntil &&
            episode.endedHow !== 'died' &&
            ` ${knownAs} can come back until ${inWords(episode.comeBackUntil)}, without a new referral.`}
        </Notice>
      )
  }
}
