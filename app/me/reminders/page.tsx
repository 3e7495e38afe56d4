import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { Saved } from '@/app/_ui/saved'
import { myReminders } from '@/db/me/reminders'
import { newId } from '@/lib/id'
import { hoursBefore } from '@/lib/outbox/preferences'
import { changeMyReminders } from './actions'

export const metadata = { title: 'Reminders' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export default async function Reminders({ searchParams }: Props) {
  const { saved } = await searchParams
  const mine = await load(myReminders, undefined, '/me/reminders')
  const wanted = mine.reminders === null ? undefined : mine.reminders ? 'yes' : 'no'
  return (
    <OwnPage actor={mine.actor} current="/me">
      <BackLink href="/me">Home</BackLink>
      <Saved at={saved} />
      <Form action={changeMyReminders} submit="Save" idempotencyKey={newId()} version={mine.version}>
        <h1>Reminders</h1>
        <p>We can send you an e-mail before you meet. It says that you meet, and when. It never says why.</p>
        <p>You get one a week at most. You can turn it off at any time.</p>
        {mine.email ? (
          <p>
            We send it to <span className="fp-verbatim">{mine.email}</span>. If that is wrong, tell your
            worker.
          </p>
        ) : (
          <p>We have no e-mail address for you. Give it to your worker first.</p>
        )}
        <RadioGroup
          name="reminders"
          label="Do you want reminders?"
          inline
          value={wanted}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <RadioGroup
          name="hoursBefore"
          label="How long before?"
          value={String(mine.hoursBefore)}
          options={Object.entries(hoursBefore).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          name="placeInCalendar"
          label="Put the place in my calendar too"
          hint="Leave this empty if others can see your calendar."
          checked={mine.placeInCalendar}
        />
      </Form>
    </OwnPage>
  )
}
