import { readFile } from 'node:fs/promises'
import { expect, test } from './setup/journey'

// Numbers of this run alone: the file names what the sender calls it.
const run = Date.now()
const file = [
  'referral_id,person_id,given_name,family_name,date_of_birth,postcode,referral_date,source,reason',
  `${run}-1,${run}-a,Robin,Desk,2010-05-14,QE1 0AB,2026-03-02,A1,"“Nobody asks, me.”"`,
  `${run}-2,${run}-b,Alex,Desk,14/06/2011,,03/03/2026,C1,=1+1`,
  `${run}-3,${run}-c,Kim,Desk,2010-02-30,,2026-03-02,A1,`,
  `${run}-1,${run}-d,Lee,Desk,2012-01-01,,2026-03-02,A1,`,
  '',
].join('\r\n')

test('the referrals desk checks a file, reviews it, imports it and sends the rest back', async ({
  as,
  look,
  record,
}) => {
  const lena = await as('team-lead')
  const upload = async () => {
    await lena.goto('/care/imports')
    await lena
      .getByLabel('Referrals file', { exact: true })
      .setInputFiles({ name: 'march.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
    await lena.getByRole('button', { name: 'Check this file' }).click()
    await expect(lena.getByRole('heading', { level: 1, name: 'Review this file' })).toBeVisible()
  }
  const kinds = lena.getByRole('navigation', { name: 'Kinds of line' })
  const standing = () =>
    record(
      'select p.given_name from people p join episodes e on e.person_id = p.id where e.reference like $1 order by 1',
      [`${run}-%`],
    )

  await lena.goto('/care/imports')
  await look(lena)
  await upload()
  await expect(kinds).toContainText(/New: 2 lines/)
  await expect(kinds).toContainText(/Cannot be imported: 2 lines/)
  await look(lena)

  await test.step('what is wrong is said with its line, and nothing is written yet', async () => {
    await kinds.getByRole('link', { name: 'Cannot be imported' }).click()
    const problems = lena.getByRole('table', { name: /Cannot be imported/ })
    await expect(problems.getByRole('row', { name: /^4 .*is not a real date/ })).toBeVisible()
    await expect(problems.getByRole('row', { name: /^5 .*already on line 2/ })).toBeVisible()
    await look(lena)
    expect(await standing()).toEqual([])
  })

  await test.step('the rest is imported once; the rejected lines are a file', async () => {
    await lena.getByRole('button', { name: 'Import 2 referrals' }).click()
    await expect(lena.getByRole('heading', { level: 1, name: 'Partially completed' })).toBeVisible()
    await expect(lena.getByText('2 referrals were imported, 2 lines could not be.')).toBeVisible()
    await look(lena)
    expect(await standing()).toEqual([{ given_name: 'Alex' }, { given_name: 'Robin' }])
    const coming = lena.waitForEvent('download')
    await lena.getByRole('link', { name: 'Get the rejected lines as a file' }).click()
    const rejected = await readFile(await (await coming).path(), 'utf8')
    expect(rejected).toContain('line,what_is_wrong,')
    expect(rejected).toMatch(/^4,.*is not a real date/m)
    expect(rejected).toContain('Kim')
    expect(rejected).not.toContain('Robin')
  })

  await test.step('they wait in the inbox, with their words as written', async () => {
    const [{ id }] = (await record<{ id: string }>('select id from episodes where reference = $1', [
      `${run}-1`,
    ])) as [{ id: string }]
    await lena.goto(`/care/referrals/${id}`)
    await expect(lena.getByRole('heading', { level: 1, name: 'Referral of Robin Desk' })).toBeVisible()
    await expect(lena.getByText('“Nobody asks, me.”')).toBeVisible()
  })

  await test.step('the same file again is already here', async () => {
    await upload()
    await expect(kinds).toContainText(/New: 0 lines/)
    await expect(kinds).toContainText(/Already here: 2 lines/)
    await expect(lena.getByRole('button', { name: /^Import/ })).toHaveCount(0)
    await lena.getByRole('button', { name: 'Discard this file' }).click()
    await expect(lena.getByRole('heading', { level: 1, name: 'Import referrals' })).toBeVisible()
    expect(await standing()).toHaveLength(2)
  })
})
