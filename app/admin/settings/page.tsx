import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { NumberField } from '@/app/_ui/fields/number-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { settings as readSettings } from '@/db/organisations/reads'
import { lastRatingRules } from '@/lib/goals/last-rating'
import { newId } from '@/lib/id'
import { changeSettings } from './actions'

export const metadata: Metadata = { title: 'Settings' }

type Search = Record<string, string | string[] | undefined>

export default async function Settings({ searchParams }: { searchParams: Promise<Search> }) {
  const { saved } = await searchParams
  const { actor, settings } = await load(readSettings, undefined, '/admin/settings')
  return (
    <StaffPage actor={actor} current="/admin/settings">
      <Saved at={saved} />
      <Form
        action={changeSettings}
        submit="Save settings"
        idempotencyKey={newId()}
        version={settings.version}
        values={{
          idleMinutes: String(settings.idleMinutes),
          hiddenLimit: String(settings.hiddenLimit),
          comeBackMonths: String(settings.comeBackMonths),
          secondStep: settings.secondStep ? 'yes' : '',
          showLastRating: settings.showLastRating,
        }}
        className="fp-form-page"
      >
        <PageHeading lede={`They hold for everyone in ${actor.partnershipName}.`}>Settings</PageHeading>
        <NumberField
          name="idleMinutes"
          label="Sign out after this many minutes without use"
          hint="From 15 to 60."
          width={3}
        />
        <NumberField
          name="hiddenLimit"
          label="Hide numbers of young people below"
          hint="From 5 to 10. A figure that is already published keeps the limit it was published with."
          width={3}
        />
        <NumberField
          name="comeBackMonths"
          label="Months in which somebody can come back without a new referral"
          hint="From 1 to 36. A way back that was already promised stays as it is."
          width={3}
        />
        <RadioGroup
          name="showLastRating"
          label="When somebody rates a goal, the last rating is shown"
          hint="A number on the page pulls the next one towards it."
          options={Object.entries(lastRatingRules).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          name="secondStep"
          label="A second step is needed to sign in"
          hint={
            actor.demonstration
              ? 'In the demonstration nobody is asked for it.'
              : 'Always needed where real records are kept.'
          }
        />
      </Form>
    </StaffPage>
  )
}
