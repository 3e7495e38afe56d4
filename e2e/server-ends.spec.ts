import { readFileSync } from 'node:fs'
import { alive, expect, test } from './setup/journey'
import { freePort, startService } from './setup/own-service'
import { places } from './setup/places'
import { notSent, save, saved, somebodyTyping, words } from './setup/typing'

// Hazard H5. The server is ended under somebody's hands, so this journey has one of its own.
test('the server is ended in the middle of a note and starts again: the note is saved once', async ({
  page,
  record,
}) => {
  test.setTimeout(120_000)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const start = () =>
    startService(port, {
      ...JSON.parse(readFileSync(places.urls, 'utf8')),
      AUTH_URL: address,
      AUTH_TRUST_HOST: 'true',
      AUTH_SECRET: 'a-secret-that-is-only-for-the-tests-0123456789',
    })
  let service = await start()
  try {
    const noor = await somebodyTyping(record, address)
    await noor.signIn(page)
    await page.goto(noor.note)
    await alive(page)
    await words(page).fill('The power went.')
    await service.stop('SIGKILL')
    await save(page)
    await notSent(page)
    await words(page).fill('The power went. It came back.')
    service = await start()
    await saved(page)
    expect(await noor.notes()).toEqual([
      { words: 'The power went. It came back.', by_staff_id: noor.staffId },
    ])
  } finally {
    await service.stop()
  }
})
