import { overview } from '@/db/people/overview'
import { story } from '@/db/story/reads'
import type { Result } from '@/lib/errors'
import { longStory } from '@/tests/build/long-story'
import { Partnership } from '@/tests/build/partnership'
import { StagedRecord } from '@/tests/build/record'
import { sql } from '@/tests/build/sql'
import { openScratch } from '../bin/scratch'
import type { Bench } from './bench'
import { median } from './measure'

const goal = 3
const rounds = 40

/** A page of a story with 5,000 entries, from the newest and from the middle, against the same page of one with 40. */
export const run: Bench = async () => {
  const scratch = await openScratch()
  try {
    const p = await Partnership.make()
    const team = await p.team()
    const amira = await p.worker('clinician', team)
    const short = await StagedRecord.make(p, team, amira, { word: 'Short' })
    const long = await StagedRecord.make(p, team, amira, { word: 'Long' })
    await longStory(short, 40)
    await longStory(long, 5_000)
    await sql('vacuum analyze')
    const middle = {
      on: '2025-01-15',
      at: '2025-01-15T12:00:00.000000Z',
      id: long.personId,
      what: '',
    }
    const asked: Record<string, () => Promise<Result<unknown>>> = {
      short: () => story(amira.token, { personId: short.personId }),
      long: () => story(amira.token, { personId: long.personId }),
      middle: () => story(amira.token, { personId: long.personId, before: middle }),
      filtered: () => story(amira.token, { personId: long.personId, kind: 'note', by: amira.id }),
      overview: () => overview(amira.token, { personId: short.personId }),
    }
    const took: Record<string, number[]> = {}
    for (let round = -10; round < rounds; round++)
      for (const [name, ask] of Object.entries(asked)) {
        const began = performance.now()
        if (!(await ask()).ok) throw new Error(`${name} was not answered`)
        if (round >= 0) took[name] = [...(took[name] ?? []), performance.now() - began]
      }
    for (const [name, all] of Object.entries(took)) console.log(`  ${name}: ${median(all).toFixed(1)} ms`)
    const ratio = Math.max(
      ...['long', 'middle', 'filtered'].map((name) => median(took[name]!) / median(took.short!)),
    )
    console.log(`story: ratio ${ratio.toFixed(2)} (goal at most ${goal})`)
    return ratio <= goal
  } finally {
    await scratch.close()
  }
}
