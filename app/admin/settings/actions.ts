'use server'

import { formAction } from '@/app/_act/form-action'
import { changeSettings as changeSettingsAct } from '@/db/organisations/change-settings'

export const changeSettings = formAction(changeSettingsAct, { to: () => '/admin/settings' })
