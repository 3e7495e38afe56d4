import { cookieFor } from '@/bench/served'
import { doors, routes } from '@/lib/access/addresses'
import { acts, commands, type Row, reads } from '@/lib/access/policy'
import { newId } from '@/lib/id'
import { inTurns } from '../in-turns'
import { type Asker, askersOf, mayAsk, mayHave } from './expected'
import { changedBetween, fingerprint } from './fingerprint'
import type { Action } from './manifest'
import { stagedReads } from './reads'
import { type Everythings, referralSearch } from './records'
import {
  type Everything,
  known,
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

const cookies = new Map<string, Promise<string>>()

/** What anybody's browser would carry; packing answers would only cost time at both ends. */
const headersOf = async (token: string | undefined): Promise<Record<string, string>> => {
  const plain = { 'accept-encoding': 'identity' }
  if (!token) return plain
  const cookie = cookies.get(token) ?? cookieFor(token)
  cookies.set(token, cookie)
  return { ...plain, cookie: await cookie }
}

/** Made by the server in the action itself: no form sends them. */
const madeByServer = ['passwordHash', 'nextToken', 'codes', 'token', 'code', 'browser']

const fieldsOf = (input: unknown): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(input as Record<string, unknown>)) {
    if (madeByServer.includes(name) || value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one))
  }
  return form
}

/** The body React writes for a form's action: the state, and the form as a part of its own. */
const bodyOf = (act: StagedAct, input: unknown): FormData => {
  const form = act.form?.(input as never) ?? fieldsOf(input)
  form.set('idempotencyKey', newId())
  const body = new FormData()
  for (const [name, value] of form) body.append(`_1_${name}`, value)
  body.append('0', act.plain ? '["$K1"]' : '[{"status":"new"},"$K1"]')
  return body
}

