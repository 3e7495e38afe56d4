'use server'

import { redirect } from 'next/navigation'
import { fieldsOf, formAction } from '@/app/_act/form-action'
import { posted } from '@/app/_act/posted'
import { forgetSessionToken, replaceSessionToken, sessionToken } from '@/app/_act/token'
import { type FormAction, type FormState, failed } from '@/app/_ui/form-state'
import { handOverScreen as handOverScreenAct } from '@/db/access/hand-over-screen'
import { passBack as passBackHere } from '@/db/access/pass-back'
import { newToken } from '@/db/access/session-token'
import { rateInRoom as rateInRoomAct } from '@/db/goals/rate-in-room'
import { inRoomAddress, meetingOf } from './address'

/** The session goes on under a new token that opens one rating page; the old one is worth nothing from here on. */
export const handOverScreen: FormAction = posted(async (state, data) => {
  const { idempotencyKey, meetingId, ...fields } = fieldsOf(data)
  const nextToken = newToken()
  const result = await handOverScreenAct(
    await sessionToken(),
    { ...fields, nextToken } as never,
    String(idempotencyKey ?? ''),
  )
  if (!result.ok) return failed(state, data, result.failure)
  await replaceSessionToken(nextToken)
  return redirect(inRoomAddress('', meetingOf(meetingId)))
})

/** The young person's own answers. Afterwards the page with the numbers is closed. */
export const rateInRoom: FormAction = posted(async (state, data) => {
  const meeting = meetingOf(data.get('meetingId'))
  data.delete('meetingId')
  return formAction(rateInRoomAct, { to: () => inRoomAddress('/pass-back', meeting, { thanks: 'yes' }) })(
    state,
    data,
  )
})

/** To the worker, who shows that it is them: the record opens again, under a new token. */
export const passBack: FormAction = posted(async (state, data) => {
  const result = await passBackHere(await sessionToken(), {
    password: String(data.get('password') ?? '').slice(0, 1000),
  })
  if (!result.ok) {
    if (result.failure.kind !== 'signed-out')
      return { ...failed(state, data, result.failure), secret: true } as FormState
    await forgetSessionToken()
    return redirect('/sign-in')
  }
  await replaceSessionToken(result.value.token)
  const record = `/care/people/${result.value.personId}`
  const meeting = meetingOf(data.get('meetingId'))
  return redirect(meeting ? `${record}/meetings/${meeting}/room` : `${record}/goals`)
})
