import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import type { FormState } from '@/app/_ui/form-state'

export type PasskeyState = FormState | { status: 'ask'; options: PublicKeyCredentialCreationOptionsJSON }
