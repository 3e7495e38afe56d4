import { expect, test } from 'vitest'
import { agreeGrouping } from '@/db/grouping/agree-grouping'
import { readGrouping } from '@/db/grouping/reads'
import { keepVersion } from '@/db/plans/keep-version'
import { writePlan } from '@/db/plans/write-plan'
import { addDays, dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { planVersion } from '../../build/plans'
import { sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const episode = await p.episode(team, { worker: amira })
  const { personId } = episode
  const agree = () =>
    agreeGrouping(
      amira.token,
      {
        personId,
        version: 'none.0',
        grouping: 'getting-risk-support',
        considered: 'Advice',
        needNow: 'A way through each night.',
        plan: 'We write it together.',
        everyonesPart: 'Amira rings at nine.',
        tookPart: 'young-person',
        youngPersonsView: 'ok',
        leadAgency: 'EWMHS',
        decidedOn: today,
        reviewOn: addDays(today, 30),
      },
      newId(),
    )
  const tasks = () =>
    sql<{ done: boolean }>(
      "select done_at is not null as done from tasks where person_id = $1 and kind = 'safety-plan'",
      [personId],
    )
  const page = async () => {
    const result = await readGrouping(amira.token, { personId })
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value
  }
  return { p, amira, episode, personId, agree, tasks, page }
}

test('rule 7: Getting Risk Support without a safety plan asks for one; writing it ends the task and the warning', async () => {
  const { amira, personId, agree, tasks, page } = await stage()
  expect((await agree()).ok).toBe(true)
  expect(await tasks()).toEqual([{ done: false }])
  expect((await page()).identity.hasSafetyPlan).toBe(false)
  const written = await writePlan(
    amira.token,
    { personId, kind: 'safety', version: 0, byMyself: 'Ring Kerry', wasThere: 'yes' },
    newId(),
  )
  expect(written.ok).toBe(true)
  expect(await tasks()).toEqual([{ done: true }])
  const after = await page()
  expect(after.identity.hasSafetyPlan).toBe(true)
  expect(after.safetyPlanWaitsFor).toBeUndefined()
})

test('rule 7: where there is a safety plan already, nobody is asked for one', async () => {
  const { amira, episode, agree, tasks, page } = await stage()
  await planVersion(episode, amira, { kind: 'safety' })
  expect((await agree()).ok).toBe(true)
  expect(await tasks()).toEqual([])
  expect((await page()).identity.hasSafetyPlan).toBe(true)
})

test('a wellbeing plan is not a safety plan', async () => {
  const { amira, episode, agree, tasks, page } = await stage()
  await planVersion(episode, amira)
  expect((await agree()).ok).toBe(true)
  expect(await tasks()).toEqual([{ done: false }])
  expect((await page()).identity.hasSafetyPlan).toBe(false)
})

test('a young person who writes it from their own account ends the task too, which they never see', async () => {
  const { p, personId, agree, tasks } = await stage()
  expect((await agree()).ok).toBe(true)
  const sam = await p.ownAccount(personId)
  const { read } = await import('@/db/read')
  // What their own page does, without the page: their plan, kept by themselves.
  const keep = read('planNewest', async (ctx, texts: { byMyself: string }) => ({
    number: await keepVersion(ctx, {
      personId: ctx.actor.personId!,
      kind: 'safety',
      episodeId: null,
      basedOn: 0,
      texts,
      how: 'alone',
    }),
    tasksSeen: (await ctx.client.query('select 1 from tasks')).rowCount,
  }))
  expect(await keep(sam.token, { byMyself: 'listen to music' })).toEqual({
    ok: true,
    value: { number: 1, tasksSeen: 0 },
  })
  expect(await tasks()).toEqual([{ done: true }])
})
