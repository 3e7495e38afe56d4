'use server'

import { formAction } from '@/app/_act/form-action'
import { acceptHandover as acceptHandoverAct } from '@/db/handover/accept-handover'
import { declineHandover as declineHandoverAct } from '@/db/handover/decline-handover'
import { inviteFacilitator as inviteFacilitatorAct } from '@/db/handover/invite-facilitator'
import { moveHandover as moveHandoverAct } from '@/db/handover/move-handover'
import { prepareHandover as prepareHandoverAct } from '@/db/handover/prepare-handover'
import { stopHandover as stopHandoverAct } from '@/db/handover/stop-handover'

const record = ({ personId }: { personId: string }) => `/care/people/${personId}/handover`

export const prepareHandover = formAction(prepareHandoverAct, { to: record })
export const inviteFacilitator = formAction(inviteFacilitatorAct, { to: record })
export const acceptHandover = formAction(acceptHandoverAct, { to: record })
// Their record is closed to whoever declined.
export const declineHandover = formAction(declineHandoverAct, { to: () => '/care/handovers' })
export const moveHandover = formAction(moveHandoverAct, { to: record })
export const stopHandover = formAction(stopHandoverAct, { to: record })
