import { describe, expect, test } from 'vitest'
import { deleteDraft } from '@/db/drafts/delete-draft'
import { draft } from '@/db/drafts/reads'
import { saveDraft } from '@/db/drafts/save-draft'
import { writeNote } from '@/db/story/write-note'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const words = 'She said the bus is the worst part.'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const [amira, colleague, jo] = [
    await p.worker('clinician', ours),
    await p.worker('clinician', ours, { name: 'Col League' }),
    await p.worker('facilitator', theirs, { name: 'Jo Pereira' }),
  ]
  const sam = await p.episode(ours, { worker: amira })
  const first = { draftId: newId(), form: 'note', personId: sam.personId, window: newId() } as const
  return { p, amira, colleague, jo, sam, first }
}

type Stage = Awaited<ReturnType<typeof stage>>
type Given = Partial<Parameters<typeof saveDraft>[1]>

const save = ({ amira, first }: Stage, given: Given = {}, token = amira.token) =>
  saveDraft(token, { ...first, version: 0, turn: 1, fields: { words }, ...given }, newId())

const kept = ({ sam }: Stage) => sql('select input, version from drafts where person_id = $1', [sam.personId])

describe('a draft', () => {
  test('is kept word for word, goes on from version to version, and is found again by its writer', async () => {
    const s = await stage()
    expect(await save(s)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await save(s, { version: 1, turn: 2, fields: { words: `${words} Really.` } })).toMatchObject({
      value: { version: 2 },
    })
    expect(await draft(s.amira.token, { form: 'note', personId: s.sam.personId })).toMatchObject({
      ok: true,
      value: { draft: { fields: { words: `${words} Really.` }, version: 2 } },
    })
  })

  test('has its words in one place only: not in the audit, not beside the idempotency key', async () => {
    const s = await stage()
    await save(s)
    const elsewhere = [
      ...(await sql('select * from app.audit_log where staff_id = $1', [s.amira.id])),
      ...(await sql('select * from app.idempotency_keys where staff_id = $1', [s.amira.id])),
    ]
    expect(elsewhere).toHaveLength(2)
    expect(JSON.stringify(elsewhere)).not.toContain('bus')
  })

  test('is its writer’s alone: a colleague of the same team neither sees, changes nor deletes it', async () => {
    const s = await stage()
    await save(s)
    expect(await draft(s.colleague.token, { form: 'note', personId: s.sam.personId })).toMatchObject({
      value: { draft: undefined },
    })
    await deleteDraft(s.colleague.token, { draftId: s.first.draftId, form: 'note' }, newId())
    await save(s, { version: 1, turn: 9, fields: { words: 'mine now' } }, s.colleague.token)
    expect(await kept(s)).toMatchObject([{ input: { words } }])
  })

  test('that arrives after its form was saved comes too late to be kept', async () => {
    const s = await stage()
    const saved = await writeNote(
      s.amira.token,
      { personId: s.sam.personId, happenedOn: '2026-05-04', words },
      newId(),
      { draftId: s.first.draftId },
    )
    expect(saved.ok).toBe(true)
    // Sent before the save, and slower on its way: the first one that is heard of this draft.
    expect(await save(s)).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', theirs: { version: '0' } },
    })
    expect(await save(s, { version: 3, turn: 4 })).toMatchObject({
      ok: false,
      failure: { kind: 'conflict' },
    })
    expect(await kept(s)).toEqual([])
    // What is begun afterwards is a draft of its own.
    expect(await save(s, { draftId: newId() })).toMatchObject({ ok: true, value: { version: 1 } })
  })

  test('cannot be begun about somebody out of reach, and the answer is "not found"', async () => {
    const s = await stage()
    expect(await save(s, {}, s.jo.token)).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await kept(s)).toEqual([])
  })

  test('is no way back into a record: out of reach, it is out of sight', async () => {
    const s = await stage()
    await save(s)
    await sql('update app.reach set to_at = now() where person_id = $1', [s.sam.personId])
    expect(await draft(s.amira.token, { form: 'note', personId: s.sam.personId })).toMatchObject({
      value: { draft: undefined },
    })
  })

  test('is not opened while the screen is handed over', async () => {
    const s = await stage()
    await save(s)
    await sql("update app.sessions set stage = 'in-room', in_room_with = $2 where staff_id = $1", [
      s.amira.id,
      s.sam.personId,
    ])
    expect(await draft(s.amira.token, { form: 'note', personId: s.sam.personId })).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
  })
})

