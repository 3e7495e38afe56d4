'use server'

import { formAction } from '@/app/_act/form-action'
import { addHelpLine as addHelpLineAct } from '@/db/help-lines/add-help-line'
import { changeHelpLine as changeHelpLineAct } from '@/db/help-lines/change-help-line'
import { removeHelpLine as removeHelpLineAct } from '@/db/help-lines/remove-help-line'

const list = () => '/admin/help-lines'

export const addHelpLine = formAction(addHelpLineAct, { to: list })
export const changeHelpLine = formAction(changeHelpLineAct, { to: list })
export const removeHelpLine = formAction(removeHelpLineAct, { to: list })
