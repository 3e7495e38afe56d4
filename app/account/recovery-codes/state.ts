import type { FormState } from '@/app/_ui/form-state'

export type RecoveryCodesState = FormState | { status: 'shown'; codes: string[] }
