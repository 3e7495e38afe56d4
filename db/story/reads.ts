import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import type { StoryFilter } from '@/lib/story/filter'
import type { NoteKind } from '@/lib/story/note'
import { storyOf } from './entries'
import { type Meeting, meetingText } from './meeting-row'

/** A page of the story, newest first, with the meetings that are still to come or need "who came" written down. */
export const story = read(
  'story',
  async (ctx, { personId, ...filter }: { personId: string } & StoryFilter) => {
    const identity = await identityOf(ctx, personId)
    const { entries, older } = await storyOf(ctx, personId, filter)
    const { rows } = await ctx.client.query<Meeting>({
      name: 'meetings-open',
      text: `${meetingText} and m.cancelled_at is null and m.attendance is null order by m.starts_at limit 10`,
      values: [personId],
    })
    return {
      actor: ctx.actor,
      identity,
      entries,
      older,
      meetings: rows,
      writers: await writersOf(ctx, personId),
      now: ctx.now,
      today: ctx.today,
    }
  },
)

/** Who wrote in it, by name: for the filter. */
async function writersOf(ctx: Ctx, personId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await ctx.client.query<{ id: string; name: string }>({
    name: 'story-writers',
    text: 'select id, name from app.story_writers($1)',
    values: [personId],
  })
  return rows
}

type NoteToCorrect = {
  id: string
  happenedOn: string
  kind: NoteKind
  words: string
  byId: string
  by: string
  corrected: { because: string; undo: boolean } | null
}

/** One note, to put it right. */
export const noteForm = read(
  'noteForm',
  async (ctx, { personId, noteId }: { personId: string; noteId: string }) => {
    const identity = await identityOf(ctx, personId)
    if (!isId(noteId)) throw notFound()
    const { rows } = await ctx.client.query<NoteToCorrect>({
      name: 'note-form',
      text: `select n.id, n.happened_on as "happenedOn", n.kind, n.words, n.by_staff_id as "byId", s.name as by,
          case when c.record_id is not null then json_build_object('because', c.because, 'undo', c.undo) end as corrected
        from notes n join staff s on s.partnership_id = n.partnership_id and s.id = n.by_staff_id
        left join corrections c on c.partnership_id = n.partnership_id and c.record_id = n.id
        where n.person_id = $1 and n.id = $2`,
      values: [personId, noteId],
    })
    if (!rows[0]) throw notFound()
    ctx.about({ recordId: noteId })
    return { actor: ctx.actor, identity, note: rows[0] }
  },
)
