import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import type { ConcernKnown } from '@/lib/concerns/concern'
import type { Day } from '@/lib/day'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'

type ConcernLine = {
  id: string
  noticedOn: Day
  madeAt: Date
  words: string
  by: string
  told: boolean
}

/** Concerns about safety of a young person, the newest first, and what the form to note one needs. */
export const readConcerns = read('concerns', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query<ConcernLine>({
    name: 'concerns',
    text: `select c.id, c.noticed_on as "noticedOn", c.made_at as "madeAt", c.words, s.name as by,
        exists (select from concern_additions a where a.concern_id = c.id and a.told_at is not null) as told
      from concerns c join staff s on s.partnership_id = c.partnership_id and s.id = c.by_staff_id
      where c.person_id = $1 order by c.made_at desc, c.id desc`,
    values: [personId],
  })
  return { actor: ctx.actor, identity, today: ctx.today, concerns: rows }
})

type ConcernShown = {
  id: string
  noticedOn: Day
  madeAt: string
  words: string
  seenOrHeard: string
  doneNow: string
  knows: ConcernKnown
  knowsWords: string
  by: string
}
export type AdditionShown = {
  number: number
  words: string
  toldName: string
  toldRole: string
  toldAgency: string
  toldAt: string | null
  madeAt: string
  by: string
}
export type SightingShown = {
  staffId: string
  name: string
  because: string
  unread: boolean
  readAt: string | null
}

/** One concern with everything added since, and who must see it. */
export const readOneConcern = read(
  'concern',
  async (ctx, { personId, concernId }: { personId: string; concernId: string }) => {
    const identity = await identityOf(ctx, personId)
    if (!isId(concernId)) throw notFound()
    const { rows } = await ctx.client.query<{
      concern: ConcernShown
      additions: AdditionShown[] | null
      sightings: SightingShown[] | null
    }>({
      name: 'concern',
      text: `select json_build_object('id', c.id, 'noticedOn', c.noticed_on, 'madeAt', c.made_at, 'words', c.words,
          'seenOrHeard', c.seen_or_heard, 'doneNow', c.done_now, 'knows', c.young_person_knows,
          'knowsWords', c.young_person_words, 'by', s.name) as concern,
        (select json_agg(json_build_object('number', a.number, 'words', a.words, 'toldName', a.told_name, 'toldRole', a.told_role,
            'toldAgency', a.told_agency, 'toldAt', a.told_at, 'madeAt', a.made_at, 'by', w.name) order by a.number)
          from concern_additions a join staff w on w.partnership_id = a.partnership_id and w.id = a.by_staff_id
          where a.concern_id = c.id) as additions,
        (select json_agg(json_build_object('staffId', x.staff_id, 'name', w.name, 'because', x.because, 'unread', x.unread,
            'readAt', x.read_at) order by w.name)
          from concern_sightings x join staff w on w.partnership_id = x.partnership_id and w.id = x.staff_id
          where x.concern_id = c.id) as sightings
      from concerns c join staff s on s.partnership_id = c.partnership_id and s.id = c.by_staff_id
      where c.id = $1 and c.person_id = $2`,
      values: [concernId, personId],
    })
    const row = rows[0]
    if (!row) throw notFound()
    ctx.about({ recordId: concernId })
    const sightings = row.sightings ?? []
    const additions = row.additions ?? []
    return {
      actor: ctx.actor,
      identity,
      today: ctx.today,
      concern: row.concern,
      additions,
      sightings,
      told: additions.some((one) => one.toldAt !== null),
      /** Whether whoever looks still has to say that they have read it. */
      toRead: sightings.some((one) => one.staffId === ctx.actor.staffId && one.unread),
    }
  },
)

/** Where a concern begins when no record is open: whose could it be about? */
export const concernStart = read('concernStart', async (ctx, _: undefined) => {
  const { rows } = await ctx.client.query<{ id: string; given: string; family: string; knownAs: string }>({
    name: 'concern-start',
    text: `select distinct p.id, p.given_name as given, p.family_name as family, p.known_as as "knownAs"
      from episodes e join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
      where e.named_worker_id = $1 and e.status = 'open' order by given, family limit 60`,
    values: [ctx.actor.staffId],
  })
  ctx.about({ detail: { people: rows.length, ids: rows.map((row) => row.id) } })
  return { actor: ctx.actor, people: rows }
})
