import type { FormState } from '@/app/_ui/form-state'

export type InvitationState = FormState | { status: 'shown'; link: string; code: string; picture: string }
