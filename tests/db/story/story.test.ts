import { expect, test } from 'vitest'
import { overview } from '@/db/people/overview'
import { bookMeeting } from '@/db/story/book-meeting'
import { story } from '@/db/story/reads'
import { writeNote } from '@/db/story/write-note'
import { newId } from '@/lib/id'
import { type EntryKind, entryKinds } from '@/lib/story/entry'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }))
  const sam = await p.episode(ours, { worker: amira })
  return { p, ours, amira, jo, sam, personId: sam.personId }
}
const read = async (token: string, params: Parameters<typeof story>[1]) => {
  const answer = await story(token, params)
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}
const decide = (at: Awaited<ReturnType<typeof stage>>) =>
  sql(
    `insert into grouping_decisions (partnership_id, id, episode_id, person_id, grouping, decided_on, need_now, considered, took_part,
       young_persons_view, plan, everyones_part, review_on, by_staff_id)
     values ($1, $2, $3, $4, 'getting-advice', '2026-03-05', 'To know where to go.', '["advice"]', '[{"kind": "young-person", "name": ""}]',
       'I want to try by myself first.', 'A list of places.', 'Sam chooses one.', '2026-06-05', $5)`,
    [at.p.id, newId(), at.sam.id, at.personId, at.amira.id],
  )

test('the story starts with the referral and tells everything newest first', async () => {
  const at = await stage()
  await decide(at)
  await at.p.goal(at.sam, at.amira, [2, 6])
  await writeNote(
    at.amira.token,
    { personId: at.personId, happenedOn: '2026-03-20', words: 'Texted the map.' },
    newId(),
  )
  await bookMeeting(
    at.amira.token,
    {
      personId: at.personId,
      on: '2026-03-15',
      at: '10:00',
      how: 'phone',
      withStaffId: at.amira.id,
      alsoFor: [],
    },
    newId(),
  )
  const { entries } = await read(at.amira.token, { personId: at.personId })
  expect(entries.map((entry) => [entry.on, entry.kind])).toEqual([
    ['2026-03-20', 'note'],
    ['2026-03-15', 'meeting'],
    ['2026-03-11', 'rating'],
    ['2026-03-05', 'decision'],
    ['2026-03-04', 'rating'],
    ['2026-03-04', 'goal'],
    ['2026-03-04', 'referral'],
    ['2026-03-02', 'referral'],
  ])
  for (const kind of Object.keys(entryKinds) as EntryKind[]) {
    const alone = await read(at.amira.token, { personId: at.personId, kind })
    expect(alone.entries).toEqual(entries.filter((entry) => entry.kind === kind))
  }
  expect(entries[0]).toMatchObject({ words: 'Texted the map.', by: 'Amira Hussain' })
  expect(entries[2]).toMatchObject({ ratings: [{ goal: 'Sleep through the night', value: 6 }] })
  expect(entries[3]).toMatchObject({ view: 'I want to try by myself first.' })
})

test('one kind at a time, and twenty-five to a page', async () => {
  const at = await stage()
  for (let i = 1; i <= 27; i++)
    await writeNote(
      at.amira.token,
      { personId: at.personId, happenedOn: `2026-04-${String(i).padStart(2, '0')}`, words: `Note ${i}` },
      newId(),
    )
  const first = await read(at.amira.token, { personId: at.personId, kind: 'note' })
  expect(first.entries).toHaveLength(25)
  const second = await read(at.amira.token, {
    personId: at.personId,
    kind: 'note',
    before: first.older ?? undefined,
  })
  expect(second.older).toBeNull()
  expect(second.entries.map((entry) => entry.on)).toEqual(['2026-04-02', '2026-04-01'])
})

test('another organisation reads neither the story nor the overview', async () => {
  const at = await stage()
  const notFound = { ok: false, failure: { kind: 'not-found' } }
  expect(await story(at.jo.token, { personId: at.personId })).toEqual(notFound)
  expect(await overview(at.jo.token, { personId: at.personId })).toEqual(notFound)
})

test('the overview holds goals with their ratings, what is needed now, the next meeting and who is beside them', async () => {
  const at = await stage()
  await decide(at)
  await at.p.goal(at.sam, at.amira, [2, 6])
  await bookMeeting(
    at.amira.token,
    {
      personId: at.personId,
      on: '2099-03-15',
      at: '10:00',
      how: 'phone',
      withStaffId: at.amira.id,
      alsoFor: [],
    },
    newId(),
  )
  const answer = await overview(at.amira.token, { personId: at.personId })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      goals: [
        {
          words: 'Sleep through the night',
          ratings: [
            { rater: 'young-person', on: '2026-03-04', value: 2 },
            { rater: 'young-person', on: '2026-03-11', value: 6 },
          ],
        },
      ],
      decision: { grouping: 'getting-advice', plan: 'A list of places.' },
      meeting: { how: 'phone', with: 'Amira Hussain' },
      workers: [{ name: 'Amira Hussain', role: 'clinician', since: null }],
      episode: { referredOn: '2026-03-02' },
    },
  })
  if (answer.ok) expect(answer.value.story).toHaveLength(3)
})

test('of an episode that another team alone holds, nothing is told', async () => {
  const at = await stage()
  const theirs = await at.p.team({ name: 'Third' })
  const eve = await at.p.worker('clinician', theirs)
  const other = await at.p.episode(theirs, { personId: at.personId, worker: eve })
  await writeNote(
    at.amira.token,
    { personId: at.personId, happenedOn: '2026-03-20', words: 'Ours.' },
    newId(),
  )
  const { entries } = await read(eve.token, { personId: at.personId })
  expect(entries.map((entry) => entry.id)).toEqual([other.id, other.id])
})
