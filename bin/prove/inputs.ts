import fc from 'fast-check'
import { acts, type Row } from '@/lib/access/policy'
import type { Result } from '@/lib/errors'
import { newId } from '@/lib/id'
import { sql } from '@/tests/build/sql'
import { openScratch } from '../scratch'
import { openWorld, relations, type StagedAct, sceneFor, someone, type World } from './access/scene'
import { stages } from './access/stages'
import { columnNames, fieldsOf } from './inputs/fields'
import { generated, withKey } from './inputs/generated'
import { watchWrites, writesSince } from './inputs/writes'
import type { Proof } from './proof'

/** No answer takes longer, in milliseconds. */
const slowest = 5000
const seed = 20261122

type Count = {
  calls: number
  accepted: number
  refused: Record<string, number>
  wrong: string[]
  longest: number
}

/**
 * A thousand generated inputs for each act, beside one that is right, with a real database: every answer is one of the few
 * failures or a success, whatever is refused leaves nothing behind, none takes over five seconds, and no act takes the name of
 * a column as a field of its own.
 */
export const prove: Proof = async ({ short }) => {
  const each = short ? 12 : 1000
  const scratch = await openScratch()
  // INPUTS_OF=act,act tries only these, while one of them is being mended.
  const only = process.env.INPUTS_OF?.split(',')
  const total: Count = { calls: 0, accepted: 0, refused: {}, wrong: [], longest: 0 }
  let columnsTried = 0
  try {
    const world = await openWorld()
    const others = await elsewhere(world)
    await watchWrites()
    // The watch has to see something, or it proves nothing.
    await sql('update partnerships set name = name')
    if ((await writesSince()).join() !== 'public.partnerships') throw new Error('Writes are not seen.')
    const columns = await columnNames()
    for (const act of stages) {
      if (only && !only.includes(act.name)) continue
      const began = Date.now()
      const count = await tryAct(world, act, others, each)
      // Every act has the same door for unknown fields; the short run asks a different part of the names of each.
      const names = short ? columns.filter((_, at) => (at + stages.indexOf(act)) % 60 === 0) : columns
      columnsTried += await tryColumns(world, act, names, count)
      for (const wrong of count.wrong.slice(0, 6)) console.log(`  WRONG: ${act.name}: ${wrong}`)
      if (!short)
        console.log(
          `  ${act.name}: ${count.calls} inputs, ${count.accepted} accepted, ${kinds(count.refused)}, ` +
            `longest ${count.longest} ms, ${((Date.now() - began) / 1000).toFixed(1)} s${count.wrong.length ? `, ${count.wrong.length} WRONG` : ''}`,
        )
      add(total, count)
    }
  } finally {
    await scratch.close()
  }
  console.log(
    `${total.calls} inputs to ${only?.length ?? stages.length} acts (seed ${seed}): ${total.accepted} accepted, ${kinds(total.refused)}; ` +
      `${columnsTried} names of columns as fields. Longest answer ${total.longest} ms. ${total.wrong.length} wrong.`,
  )
  return { passed: total.calls + columnsTried - total.wrong.length, failed: total.wrong.length }
}

const kinds = (refused: Record<string, number>) =>
  Object.entries(refused)
    .map(([kind, n]) => `${n} ${kind}`)
    .join(', ')

const add = (total: Count, one: Count) => {
  total.calls += one.calls
  total.accepted += one.accepted
  total.wrong.push(...one.wrong)
  total.longest = Math.max(total.longest, one.longest)
  for (const [kind, n] of Object.entries(one.refused)) total.refused[kind] = (total.refused[kind] ?? 0) + n
}

/** Ids of things that are not theirs: another organisation's, another partnership's, and of nothing. */
const elsewhere = async ({ elsewhere, far }: World): Promise<string[]> => {
  const ids: string[] = [newId()]
  for (const { p, team, colleague } of [elsewhere, far]) {
    const episode = await p.episode(team, { worker: colleague })
    ids.push(episode.personId, episode.id, await p.goal(episode, colleague, [3]), team.id, colleague.id, p.id)
  }
  return ids
}

type Stage = { token: string; input: unknown }

