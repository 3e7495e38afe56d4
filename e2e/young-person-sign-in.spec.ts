import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

/** As a worker: link and code, which are shown once. */
const invited = async (amira: Page, base: string) => {
  await amira.goto(`${base}/details/accounts/invitation`)
  await amira.getByRole('button', { name: 'Make link and code' }).click()
  const link = await amira.getByLabel('The link').inputValue()
  const code = (await amira.locator('b.fp-num').innerText()).replaceAll(/\s/g, '')
  return { link, code }
}

const enterCode = async (page: Page, { link, code }: { link: string; code: string }) => {
  await page.goto(link)
  await page.getByLabel('Your 6 numbers').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
}

const choose = async (page: Page, name: string, password: string) => {
  await page.getByLabel('A name to sign in with').fill(name)
  await page.getByLabel('A password', { exact: true }).fill(password)
  await page.getByLabel('The password again').fill(password)
  await page.getByRole('button', { name: 'Open my pages' }).click()
}

const signOut = async (page: Page) => {
  await page.goto('/me/account')
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
}

const home = (page: Page) => expect(page.getByRole('heading', { level: 1, name: /^Hi / })).toBeVisible()

const password = 'purple kettle monday'

test('a young person is invited, chooses a way in, signs in by name and with a passkey, until the account ends', async ({
  as,
  look,
  record,
  youngPerson,
}) => {
  test.setTimeout(180_000)
  const robin = await youngPerson('Robin', ['Swim again'])
  const amira = await as('clinician')
  const page = await as('nobody', { width: 320 })
  const name = `otter-${robin.personId.slice(-8)}`
  let invitation = { link: '', code: '' }

  await test.step('the worker makes a link and a code, shown once', async () => {
    await amira.goto(`${robin.base}/details/accounts`)
    await look(amira)
    invitation = await invited(amira, robin.base)
    await look(amira)
    await amira.reload()
    await expect(amira.getByText(invitation.link)).toHaveCount(0)
  })

  await test.step('the link alone opens nothing and names nobody', async () => {
    await page.goto(invitation.link)
    await look(page)
    await expect(page.getByText('Robin')).toHaveCount(0)
    await enterCode(page, { ...invitation, code: invitation.code === '000000' ? '000001' : '000000' })
    await expect(page.getByText('Those numbers are not right').first()).toBeVisible()
  })

  await test.step('with the code they choose a name and a password, and are in', async () => {
    await enterCode(page, invitation)
    await expect(page.getByRole('heading', { name: 'Hello Robin' })).toBeVisible()
    await look(page)
    await choose(page, 'two words', 'short')
    await expect(page.getByText('no spaces').first()).toBeVisible()
    await expect(page.getByText('Use 12 characters or more').first()).toBeVisible()
    await choose(page, name, password)
    await home(page)
  })

  await test.step('the link is used up, for whoever opens it now', async () => {
    const other = await as('nobody')
    await other.goto(invitation.link)
    await expect(other.getByText('This link has been used.')).toBeVisible()
  })

  await test.step('they sign in by name, in any case', async () => {
    await signOut(page)
    await look(page)
    await page.getByLabel('E-mail or sign-in name').fill(name.toUpperCase())
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await home(page)
  })

  await test.step('they make a passkey, and sign in with nothing typed', async () => {
    const device = await page.context().newCDPSession(page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto('/me/account')
    await look(page)
    await page.goto('/me/account/passkeys')
    await page.getByLabel('Your password').fill('not my password at all')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(page.getByText('That is not your password.').first()).toBeVisible()
    await page.getByLabel('Your password').fill(password)
    await page.getByLabel('What is this device?').fill('My phone')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(page.getByText('My phone').first()).toBeVisible()
    await look(page)
    await signOut(page)
    // A browser asks a device only for the window in front; the worker's was there last.
    await page.bringToFront()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await home(page)
    expect(
      await record(
        `select detail ->> 'how' as how from app.audit_log a join staff s on s.id = a.staff_id
         where s.person_id = $1 and act = 'signIn' order by a.id`,
        [robin.personId],
      ),
    ).toEqual([{ how: 'invitation' }, { how: 'password' }, { how: 'passkey' }])
  })

  await test.step('the worker ends the account with a reason: out on the very next page', async () => {
    await amira.goto(`${robin.base}/details/accounts`)
    await amira.getByRole('link', { name: 'End this account of Robin' }).click()
    await expect(amira).toHaveURL(/\/end$/)
    await look(amira)
    await amira.getByRole('radio', { name: 'They asked for it' }).check()
    await amira.getByRole('button', { name: 'End this account' }).click()
    await expect(amira.getByText(/Saved at \d\d:\d\d/)).toBeVisible()
    await page.goto('/me')
    await expect(page).toHaveURL(/\/sign-in/)
  })
})

test('with a passkey alone: nothing to remember, and it cannot take away their only way in', async ({
  as,
  look,
  youngPerson,
}) => {
  const teal = await youngPerson('Teal', ['Swim again'])
  const invitation = await invited(await as('clinician'), teal.base)
  const page = await as('nobody', { width: 320 })
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await enterCode(page, invitation)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await home(page)
  await page.goto('/me/account/passkeys')
  await page.getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByText('This is your only way to sign in.').first()).toBeVisible()
  await look(page)
  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await home(page)
})

test('without script: link, code, name and password', async ({ as, fits, youngPerson }) => {
  const finch = await youngPerson('Finch', ['Swim again'])
  const amira = await as('clinician', { script: false })
  const invitation = await invited(amira, finch.base)
  const page = await as('nobody', { width: 320, script: false })
  await enterCode(page, { ...invitation, code: '12' })
  await expect(page.getByText('Type the 6 numbers you were given.').first()).toBeVisible()
  await fits(page)
  await enterCode(page, invitation)
  await fits(page)
  await choose(page, `maple-${finch.personId.slice(-8)}`, password)
  await home(page)
})
