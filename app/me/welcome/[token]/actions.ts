'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from '@/app/_act/client-address'
import { posted } from '@/app/_act/posted'
import { replaceSessionToken } from '@/app/_act/token'
import { attemptAfter, type FormAction, type FormState, failed, typed } from '@/app/_ui/form-state'
import { nextPage } from '@/app/sign-in/next-page'
import { acceptInvitation as accept, gone } from '@/db/access/accept-invitation'
import { enterInvitationCode as enter } from '@/db/access/enter-invitation-code'
import { waitInWords } from '@/db/access/throttle'
import { deadLinkInWords, invitationCodeOf } from '@/lib/access/invitation'
import { refused } from '@/lib/errors'
import { forgetCode, keepCode, keptCode } from '../kept-code'

const text = (data: FormData, name: string) => String(data.get(name) ?? '').slice(0, 1000)

/** The six numbers given in person. */
export const enterInvitationCode: FormAction = posted(async (state, data) => {
  const token = text(data, 'token')
  const code = invitationCodeOf(text(data, 'code'))
  const no = (message: string | undefined, field?: string): FormState => ({
    status: 'failed',
    message,
    fields: field ? { code: field } : {},
    values: typed(data),
    attempt: attemptAfter(state),
  })
  if (!code) return no(undefined, 'Type the 6 numbers you were given.')
  const answer = await enter({ token, code, address: clientAddress(await headers()) })
  switch (answer.kind) {
    case 'right':
      await keepCode(token, code)
      return redirect(`/me/welcome/${token}`)
    case 'wrong':
      return no(
        undefined,
        'Those numbers are not right. Look at them again, or ask the person who gave them to you.',
      )
    case 'throttled':
      return no(`Too many tries. Wait ${waitInWords(answer.seconds)}, then try again.`)
    default:
      return no(deadLinkInWords[answer.kind])
  }
})

/** A name and a password of one's own: then straight in. */
export const acceptInvitation: FormAction = posted(async (state, data) => {
  const token = text(data, 'token')
  const code = await keptCode(token)
  if (!code) return { ...failed(state, data, refused(gone).failure), secret: true } as FormState
  const result = await accept(
    { token, code },
    {
      signInName: text(data, 'signInName'),
      newPassword: text(data, 'newPassword'),
      repeatPassword: text(data, 'repeatPassword'),
    },
  )
  if (!result.ok) return { ...failed(state, data, result.failure), secret: true } as FormState
  await replaceSessionToken(result.value.token)
  await forgetCode()
  return redirect((await nextPage(result.value.token)) ?? '/')
})
