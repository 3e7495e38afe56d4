import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from './setup/journey'

const tomorrow = `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, place, by_staff_id)
  select e.partnership_id, gen_random_uuid(), e.id, e.person_id, e.named_worker_id, now() + interval '5 days', 'Library', e.named_worker_id
  from episodes e where e.id = $1 returning id`

for (const script of [true, false])
  test(`reminders, ${script ? 'on a phone' : 'without script'}: asked, written down, and turned off by the link`, async ({
    as,
    look,
    record,
    youngPerson,
  }) => {
    const { base, personId, episodeId, given } = await youngPerson(script ? 'Remi' : 'Remo', [])
    await record(`update people set email = 'remi@mail.example.test' where id = $1`, [personId])
    const [meeting] = await record<{ id: string }>(tomorrow, [episodeId])
    const amira = await as('clinician', { width: 320, script })

    await test.step('Amira asks', async () => {
      await amira.goto(`${base}/details`)
      await amira.getByRole('link', { name: 'Who is reminded' }).click()
      await expect(amira).toHaveURL(/\/details\/reminders$/)
      if (script) await look(amira)
      await amira.getByRole('link', { name: /^Ask/ }).first().click()
      await expect(amira).toHaveURL(/\/details\/reminders\/\w/)
      if (script) await look(amira)
      await amira.getByRole('button', { name: 'Save' }).click()
      await expect(amira.getByRole('link', { name: 'Choose yes or no.' })).toBeVisible()
      await amira.getByRole('radio', { name: 'Yes, by e-mail' }).check()
      await amira.getByRole('button', { name: 'Save' }).click()
      await expect(amira.getByText(/The day before, at the same time, to remi@mail/)).toBeVisible()
      await expect(amira.getByText(/Waiting until/)).toBeVisible()
    })

    await test.step('the meeting is a file for a calendar, without a name or a place', async () => {
      const file = await amira.request.get(`${base}/meetings/${meeting!.id}/calendar.ics`)
      expect(file.headers()['content-type']).toContain('text/calendar')
      const text = await file.text()
      expect(text).toContain('SUMMARY:Meeting')
      expect(text).not.toMatch(new RegExp(`LOCATION|Library|${given}|Amira`))
    })

    await test.step('the link in the mail turns them off, without anybody signing in', async () => {
      const link = randomBytes(32).toString('base64url')
      const hash = createHash('sha256').update(link).digest('hex')
      await record(`update outbox set stop_hash = decode($2, 'hex') where person_id = $1`, [personId, hash])
      const somebody = await as('nobody', { width: 320, script })
      await somebody.goto(`/reminders/${link}`)
      if (script) await look(somebody)
      // Looking at it changes nothing: mail programs open links by themselves.
      expect(await record('select state from outbox where person_id = $1', [personId])).toEqual([
        { state: 'waiting' },
      ])
      await somebody.getByRole('button', { name: 'Stop the reminders' }).click()
      await expect(somebody.getByRole('heading', { name: 'No more reminders' })).toBeVisible()
      expect(await record('select state, why_not from outbox where person_id = $1', [personId])).toEqual([
        { state: 'not-sent', why_not: 'turned-off' },
      ])
    })
  })

test('an administrator sees how the jobs are doing, and nobody’s name', async ({ as, look }) => {
  const page = await as('administrator')
  await page.goto('/admin/jobs')
  await expect(page.getByRole('heading', { level: 1, name: 'Jobs' })).toBeVisible()
  await look(page)
})
