import { describe, expect, test } from 'vitest'
import { addHelpLine } from '@/db/help-lines/add-help-line'
import { changeHelpLine } from '@/db/help-lines/change-help-line'
import { helpLines } from '@/db/help-lines/reads'
import { removeHelpLine } from '@/db/help-lines/remove-help-line'
import { shownHelpLines } from '@/db/help-lines/shown'
import { addMonths, dayOf } from '@/lib/day'
import { nationalLines } from '@/lib/help/lines'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'

const today = dayOf(new Date())
const line = {
  name: 'Estuary help line',
  words: 'Local people. Free.',
  hours: 'Any time',
  kind: 'phone' as const,
  contact: '01632 960123',
  textWord: '',
  position: 1,
  checkedOn: today,
}

const stage = async () => {
  const p = await Partnership.make()
  const ada = await p.worker('administrator')
  return { p, ada }
}

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

describe('help lines', () => {
  test('what an administrator sets is what is shown, in order, with the oldest day it was checked', async () => {
    const { p, ada } = await stage()
    const before = addMonths(today, -2)
    await addHelpLine(ada.token, { ...line, position: 2 }, newId())
    await addHelpLine(ada.token, { ...line, name: 'First', position: 1, checkedOn: before }, newId())
    const sam = await p.ownAccount(await p.person())
    const shown = await shownHelpLines(sam.token)
    expect(shown.lines.map((one) => one.name)).toEqual(['First', 'Estuary help line'])
    expect(shown.checkedOn).toBe(before)
  })

  test('before signing in, with several partnerships here, nobody’s are guessed: the national ones are shown', async () => {
    const { ada } = await stage()
    await Partnership.make()
    await addHelpLine(ada.token, line, newId())
    expect(await shownHelpLines(undefined)).toEqual({ lines: nationalLines, checkedOn: null })
    expect(await shownHelpLines('not a token')).toEqual({ lines: nationalLines, checkedOn: null })
  })

  test('another partnership’s are never shown', async () => {
    const { ada } = await stage()
    const elsewhere = await stage()
    await addHelpLine(ada.token, line, newId())
    expect((await shownHelpLines(elsewhere.ada.token)).lines).toEqual(nationalLines)
  })

  test('one that is six months old is said to be', async () => {
    const { ada } = await stage()
    await addHelpLine(ada.token, { ...line, checkedOn: addMonths(today, -6) }, newId())
    expect(value(await helpLines(ada.token, {})).lines).toMatchObject([{ stale: true }])
  })

  test('a day in the future is no check', async () => {
    const { ada } = await stage()
    expect(await addHelpLine(ada.token, { ...line, checkedOn: addMonths(today, 1) }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { checkedOn: expect.any(String) } },
    })
  })

  test('a stale change is a conflict, and a line taken off is shown no more', async () => {
    const { ada } = await stage()
    const { lineId } = value(await addHelpLine(ada.token, line, newId()))
    expect(
      await changeHelpLine(ada.token, { ...line, lineId, version: 1, name: 'New name' }, newId()),
    ).toMatchObject({ ok: true })
    expect(await changeHelpLine(ada.token, { ...line, lineId, version: 1 }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', theirs: { name: 'New name', version: '2' } },
    })
    expect(await removeHelpLine(ada.token, { lineId }, newId())).toMatchObject({ ok: true })
    expect((await shownHelpLines(ada.token)).lines).toEqual(nationalLines)
  })

  test('only administrators set them', async () => {
    const { p } = await stage()
    const amira = await p.worker('clinician', await p.team())
    expect(await addHelpLine(amira.token, line, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
  })
})
