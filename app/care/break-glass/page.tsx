import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { DateField } from '@/app/_ui/fields/date-field'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { breakGlassForm } from '@/db/access-in-need/reads'
import { timeOpenInWords } from '@/lib/access/break-glass'
import { newId } from '@/lib/id'
import { breakGlass } from './actions'

export const metadata = { title: 'Open a record in need' }

export default async function BreakGlass() {
  const { actor } = await load(breakGlassForm, undefined, '/care/break-glass')
  return (
    <StaffPage actor={actor} current="/care/people">
      <BackLink href="/care/search">Back to search</BackLink>
      <Form
        action={breakGlass}
        submit="Open the record"
        tone="warning"
        idempotencyKey={newId()}
        className="fp-form-page"
      >
        <PageHeading lede="For a young person you need to help now, whose record is not within your reach.">
          Open a record in need
        </PageHeading>
        <Notice kind="warning">
          <b>The privacy officer looks at every opening.</b> The record opens for {timeOpenInWords}. What you
          read and write is logged, and so is your reason. If it can wait, ask the team that holds the record.
        </Notice>
        <TextField
          name="nhsNumber"
          label="NHS number"
          hint="10 digits. Or leave it empty and fill in both boxes below."
          width={20}
          inputMode="numeric"
          spellCheck={false}
          optional
        />
        <TextField
          name="fullName"
          label="Full name"
          hint="First and last name, exactly as they give it"
          spellCheck={false}
          optional
        />
        <DateField name="born" label="Date of birth" optional />
        <TextArea name="reason" label="Why do you need this record now?" rows={4} />
        <Checkbox
          name="understood"
          label="I know that the privacy officer will look at this opening, and at what I do in the record."
        />
      </Form>
    </StaffPage>
  )
}
