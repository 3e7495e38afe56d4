import type { ReactNode } from 'react'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RecordPage } from '@/app/_ui/staff-page'
import { handoverForm } from '@/db/handover/reads'

export type Params = { params: Promise<{ handoverId: string }> }
export type Opened = Awaited<ReturnType<typeof openHandover>>

/** The one read of each short page that changes a hand-over. */
export const openHandover = async ({ params }: Params, page: string) => {
  const { handoverId } = await params
  return load(handoverForm, { handoverId }, `/care/handovers/${handoverId}/${page}`)
}

export function ShortPage({ opened, children }: { opened: Opened; children: ReactNode }) {
  const { actor, identity } = opened
  return (
    <RecordPage actor={actor} identity={identity} tab="handover">
      <BackLink href={`/care/people/${identity.personId}/handover`}>
        Back to {identity.knownAs}’s hand-over
      </BackLink>
      {children}
    </RecordPage>
  )
}