const send = async (
  base: string,
  action: Action,
  act: StagedAct,
  token: string | undefined,
  input: unknown,
) => {
  const path = action.page.replaceAll(/\[\w+\]/g, () => newId())
  const answer = await fetch(base + path, {
    method: 'POST',
    headers: {
      ...(await headersOf(token)),
      'next-action': action.id,
      origin: base,
      accept: 'text/x-component',
    },
    body: bodyOf(act, input),
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text() }
}

type Cell = { asker: Asker; relation: Relation; input: unknown; word: string }

/** Every act as anybody could send it: once allowed, and by everybody on what is not theirs. */
export async function proveActions(
  base: string,
  world: World,
  actions: Map<string, Action>,
  tally: Tally,
): Promise<void> {
  const askers = askersOf(world)
  for (const act of stages) {
    const action = actions.get(act.name)
    if (!action || commands.includes(act.name)) continue
    const row: Row = acts[act.name]
    const everybody = await askers(row)
    const cells: Cell[] = []
    const stage = async (asker: Asker) => {
      for (const relation of ['organisation', 'partnership', 'own'] as const) {
        if (mayHave(row, asker, relation)) continue
        const word = newWord()
        const input = await act.stage(sceneFor(world, asker.worker, relation, word))
        if (input !== undefined) return { relation, input, word }
      }
    }
    // As with the acts themselves: whoever has the right role gets a stage of their own, and all others share one.
    const own = everybody.filter((asker) => mayAsk(row, asker) || asker.as === 'suspended')
    await inTurns(own, 4, async (asker) => {
      const staged = await stage(asker)
      if (staged) cells.push({ asker, ...staged })
    })
    const others = everybody.filter((asker) => !own.includes(asker))
    const shared = await stage(others.at(-1)!)
    if (shared) cells.push(...others.map((asker) => ({ asker, ...shared })))
    const before = await fingerprint()
    await inTurns(cells, 4, async ({ asker, relation, input, word }) => {
      const { status, text } = await send(base, action, act, asker.token, input)
      // What somebody typed comes back to them, so only a word that was not typed can tell.
      const shows = text.includes(word) && !JSON.stringify(input).includes(word)
      tally.cell(
        'actions by HTTP',
        'denied',
        `${act.name} as ${asker.as} on ${relation}`,
        status >= 500 ? `it failed with ${status}` : shows ? 'the answer shows it' : undefined,
      )
    })
    const changed = changedBetween(before, await fingerprint())
    tally.rule(
      `${act.name} by HTTP, denied ${cells.length} times, left every row as it was`,
      changed.length > 0 ? `changed ${changed.join(', ')}` : undefined,
    )
    await once(base, world, action, act, everybody, tally)
  }
}

async function once(
  base: string,
  world: World,
  action: Action,
  act: StagedAct,
  everybody: readonly Asker[],
  tally: Tally,
) {
  for (const relation of relations) {
    const asker = everybody.find((one) => mayHave(acts[act.name], one, relation))
    if (!asker) continue
    const worker = await someone(world, asker.role, { desk: asker.desk })
    const input = await act.stage(sceneFor(world, worker, relation))
    if (input === undefined) continue
    const before = await fingerprint()
    const { status, text } = await send(base, action, act, worker.token, input)
    const changed = changedBetween(before, await fingerprint())
    tally.cell(
      'actions by HTTP',
      'allowed',
      `${act.name} as ${asker.as} on ${relation}`,
      changed.length === 0 ? `no row changed: ${status} ${text.slice(0, 300)}` : undefined,
    )
    return
  }
  tally.rule(`${act.name} by HTTP has a positive control`, 'no cell of it is allowed')
}

const partOf = async (path: string, name: string, all: Everything, asker: Asker): Promise<string> => {
  if (name === 'who') return path.includes('/reminders/') ? 'young-person' : all.personId
  if (name === 'entryId') return path.startsWith('/admin/') ? all.breakGlassId : all.sharingId
  if (name === 'episodeId') return path.endsWith('/named-worker') ? all.episodeId : all.waitingEpisodeId
  if (name === 'personId' && path.endsWith('/come-back')) return all.endedPersonId
  if (name === 'searchId' && path.startsWith('/care/referrals/')) return referralSearch(asker.worker)
  return all[name as keyof Everything]
}

const queries: Record<string, string> = { '/care/people': '?whose=team', '/admin/people': `?name=${known}` }

/** Pages where the words of the record do not stand: an empty form, a way on. */
const bare = [
  '/care/referrals/new',
  '/care/referrals/new/[searchId]',
  '/care/search',
  '/me/goals/new',
  '/admin/help-lines/new',
  '/admin/teams/new-organisation',
]

const addressOf = async (path: string, all: Everything, asker: Asker): Promise<string> => {
  let address = path
  for (const [part, name] of path.matchAll(/\[(\w+)\]/g))
    address = address.replace(part, await partOf(path, name!, all, asker))
  return address + (queries[path] ?? '')
}

/** Whoever may not look here is not followed to where they may be: that page has cells of its own. */
const open = async (address: URL, token: string | undefined, expected: boolean): Promise<Response> => {
  const headers = await headersOf(token)
  const answer = await fetch(address, { headers, redirect: expected ? 'follow' : 'manual' })
  const to = new URL(answer.headers.get('location') ?? '/', address)
  return to.pathname === address.pathname && answer.status < 400 && answer.status >= 300
    ? fetch(to, { headers })
    : answer
}

const headingOf = (text: string) => /<h1[^>]*>.*?<\/h1>/s.exec(text)?.[0] ?? text.split('\n')[0]!.trim()

/** Every address, by everybody, on everything: the words of the record stand there when the policy says so, and only then. */
export async function provePages(
  base: string,
  askers: (row: Row) => Promise<Asker[]>,
  everything: Everythings,
  tally: Tally,
  short: boolean,
): Promise<void> {
  const refused = new Set<string>()
  for (const [path, name] of Object.entries(routes)) {
    const row: Row = reads[name]
    const read = stagedReads.find((one) => one.name === name)!
    const isBare = read.bare || bare.includes(path)
    // In short: whoever may not look at all is refused once for each read, not at each address that shows it.
    const again = refused.has(name)
    refused.add(name)
    const looked = (asker: Asker) =>
      !short
        ? relations
        : mayAsk(row, asker)
          ? (['own', 'organisation'] as const)
          : again
            ? []
            : (['own'] as const)
    const cells = (await askers(row))
      .flatMap((asker) => looked(asker).map((relation) => ({ asker, relation })))
      .map((cell) => ({ ...cell, expected: mayHave(row, cell.asker, cell.relation) }))
    let heading: string | undefined
    let controls = 0
    const look = async ({ asker, relation, expected }: (typeof cells)[number]) => {
      const all = await everything(asker, relation)
      if (isBare && relation !== 'own') return
      if ((await read.asked(all, asker.worker, relation)) === nothing) return
      const address = new URL(base + (await addressOf(path, all, asker)))
      const answer = await open(address, asker.token, expected)
      const text = await answer.text()
      // A page that failed shows nothing, and proves nothing.
      if (isBare && expected && answer.ok) heading ??= headingOf(text)
      const shows = isBare ? heading !== undefined && text.includes(heading) : text.includes(all.word)
      if (expected && shows) controls += 1
      tally.cell(
        'pages by HTTP',
        expected ? 'allowed' : 'denied',
        `${path} as ${asker.as}${asker.desk ? ' at the desk' : ''} on ${relation}`,
        shows === expected && answer.status < 500
          ? undefined
          : `the page ${shows ? 'shows' : 'does not show'} it: ${answer.status} ${headingOf(text).slice(0, 120)}`,
      )
    }
    await inTurns(
      cells.filter((cell) => cell.expected),
      4,
      look,
    )
    await inTurns(
      cells.filter((cell) => !cell.expected),
      4,
      look,
    )
    tally.rule(`${path} has a positive control`, controls > 0 ? undefined : 'nobody is shown it')
  }
  for (const path of Object.keys(doors).filter((door) => door.startsWith('/') && !door.includes('['))) {
    const text = await (await fetch(base + path)).text()
    tally.rule(`${path}, open to anyone`, text.includes(known) ? 'shows words of a record' : undefined)
  }
}
