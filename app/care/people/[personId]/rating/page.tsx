import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { HandOver } from '@/app/in-the-room/hand-over'
import { readRatingSheet } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { SavedOrUndo } from '../goals/undo-ratings'
import { recordRatings } from './actions'
import { RatingFields } from './rating-fields'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Rate goals' }

export default async function Rating({ params, searchParams }: Props) {
  const { personId } = await params
  const search = await searchParams
  const base = `/care/people/${personId}`
  const { actor, identity, today, rule, goals, parents, undo } = await load(
    readRatingSheet,
    { personId },
    `${base}/rating`,
  )
  const { knownAs } = identity
  const beside = [identity.namedWorker, identity.alsoBeside].filter((one) => one !== null)
  return (
    <StaffPage actor={actor} current="/care/people">
      <SavedOrUndo personId={personId} undo={undo} saved={search.saved} />
      <BackLink href={`${base}/goals`}>Back to {knownAs}’s goals</BackLink>
      <PageHeading lede={`${knownAs}’s goals. ${inWords(today)}.`}>How close do you feel?</PageHeading>
      {goals.length === 0 ? (
        <Empty action={<ButtonLink href={`${base}/goals/new`}>Add a goal</ButtonLink>}>
          There is no open goal to rate yet.
        </Empty>
      ) : (
        <Form
          action={recordRatings}
          submit="Save ratings"
          idempotencyKey={newId()}
          hidden={{ personId }}
          draft={await draftFor('ratings', { personId }, search)}
          className="fp-form-page"
        >
          <RatingFields
            knownAs={knownAs}
            actor={actor}
            parents={parents}
            beside={beside.map((one) => one.name)}
            goals={goals}
            rule={rule}
          />
        </Form>
      )}
      {goals.length > 0 && <HandOver personId={personId} knownAs={knownAs} />}
    </StaffPage>
  )
}
