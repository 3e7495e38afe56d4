import { z } from 'zod'
import { act } from '@/db/act'
import { membersOf } from '@/db/referrals/members'
import { day, instantAt } from '@/lib/day'
import { invalid } from '@/lib/errors'
import { prepare } from '@/lib/handover/moves'
import { id } from '@/lib/id'
import { optionalText, version } from '@/lib/parse'
import { timeOfDay } from '@/lib/story/meeting'
import { actingIn, allowed, holdHandover } from './held'
import { noteStep } from './note-step'
import { saveHandover } from './save'

const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema])

const input = z.strictObject({
  handoverId: id,
  version,
  goalsReviewedOn: orEmpty(day).default(''),
  keepDoing: optionalText,
  watchFor: optionalText,
  /** How ready they feel, as they say it. Earlier words stay in the story. */
  readyWords: optionalText,
  returnContactId: orEmpty(id).default(''),
  meetingOn: orEmpty(day).default(''),
  meetingAt: orEmpty(timeOfDay).default(''),
})

/** What is made ready together: goals looked at, what to keep doing and to watch for, and how ready they feel. */
export const prepareHandover = act('prepareHandover', input, async (ctx, form) => {
  const held = await holdHandover(ctx, form.handoverId, form.version)
  allowed(prepare(held.state, actingIn(ctx, held)))
  if (form.goalsReviewedOn > ctx.today)
    throw invalid({ goalsReviewedOn: 'This day is in the future. Enter the day you did it.' })
  if (
    form.returnContactId !== '' &&
    form.returnContactId !== held.returnContact.id &&
    !(await membersOf(ctx, held.from.teamId)).some((member) => member.id === form.returnContactId)
  )
    throw invalid({ returnContactId: `Choose someone who works in ${held.from.team} now.` })
  if (form.readyWords.trim() !== '' && form.readyWords !== held.readyWords)
    await noteStep(ctx, held, 'ready', form.readyWords)
  await saveHandover(ctx, held, {
    goalsReviewedOn: form.goalsReviewedOn || null,
    keepDoing: form.keepDoing,
    watchFor: form.watchFor,
    readyWords: form.readyWords,
    ...(form.returnContactId && { returnContactId: form.returnContactId }),
    ...(!held.state.accepted && { firstJointMeetingAt: proposed(form, ctx.now) }),
  })
  return { personId: held.personId, handoverId: held.id }
})

/** A time to meet, all three, for the receiving worker to say yes to. After that it is a meeting like any other. */
const proposed = (form: { meetingOn: string; meetingAt: string }, now: Date): Date | null => {
  if (form.meetingOn === '' && form.meetingAt === '') return null
  if (form.meetingOn === '') throw invalid({ meetingOn: 'Enter the day too, or leave both empty.' })
  if (form.meetingAt === '') throw invalid({ meetingAt: 'Enter the time too, or leave both empty.' })
  const at = instantAt(form.meetingOn, form.meetingAt)
  if (at <= now) throw invalid({ meetingOn: 'This time is past. Choose one still to come.' })
  return at
}
