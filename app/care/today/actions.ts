'use server'

import { formAction } from '@/app/_act/form-action'
import { finishTask as finishTaskAct } from '@/db/caseload/finish-task'

export const finishTask = formAction(finishTaskAct, { to: () => '/care/today' })
