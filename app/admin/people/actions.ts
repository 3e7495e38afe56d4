'use server'

import { fieldsOf, formAction } from '@/app/_act/form-action'
import { posted } from '@/app/_act/posted'
import { sessionToken } from '@/app/_act/token'
import { done, type FormAction, failed } from '@/app/_ui/form-state'
import { makeFirstPassword } from '@/db/access/first-password'
import { addMembership as addMembershipAct } from '@/db/organisations/add-membership'
import { addStaff as addStaffAct } from '@/db/organisations/add-staff'
import { changeStaff as changeStaffAct } from '@/db/organisations/change-staff'
import { endMembership as endMembershipAct } from '@/db/organisations/end-membership'
import { resetSignIn as resetSignInAct } from '@/db/organisations/reset-sign-in'
import { staffLeaves as staffLeavesAct } from '@/db/organisations/staff-leaves'
import { suspendStaff as suspendStaffAct } from '@/db/organisations/suspend-staff'

const theirPage = { to: ({ staffId }: { staffId: string }) => `/admin/people/${staffId}` }

export const changeStaff = formAction(changeStaffAct, theirPage)
export const addMembership = formAction(addMembershipAct, theirPage)
export const endMembership = formAction(endMembershipAct, theirPage)
export const suspendStaff = formAction(suspendStaffAct, theirPage)
export const staffLeaves = formAction(staffLeavesAct, theirPage)

const sentTwice =
  'This was already sent once, and the password was in the answer. If nobody saw it, open their page and make a new temporary password.'
const handOver =
  'The temporary password is shown only now. Hand it over in person; it must be changed at the first sign-in.'

/** The password is made here and shown in the answer, once: neither an address, the database nor the audit ever holds it. */
export const addStaff: FormAction = posted(async (state, data) => {
  const { idempotencyKey, ...fields } = fieldsOf(data)
  const { password, hash } = await makeFirstPassword()
  const result = await addStaffAct(
    await sessionToken(),
    { ...fields, passwordHash: hash } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok)
    return failed(
      state,
      data,
      result.failure.kind === 'conflict' ? { kind: 'refused', because: sentTwice } : result.failure,
    )
  return done(
    `${result.value.name} signs in with ${result.value.email}. ${handOver} Temporary password: ${password}`,
  )
})

export const resetSignIn: FormAction = posted(async (state, data) => {
  const { idempotencyKey, ...fields } = fieldsOf(data)
  const { password, hash } = await makeFirstPassword()
  const result = await resetSignInAct(
    await sessionToken(),
    { ...fields, passwordHash: hash } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok)
    return failed(
      state,
      data,
      result.failure.kind === 'conflict' ? { kind: 'refused', because: sentTwice } : result.failure,
    )
  return done(`${result.value.name} can sign in again. ${handOver} Temporary password: ${password}`)
})
