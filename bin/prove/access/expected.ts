import { may, type Row } from '@/lib/access/policy'
import { ownPagesRoles, type Role } from '@/lib/access/roles'
import type { Worker } from '@/tests/build/partnership'
import { type Principal, type Relation, someone, suspend, type World } from './scene'

/** Somebody who asks. The signed-out and the suspended stand for a role that would be allowed. */
export type Asker = { as: Principal; role: Role; desk: boolean; worker: Worker; token: string | undefined }

const inTeams: readonly Role[] = ['clinician', 'facilitator', 'team-lead']
const held: readonly Role[] = [...inTeams, 'privacy-officer', 'commissioner', 'administrator']

/** Whether the thing is what `on` asks for. */
const reached = (on: Row['on'], relation: Relation): boolean =>
  ({
    self: relation === 'own',
    'own-pages': relation === 'own',
    team: relation === 'own' || relation === 'team',
    record: relation === 'own' || relation === 'team',
    partnership: relation !== 'partnership',
  })[on]

/** Their own pages and nothing else, whatever a row opens to others. */
export const opensOwn = (role: Role) => (ownPagesRoles as readonly Role[]).includes(role)

const hasRight = (needs: Row['needs'], { role, desk }: Pick<Asker, 'role' | 'desk'>, relation: Relation) =>
  needs === undefined ||
  (needs === 'referrals-desk' ? desk : relation === 'own' || (relation === 'team' && role === 'team-lead'))

/** What the policy says of somebody's role, before it is known what about. */
export const mayAsk = (row: Row, asker: Pick<Asker, 'as' | 'role'>): boolean =>
  asker.as !== 'signed-out' && asker.as !== 'suspended' && may(asker.role, row)

/** What the policy says: the one place from which the proof takes what ought to happen. */
export const mayHave = (row: Row, asker: Pick<Asker, 'as' | 'role' | 'desk'>, relation: Relation): boolean =>
  mayAsk(row, asker) &&
  reached(row.on, relation) &&
  (relation === 'own' || !opensOwn(asker.role)) &&
  hasRight(row.needs, asker, relation)

/** The people of one world, made as they are wanted. */
export const askersOf = (world: World) => {
  const known = new Map<string, Promise<Worker>>()
  const standing = (role: Role, desk: boolean, suspended = false): Promise<Worker> => {
    const key = `${role} ${desk} ${suspended}`
    const made =
      known.get(key) ??
      someone(world, role, { desk }).then(async (worker) => {
        if (suspended) await suspend(worker)
        return worker
      })
    known.set(key, made)
    return made
  }
  return async (row: Row): Promise<Asker[]> => {
    const desk = row.needs === 'referrals-desk'
    const roles: [Role, boolean][] = held.map((role) => [role, false])
    if (desk) roles.push(...inTeams.map((role): [Role, boolean] => [role, true]))
    if (row.roles.includes('system')) roles.push(['system', false])
    roles.push(...ownPagesRoles.map((role): [Role, boolean] => [role, false]))
    const askers = await Promise.all(
      roles.map(async ([role, desk]): Promise<Asker> => {
        const worker = await standing(role, desk)
        return { as: role, role, desk, worker, token: worker.token }
      }),
    )
    const role = row.roles[0]!
    const [out, suspended] = [await standing(role, desk), await standing(role, desk, true)]
    return [
      ...askers,
      { as: 'signed-out', role, desk, worker: out, token: undefined },
      { as: 'suspended', role, desk, worker: suspended, token: suspended.token },
    ]
  }
}
