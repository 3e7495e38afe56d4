import { expect, test } from 'vitest'
import { changeSettings } from '@/db/organisations/change-settings'
import { settings } from '@/db/organisations/reads'
import { newId } from '@/lib/id'
import { asRole, sql } from '../../build/sql'
import { stage } from './stage'

const form = {
  version: 1,
  idleMinutes: '15',
  hiddenLimit: '10',
  comeBackMonths: '6',
  secondStep: 'yes',
} as const

test('settings are kept within their limits, with words for each that is not', async () => {
  const { ada, p } = await stage()
  expect(
    await changeSettings(
      ada.token,
      { ...form, idleMinutes: '14', hiddenLimit: '4', comeBackMonths: 'six' },
      newId(),
    ),
  ).toMatchObject({
    failure: {
      fields: {
        idleMinutes: 'Enter minutes from 15 to 60.',
        hiddenLimit: 'Enter a number from 5 to 10.',
        comeBackMonths: 'Enter months from 1 to 36, in figures.',
      },
    },
  })
  expect(await changeSettings(ada.token, form, newId())).toMatchObject({ ok: true })
  expect(
    await sql(
      'select idle_minutes, hidden_limit, come_back_months, second_step, version from partnerships where id = $1',
      [p.id],
    ),
  ).toEqual([{ idle_minutes: 15, hidden_limit: 10, come_back_months: 6, second_step: true, version: 2 }])
})

test('two administrators change settings at once: the second sees both and overwrites nothing', async () => {
  const { ada, ben } = await stage()
  await changeSettings(ada.token, form, newId())
  expect(await changeSettings(ben.token, { ...form, idleMinutes: '60' }, newId())).toMatchObject({
    failure: { kind: 'conflict', theirs: { idleMinutes: '15', hiddenLimit: '10', version: '2' } },
  })
  expect(await settings(ben.token, undefined)).toMatchObject({ value: { settings: { idleMinutes: 15 } } })
})

test('the second step cannot be switched off where real records are kept', async () => {
  const { ada, p } = await stage()
  const off = { version: 1, idleMinutes: '30', hiddenLimit: '5', comeBackMonths: '12' }
  expect(await changeSettings(ada.token, off, newId())).toMatchObject({
    failure: { fields: { secondStep: expect.stringContaining('always needed') } },
  })
  await sql('update partnerships set demonstration = true where id = $1', [p.id])
  expect(await changeSettings(ada.token, off, newId())).toMatchObject({ ok: true })
})

test('the application cannot make a demonstration of a real partnership', async () => {
  const { ada } = await stage()
  const direct = asRole('app')
  await direct.query(`begin; select set_config('app.session', '${ada.token}', true)`)
  await expect(direct.query('update partnerships set demonstration = true')).rejects.toThrow(
    'permission denied',
  )
  await direct.query('rollback')
  await direct.end()
})

test('a clinician changes no settings, and an administrator only those of their own partnership', async () => {
  const { amira, outsider, p } = await stage()
  expect(await changeSettings(amira.token, form, newId())).toMatchObject({ failure: { kind: 'refused' } })
  await changeSettings(outsider.token, form, newId())
  expect(await sql('select idle_minutes from partnerships where id = $1', [p.id])).toEqual([
    { idle_minutes: 30 },
  ])
})
