import { redirect } from 'next/navigation'
import { openHandover, type Params } from './short-page'

/** A hand-over is shown in the record it belongs to. */
export default async function Page(props: Params) {
  const { identity } = await openHandover(props, '')
  redirect(`/care/people/${identity.personId}/handover`)
}