/** Somebody who may, and an input that is right for them, in the first relation in which there is such a thing. */
const staged = async (world: World, act: StagedAct): Promise<Stage> => {
  const row: Row = acts[act.name]
  const actor = await someone(world, row.roles[0]!, { desk: row.needs === 'referrals-desk' })
  for (const relation of relations) {
    const input = await act.stage(sceneFor(world, actor, relation))
    if (input !== undefined) return { token: actor.token, input }
  }
  throw new Error(`There is no stage for ${act.name}.`)
}

const known = ['signed-out', 'not-found', 'refused', 'invalid', 'conflict', 'unavailable']

/** One call, judged. */
const call = async (
  act: StagedAct,
  { token }: Stage,
  input: unknown,
  count: Count,
): Promise<Result<unknown> | null> => {
  const began = Date.now()
  let answer: Result<unknown> | null = null
  let wrong: string | undefined
  try {
    answer = await act.call(token, input as never, newId())
  } catch (error) {
    wrong = `threw ${shortOf(error)}`
  }
  const took = Date.now() - began
  const written = await writesSince()
  count.calls += 1
  count.longest = Math.max(count.longest, took)
  if (answer?.ok) count.accepted += 1
  else if (answer) {
    count.refused[answer.failure.kind] = (count.refused[answer.failure.kind] ?? 0) + 1
    if (!known.includes(answer.failure.kind) || answer.failure.kind === 'unavailable')
      wrong = `answered ${JSON.stringify(answer.failure)}`
  }
  if (!answer?.ok && written.length > 0) wrong = `${wrong ?? 'was refused'}, and wrote ${written.join(', ')}`
  if (took > slowest) wrong = `${wrong ?? 'answered'} after ${took} ms`
  if (wrong) count.wrong.push(`${wrong}, for ${inShort(input)}`)
  return answer
}

async function tryAct(world: World, act: StagedAct, others: readonly string[], each: number): Promise<Count> {
  const count: Count = { calls: 0, accepted: 0, refused: {}, wrong: [], longest: 0 }
  const control = await staged(world, act)
  await writesSince()
  const right = await call(act, control, control.input, count)
  if (!right?.ok) count.wrong.push(`the input that is right was not accepted: ${JSON.stringify(right)}`)
  let stage = await staged(world, act)
  await writesSince()
  // Places in the input are what is generated, so that it fits the next stage too, with other ids in it.
  const recipes = fc.sample(fc.integer({ min: 0, max: 0x7fffffff }), { numRuns: each, seed })
  for (const recipe of recipes) {
    const [input] = fc.sample(generated(stage.input, others), { numRuns: 1, seed: recipe })
    const answer = await call(act, stage, input, count)
    if (answer?.ok || (answer && answer.failure.kind === 'signed-out')) {
      stage = await staged(world, act)
      await writesSince()
    }
  }
  return count
}

const unknownField = 'This form has a field it does not know.'

/** A field by the name of a column is refused by that name, unless the act asks for a field called so. */
async function tryColumns(
  world: World,
  act: StagedAct,
  names: readonly string[],
  count: Count,
): Promise<number> {
  const stage = await staged(world, act)
  await writesSince()
  const asked = new Set([...fieldsOf(act.call.input), ...Object.keys(stage.input as object)])
  let tried = 0
  for (const name of names) {
    if (asked.has(name)) continue
    tried += 1
    const answer = await act.call(
      stage.token,
      withKey(stage.input as Record<string, unknown>, name, 'x') as never,
      newId(),
    )
    const refused =
      !answer.ok && answer.failure.kind === 'invalid' && answer.failure.fields[name] === unknownField
    if (!refused) count.wrong.push(`took a field called ${name}: ${JSON.stringify(answer)}`)
  }
  const written = await writesSince()
  if (written.length > 0) count.wrong.push(`with names of columns as fields, wrote ${written.join(', ')}`)
  return tried
}

const shortOf = (error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${String(error).slice(0, 160)}${cause.slice(0, 160)}`
}

const inShort = (input: unknown) => {
  try {
    return (JSON.stringify(input) ?? String(input)).replace(/(.{60})\1{3,}/g, '$1…').slice(0, 500)
  } catch {
    return String(input)
  }
}
