import { act } from '@/db/act'
import { type Identity, identityOf } from '@/db/people/identity'
import { dayOf, timeInWords } from '@/lib/day'
import { conflict, invalid, notFound, refused } from '@/lib/errors'
import { groupFieldOf, groupForm, versionsOf } from '@/lib/story/group'
import { attendances } from '@/lib/story/meeting'
import { noteKindOf, readingOf, unexplained } from '@/lib/story/note'
import { gather } from './gather'
import { keepNote } from './keep-note'
import { type HeldMeeting, holdMeeting } from './meeting-held'
import { holdEpisode, mayBeWritten, writeDown } from './record-meeting'
import { keepWhatNext } from './what-next'

/**
 * One entry for brothers, sisters or a group: who came, each in their own record, with the words for all and their own.
 * All of it or nothing. Nothing of one young person is kept in another's record.
 */
export const recordGroupMeeting = act('recordGroupMeeting', groupForm, async (ctx, form) => {
  const { personId, meetingId, entries } = form
  if (entries.size === 0) throw refused('Say who came.')
  const people: Identity[] = []
  // Whose record the form stands in comes last: the audit names it, and the others by id beside it.
  for (const one of [...entries.keys()].filter((key) => key !== personId).sort())
    people.push(await identityOf(ctx, one))
  people.unshift(await identityOf(ctx, personId))
  for (const person of [...people].sort((a, b) => (a.episode.id < b.episode.id ? -1 : 1)))
    await holdEpisode(ctx, person)
  const held = await holdMeeting(ctx, personId, meetingId)
  const meetings = [held.meeting, ...held.others].filter((one) => entries.has(one.personId))
  if (meetings.length < entries.size) throw notFound()
  for (const meeting of meetings) mayBeWritten(ctx, meeting)
  if (versionsOf(meetings) !== form.version)
    throw conflict(
      'Someone else wrote down what happened, or changed the meeting, while you were writing. Saving again adds yours.',
      {
        ...Object.fromEntries(
          meetings.map((one) => [
            groupFieldOf('attendance', one.personId),
            one.attendance ? attendances[one.attendance] : 'Nothing yet',
          ]),
        ),
        version: versionsOf(meetings),
      },
    )
  const present = people.filter((person) => entries.has(person.personId))
  const wordsFor = (one: string) =>
    [form.sharedWords, entries.get(one)!.words].filter((text) => text.trim() !== '').join('\n\n')
  let next = { nothing: false }
  await gather(
    async () => {
      const because = unexplained(form)
      if (because && meetings.some((one) => wordsFor(one.personId) !== ''))
        throw invalid({ notForThemBecause: because })
    },
    async () => {
      next = await keepWhatNext(ctx, present, new Map(meetings.map((one) => [one.personId, one.id])), form)
    },
  )
  for (const meeting of meetings) {
    const words = wordsFor(meeting.personId)
    if (words !== '') await keepNote(ctx, { ...noteOf(meeting), words, ...readingOf(form) })
    await writeDown(ctx, meeting, {
      ...entries.get(meeting.personId)!,
      sheetId: null,
      ...next,
      nothingBecause: form.nothingBecause,
    })
  }
  ctx.about({
    recordId: meetingId,
    detail: { people: present.length, ids: present.map((person) => person.personId) },
  })
  return { personId, meetingId }
})

const noteOf = (meeting: HeldMeeting) => ({
  personId: meeting.personId,
  episodeId: meeting.episodeId,
  happenedOn: dayOf(meeting.startedAt ?? meeting.startsAt),
  happenedAt: timeInWords(meeting.startedAt ?? meeting.startsAt),
  kind: noteKindOf[meeting.how],
  meetingId: meeting.id,
})