describe('two windows', () => {
  test('the one that knows an older version is shown both texts and overwrites nothing', async () => {
    const s = await stage()
    await save(s)
    const other = { window: newId(), draftId: newId() }
    const answer = await save(s, { ...other, fields: { words: 'From the other window.' } })
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', theirs: { words, version: '1', draftId: s.first.draftId } },
    })
    expect(await kept(s)).toMatchObject([{ input: { words }, version: 1 }])
  })

  test('the one that has chosen to go on, knowing the newest version, goes on', async () => {
    const s = await stage()
    await save(s)
    const chosen = { window: newId(), version: 1, fields: { words: 'Both together.' } }
    expect(await save(s, chosen)).toMatchObject({ ok: true, value: { version: 2 } })
    // … and now it is the first window that is told.
    expect(await save(s, { version: 1, turn: 2, fields: { words: 'More.' } })).toMatchObject({
      failure: { kind: 'conflict', theirs: { words: 'Both together.', version: '2' } },
    })
  })

  test('eight that begin at once leave one draft, and seven are told', async () => {
    const s = await stage()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        save(s, { window: newId(), draftId: newId(), fields: { words: `Window ${n}` } }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.filter((a) => !a.ok && a.failure.kind === 'conflict')).toHaveLength(7)
    expect(await kept(s)).toHaveLength(1)
  })
})

describe('one window on a bad line', () => {
  test('a save whose answer was lost is simply sent again', async () => {
    const s = await stage()
    await save(s)
    expect(await save(s)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await save(s, { turn: 2, fields: { words: 'And on.' } })).toMatchObject({ value: { version: 2 } })
  })

  test('an earlier save that arrives after a later one never brings back older words', async () => {
    const s = await stage()
    await save(s)
    await save(s, { version: 1, turn: 3, fields: { words: 'The newest.' } })
    expect(await save(s, { version: 1, turn: 2, fields: { words: 'Older.' } })).toMatchObject({ ok: true })
    expect(await kept(s)).toMatchObject([{ input: { words: 'The newest.' } }])
  })
})

describe('a saved form', () => {
  const note = (s: Stage) => ({ personId: s.sam.personId, happenedOn: '2026-03-09', words })

  test('takes its draft with it, in the same transaction', async () => {
    const s = await stage()
    await save(s)
    const sent = { draftId: s.first.draftId, drawnFor: s.amira.id }
    expect(await writeNote(s.amira.token, note(s), newId(), sent)).toMatchObject({ ok: true })
    expect(await kept(s)).toEqual([])
  })

  test('that fails leaves the draft where it is', async () => {
    const s = await stage()
    await save(s)
    const sent = { draftId: s.first.draftId }
    expect(await writeNote(s.amira.token, { ...note(s), words: '' }, newId(), sent)).toMatchObject({
      ok: false,
    })
    expect(await kept(s)).toHaveLength(1)
  })

  test('never takes the draft of somebody else', async () => {
    const s = await stage()
    await save(s)
    await writeNote(s.colleague.token, note(s), newId(), { draftId: s.first.draftId })
    expect(await kept(s)).toHaveLength(1)
  })

  test('leaves nothing to be written over: a window left open is told that its draft is gone', async () => {
    const s = await stage()
    await save(s)
    await writeNote(s.amira.token, note(s), newId(), { draftId: s.first.draftId })
    expect(await save(s, { version: 1, turn: 2 })).toMatchObject({
      failure: { kind: 'conflict', theirs: { version: '0' } },
    })
    expect(await kept(s)).toEqual([])
  })

  // In a fresh database the wrong one of the two would win about once in ten times.
  test('and its first draft, sent at the same moment, leave no draft behind', async () => {
    const s = await stage()
    for (let round = 0; round < 40; round++) {
      const draftId = newId()
      const early = new Promise((done) => setTimeout(done, round % 20))
      const [, written] = await Promise.all([
        early.then(() => save(s, { draftId, window: newId() })),
        writeNote(s.amira.token, note(s), newId(), { draftId }),
      ])
      expect(written).toMatchObject({ ok: true })
      expect(await kept(s)).toEqual([])
    }
  })

  test('is never sent by somebody else who has signed in since the page was opened', async () => {
    const s = await stage()
    const answer = await writeNote(s.colleague.token, note(s), newId(), { drawnFor: s.amira.id })
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(
      await saveDraft(s.colleague.token, { ...s.first, version: 0, turn: 1, fields: { words } }, newId(), {
        drawnFor: s.amira.id,
      }),
    ).toMatchObject({ failure: { kind: 'refused' } })
    expect(await sql('select 1 from notes where person_id = $1', [s.sam.personId])).toEqual([])
    expect(await kept(s)).toEqual([])
  })
})

test('a draft that is too long, or of a form that keeps none, is met with words', async () => {
  const s = await stage()
  expect(await save(s, { fields: { words: 'x'.repeat(200_001) } })).toMatchObject({
    failure: { kind: 'invalid' },
  })
  expect(await save(s, { form: 'sign-in' as 'note' })).toMatchObject({ failure: { kind: 'invalid' } })
})
