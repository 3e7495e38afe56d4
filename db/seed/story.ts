import { Client } from 'pg'
import { startSystemSession } from '@/db/access/start-system-session'
import { appPool, publishPool } from '@/db/client'
import { env } from '@/db/env'
import { publish } from '@/db/reporting/publish'
import { dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { lastTwelveMonths } from '@/lib/reporting/period'
import { addBackground } from './background'
import { freezeAll } from './frozen'
import { layOutPlace } from './place'
import { randomFrom } from './random'
import { buildHouse } from './staff'
import { tellDrafts } from './story-drafts'
import { tellGoalWork } from './story-goals'
import { tellMeasures } from './story-measures'
import { tellMeetings } from './story-meetings'
import { tellOwnPages } from './story-own-pages'
import { tellTales } from './story-people'
import { tellPlans } from './story-plans'
import { tellReminders } from './story-reminders'

/**
 * The demonstration's story: an invented place, its services, a dozen young people with full records and a background of
 * about 2,000, then the figures published for the last twelve months. Only into the embedded database, only when it is empty.
 */
async function tell() {
  const client = new Client({
    connectionString: env().DATABASE_ADMIN_URL,
    options: '-c TimeZone=Europe/London',
  })
  await client.connect()
  try {
    const { rows } = await client.query('select exists (select from partnerships) as told')
    if (rows[0].told) return
    const today = dayOf(new Date())
    const random = randomFrom(2_026)
    await client.query('begin')
    const house = await buildHouse(client)
    const place = await layOutPlace(client, random)
    await tellTales(client, house, place, today)
    await tellGoalWork(client, house, today)
    await tellOwnPages(client, house, today)
    await tellMeasures(client, house, today)
    await tellMeetings(client, house, today)
    await tellPlans(client, house, today)
    await tellDrafts(client, house)
    await tellReminders(client, house, today)
    await addBackground(client, house, place, random, today)
    await freezeAll(client, house.partnershipId)
    await client.query('commit')
    await client.query('analyze')
    const token = await startSystemSession(client, house.partnershipId)
    const published = await publish(token, lastTwelveMonths(today), newId())
    if (!published.ok)
      throw new Error(`Publishing the demonstration’s figures failed: ${JSON.stringify(published.failure)}`)
  } finally {
    await client.end()
    await Promise.all([appPool().end(), publishPool().end()])
  }
}

await tell()
