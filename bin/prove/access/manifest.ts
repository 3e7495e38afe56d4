import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asked, doors, routes } from '@/lib/access/addresses'
import { acts, commands, reads } from '@/lib/access/policy'
import { stagedReads } from './reads'
import { stages } from './stages'
import type { Tally } from './tally'

const built = (file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../.next', file), 'utf8'))

/** A server action as the build names it, with an address of a page that knows it. */
export type Action = { id: string; page: string }

type Actions = Record<string, { exportedName: string; workers: Record<string, unknown> }>

/** Every server action and address out of what was really built: one without a row of the policy fails. */
export function proveManifest(tally: Tally): Map<string, Action> {
  const actions = new Map<string, Action>()
  const { node, edge } = built('server/server-reference-manifest.json') as { node: Actions; edge: Actions }
  for (const [id, { exportedName, workers }] of Object.entries({ ...node, ...edge })) {
    const page =
      Object.keys(workers)[0]!
        .replace(/^app/, '')
        .replace(/\/page$/, '') || '/'
    actions.set(exportedName, { id, page })
    const known = exportedName in acts || exportedName in doors
    tally.rule(
      `the action ${exportedName}`,
      known ? undefined : 'has no row in lib/access/policy.ts and is no door',
    )
  }
  const atAddresses: readonly string[] = Object.values(asked).flat()
  for (const name of Object.keys(acts)) {
    const command = (commands as readonly string[]).includes(name)
    const sent = actions.has(name) || atAddresses.includes(name)
    const wrong =
      command === sent
        ? command
          ? 'is for a command, and a form can call it'
          : 'has no server action: take the row out, or say that it is for a command'
        : stages.some((stage) => stage.name === name)
          ? undefined
          : 'has no stage in this proof'
    tally.rule(`the act ${name}`, wrong)
  }
  for (const name of Object.keys(reads))
    tally.rule(
      `the read ${name}`,
      stagedReads.some((read) => read.name === name) ? undefined : 'has no stage in this proof',
    )
  const addresses = Object.values(built('app-path-routes-manifest.json') as Record<string, string>)
  for (const path of addresses)
    tally.rule(
      `the address ${path}`,
      path in routes || path in doors || path in asked ? undefined : 'has no row in lib/access/addresses.ts',
    )
  for (const path of [...Object.keys(routes), ...Object.keys(asked)])
    tally.rule(`the row for ${path}`, addresses.includes(path) ? undefined : 'stands for no address')
  return actions
}
