import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { helpLines } from '@/db/help-lines/reads'
import { newId } from '@/lib/id'
import { addHelpLine } from '../actions'
import { LineFields } from '../line-fields'

export const metadata = { title: 'Add a help line' }

export default async function AddHelpLine() {
  const { actor, lines } = await load(helpLines, {}, '/admin/help-lines/new')
  return (
    <StaffPage actor={actor} current="/admin/help-lines">
      <BackLink href="/admin/help-lines">Back to help lines</BackLink>
      <Form action={addHelpLine} submit="Save help line" idempotencyKey={newId()} className="fp-form-page">
        <PageHeading lede="Ring or open it first. Young people rely on it.">Add a help line</PageHeading>
        <LineFields next={Math.max(0, ...lines.map((line) => line.position)) + 1} />
      </Form>
    </StaffPage>
  )
}
