import { expect, test } from './setup/journey'
import { ownAccount, signInAs } from './setup/own-account'

test('a parent sees what the young person allows, rates under her own name, and loses it at once', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  test.setTimeout(180_000)
  const { personId, given, base } = await youngPerson('Tam', ['Stay in maths', 'Tell Mum about Kit'])
  const [parent] = await record<{ id: string }>(
    `insert into relationships (partnership_id, id, person_id, name, relation, parental_responsibility)
     select partnership_id, gen_random_uuid(), id, 'Rosa Reyes', 'mother', 'yes' from people where id = $1 returning id`,
    [personId],
  )
  const rosas = await ownAccount(record, personId, { name: 'Rosa Reyes', relationshipId: parent!.id })
  const tams = await ownAccount(record, personId, { name: given })
  const rosa = await as('nobody', { width: 320 })

  await test.step('before anything is allowed, her page is empty', async () => {
    await signInAs(rosa, rosas)
    await expect(rosa.getByText(/There is nothing to see yet/)).toBeVisible()
    await look(rosa)
  })

  await test.step('under 16 and not assessed for this: nobody decides yet', async () => {
    await record("update people set born = current_date - interval '15 years' where id = $1", [personId])
    const amira = await as('clinician')
    await amira.goto(`${base}/details/family`)
    await look(amira)
    await amira.getByRole('link', { name: 'Let Rosa Reyes see something' }).click()
    await amira.getByRole('checkbox', { name: /One goal: Stay in maths/ }).check()
    await amira.getByRole('radio', { name: 'Yes', exact: true }).check()
    await amira.getByRole('button', { name: 'Save what was decided' }).click()
    await expect(amira.getByText(/Record first if they are able to decide this/).first()).toBeVisible()
    await look(amira)
  })

  await test.step('the decision is recorded, for this one thing, and then it is allowed', async () => {
    const amira = await as('clinician')
    await amira.goto(`${base}/details/family/capacity?about=${parent!.id}&question=goal`)
    await look(amira)
    await amira.getByLabel('The decision, as you put it to them').fill('Rosa sees the goal about maths.')
    await amira.getByLabel('Understanding').fill('Said what she would see and what not.')
    await amira.getByLabel('Maturity').fill('Thought of how a bad week would look.')
    await amira.getByLabel('Free choice').fill('Asked alone.')
    await amira.getByRole('radio', { name: 'Yes, this one' }).check()
    await amira.getByRole('button', { name: 'Save this decision' }).click()
    await expect(amira.getByText(/Saved at/)).toBeVisible()
    await amira.getByRole('checkbox', { name: /One goal: Stay in maths/ }).check()
    await amira.getByRole('radio', { name: 'Yes', exact: true }).check()
    await amira.getByRole('button', { name: 'Save what was decided' }).click()
    await expect(
      amira.getByText('Their own yes, able to decide this (Gillick)', { exact: false }),
    ).toBeVisible()
    await look(amira)
  })

  await test.step('she sees that goal and no other, and rates it as herself', async () => {
    await rosa.goto('/family')
    await expect(rosa.getByText('Stay in maths')).toBeVisible()
    await expect(rosa.getByText(/Kit/)).toHaveCount(0)
    await rosa.getByRole('link', { name: 'How close do you think it is?' }).click()
    await expect(rosa).toHaveURL(/\/family\/rating/)
    await look(rosa)
    await rosa.getByRole('radio', { name: '4', exact: true }).check()
    await rosa.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(rosa.getByText(/You: One rating so far/)).toBeVisible()
    await look(rosa)
    expect(
      await record('select rater, rater_name, value from ratings where person_id = $1', [personId]),
    ).toEqual([{ rater: 'parent-or-carer', rater_name: 'Rosa Reyes', value: 4 }])
  })

  await test.step('doors that are not hers stay shut', async () => {
    for (const address of ['/me', '/me/goals', base, `${base}/goals`, '/care/today', '/admin/people']) {
      const answer = await rosa.goto(address)
      expect([address, answer?.status()]).toEqual([address, 404])
    }
  })

  await test.step('the young person stops it, and her next page has it no more', async () => {
    const tam = await as('nobody', { width: 320 })
    await signInAs(tam, tams)
    await tam.goto('/me/who-can-see')
    await expect(tam.getByText('Rosa Reyes', { exact: false }).first()).toBeVisible()
    await look(tam)
    await tam.getByRole('button', { name: 'Stop this' }).click()
    await expect(tam.getByText('This has stopped.')).toBeVisible()
    await rosa.goto('/family')
    await expect(rosa.getByText('Stay in maths')).toHaveCount(0)
  })
})
