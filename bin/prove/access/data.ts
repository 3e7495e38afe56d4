import { acts, type Row, reads } from '@/lib/access/policy'
import type { Result } from '@/lib/errors'
import { newId } from '@/lib/id'
import type { Worker } from '@/tests/build/partnership'
import { inTurns } from '../in-turns'
import { type Asker, askersOf, mayAsk, mayHave } from './expected'
import { changedBetween, type Fingerprint, fingerprint } from './fingerprint'
import { stagedReads } from './reads'
import type { Everythings } from './records'
import {
  newWord,
  nothing,
  type Relation,
  relations,
  type StagedAct,
  sceneFor,
  someone,
  type World,
} from './scene'
import { stages } from './stages'
import type { Tally } from './tally'

type Cell = { asker: Asker; relation: Relation; input: unknown; word: string }

const named = (what: string, { asker, relation }: Pick<Cell, 'asker' | 'relation'>) =>
  `${what} as ${asker.as}${asker.desk ? ' at the desk' : ''} on ${relation}`

const saying = (answer: Result<unknown>): string =>
  answer.ok ? 'allowed' : `${answer.failure.kind} ${JSON.stringify(answer.failure)}`

/** A refusal that says nothing: any other failure means that the stage was wrong, and proves nothing. */
const isDenial = (answer: Result<unknown>, choice?: string): boolean =>
  !answer.ok &&
  (['signed-out', 'not-found', 'refused'].includes(answer.failure.kind) ||
    (answer.failure.kind === 'invalid' &&
      choice !== undefined &&
      Object.keys(answer.failure.fields).join() === choice))

const call = (act: StagedAct, token: string | undefined, input: unknown) =>
  act.call(token, input as never, newId())

/** Every act, by everybody, on everything, with a stage of its own wherever the answer could depend on it. */
export async function proveActs(world: World, tally: Tally, short: boolean): Promise<void> {
  const askers = askersOf(world)
  for (const act of stages) {
    const row: Row = acts[act.name]
    const everybody = await askers(row)
    const denied: Cell[] = []
    const allowed: Cell[] = []
    for (const relation of relations) {
      let shared: { input: unknown; word: string } | undefined
      const stage = async (actor: Worker) => {
        const word = newWord()
        return { input: await act.stage(sceneFor(world, actor, relation, word)), word }
      }
      for (const asker of everybody) {
        if (mayHave(row, asker, relation)) {
          if (short && allowed.length > 0) continue
          // What is allowed changes things, sessions and passwords too: by somebody new, each time.
          const worker = await someone(world, asker.role, { desk: asker.desk })
          const made = await stage(worker)
          if (made.input === undefined) continue
          allowed.push({ asker: { ...asker, worker, token: worker.token }, relation, ...made })
        } else {
          if (short && relation !== 'own' && !mayAsk(row, asker)) continue
          // Whoever has the right role gets a stage of their own, so that only the relation can be the reason.
          const own = mayAsk(row, asker) || asker.as === 'suspended'
          if (!own) shared ??= await stage((await askers(row)).at(-1)!.worker)
          const made = own ? await stage(asker.worker) : shared!
          if (made.input !== undefined) denied.push({ asker, relation, ...made })
        }
      }
    }
    await runDenied(act, denied, tally)
    await runAllowed(act, allowed, tally)
    tally.rule(
      `${act.name} has a positive control`,
      allowed.length > 0 ? undefined : 'no cell of it was allowed',
    )
  }
}

async function runDenied(act: StagedAct, cells: readonly Cell[], tally: Tally) {
  const before = await fingerprint()
  const results: { cell: Cell; wrong: string | undefined }[] = []
  await inTurns(cells, 4, async (cell) => {
    const answer = await call(act, cell.asker.token, cell.input)
    const text = JSON.stringify(answer)
    const wrong = !isDenial(answer, act.choice)
      ? saying(answer)
      : text.includes(cell.word)
        ? `the answer shows it: ${text}`
        : undefined
    results.push({ cell, wrong })
  })
  const changed = changedBetween(before, await fingerprint())
  for (const { cell, wrong } of results) tally.cell('acts', 'denied', named(act.name, cell), wrong)
  tally.rule(
    `${act.name}, denied ${cells.length} times, left every row as it was`,
    changed.length > 0 ? `changed ${changed.join(', ')}` : undefined,
  )
}

async function runAllowed(act: StagedAct, cells: readonly Cell[], tally: Tally) {
  let before: Fingerprint = await fingerprint()
  for (const cell of cells) {
    const answer = await call(act, cell.asker.token, cell.input)
    const after = await fingerprint()
    const wrong = !answer.ok
      ? saying(answer)
      : changedBetween(before, after).length === 0
        ? 'no row changed'
        : undefined
    before = after
    tally.cell('acts', 'allowed', named(act.name, cell), wrong)
  }
}

/** Every read, by everybody, on everything: records that stay as they are, so they are made once. */
export async function proveReads(
  askers: (row: Row) => Promise<Asker[]>,
  everything: Everythings,
  tally: Tally,
  short: boolean,
): Promise<void> {
  for (const read of stagedReads) {
    const row: Row = reads[read.name]
    const cells: { asker: Asker; relation: Relation }[] = (await askers(row)).flatMap((asker) =>
      relations
        .filter((relation) => !short || relation === 'own' || mayAsk(row, asker))
        .map((relation) => ({ asker, relation })),
    )
    let controls = 0
    await inTurns(cells, 4, async ({ asker, relation }) => {
      const all = await everything(asker, relation)
      const asked = await read.asked(all, asker.worker, relation)
      if (asked === nothing) return
      const expected = mayHave(row, asker, relation)
      const answer = await read.call(asker.token, asked as never)
      const shows = JSON.stringify(answer).includes(all.word)
      const answers = read.lists ? mayAsk(row, asker) : expected
      const wrong =
        answers !== answer.ok || (!answer.ok && !isDenial(answer))
          ? saying(answer)
          : expected && !read.bare && !shows
            ? 'the answer does not show it'
            : !expected && shows
              ? 'the answer shows it'
              : undefined
      if (expected && !wrong) controls += 1
      tally.cell('reads', expected ? 'allowed' : 'denied', named(read.name, { asker, relation }), wrong)
    })
    tally.rule(`${read.name} has a positive control`, controls > 0 ? undefined : 'no cell of it was allowed')
  }
}
