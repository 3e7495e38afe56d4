import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { helpLines } from '@/db/help-lines/reads'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { changeHelpLine, removeHelpLine } from '../actions'
import { LineFields } from '../line-fields'

export const metadata = { title: 'Change a help line' }

export default async function ChangeHelpLine({ params }: { params: Promise<{ lineId: string }> }) {
  const { lineId } = await params
  const { actor, lines } = await load(helpLines, { lineId }, `/admin/help-lines/${lineId}`)
  const line = lines[0]!
  return (
    <StaffPage actor={actor} current="/admin/help-lines">
      <BackLink href="/admin/help-lines">Back to help lines</BackLink>
      <Form
        action={changeHelpLine}
        submit="Save help line"
        idempotencyKey={newId()}
        version={line.version}
        hidden={{ lineId }}
        className="fp-form-page"
      >
        <PageHeading lede={`Last checked on ${inWords(line.checkedOn)}. Say the day you checked it again.`}>
          {line.name}
        </PageHeading>
        <LineFields line={line} />
      </Form>
      <section className="fp-section" aria-labelledby="remove">
        <h2 id="remove">Take it off the page</h2>
        <p>When it does not answer any more. Without any line of your own, the national ones are shown.</p>
        <Form
          action={removeHelpLine}
          id="remove-line"
          tone="quiet"
          submit="Take it off"
          idempotencyKey={newId()}
          hidden={{ lineId }}
        />
      </section>
    </StaffPage>
  )
}
