import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { myCard } from '@/db/organisations/my-card'
import { newId } from '@/lib/id'
import { writeMyCard } from './actions'

export const metadata = { title: 'How young people reach you' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export default async function Reach({ searchParams }: Props) {
  const { saved } = await searchParams
  const { actor, card } = await load(myCard, undefined, '/account/reach')
  return (
    <StaffPage actor={actor}>
      <BackLink href="/account">Back to your account</BackLink>
      <Saved at={saved} />
      <Form
        action={writeMyCard}
        submit="Save"
        idempotencyKey={newId()}
        version={card.version}
        className="fp-form-page"
      >
        <PageHeading lede="The young people you help see this beside your name. Leave out what you do not want to give.">
          How young people reach you
        </PageHeading>
        <TextField name="phone" label="Phone number" type="tel" value={card.phone} optional />
        <TextField
          name="words"
          label="When you are in, and what is best"
          hint="For example “In on Tuesday and Thursday. Text is best.”"
          value={card.words}
          optional
        />
      </Form>
    </StaffPage>
  )
}
