import type { Act } from '@/db/act'
import type { Read } from '@/db/read'
import type { ActName, ReadName } from '@/lib/access/policy'
import type { Role } from '@/lib/access/roles'
import { Partnership, type Team, type Worker } from '@/tests/build/partnership'
import { StagedRecord } from '@/tests/build/record'
import { sql } from '@/tests/build/sql'
import { ownAccount, ownRecordOf } from './own-pages'

/** What the thing is to whoever asks: with them, with a colleague of their team, in another organisation, elsewhere. */
export const relations = ['own', 'team', 'organisation', 'partnership'] as const
export type Relation = (typeof relations)[number]

export const principals = [
  'clinician',
  'facilitator',
  'team-lead',
  'privacy-officer',
  'commissioner',
  'administrator',
  'signed-out',
  'suspended',
] as const
export type Principal = (typeof principals)[number] | Role

const teamRoles: readonly Role[] = ['clinician', 'facilitator', 'team-lead']

/** A team with somebody in it, in a partnership. */
export type Place = { p: Partnership; team: Team; colleague: Worker; beside: Place | null }

export type World = { ours: Place; elsewhere: Place; far: Place }

const place = async (p: Partnership, name: string, beside: Place | null): Promise<Place> => {
  const team = await p.team({ name })
  return { p, team, colleague: await p.worker('clinician', team, { name: `Colleague at ${name}` }), beside }
}

/** Two partnerships. In the first, our team and one of another organisation, each with a further team to hand over to. */
export async function openWorld(): Promise<World> {
  const here = await Partnership.make('Estuary Partnership')
  const there = await Partnership.make('Hill Partnership')
  return {
    ours: await place(here, 'Ours', await place(here, 'Receiving', null)),
    elsewhere: await place(here, 'Elsewhere', await place(here, 'Further', null)),
    far: await place(there, 'Far', await place(there, 'Farther', null)),
  }
}

/** Someone of our partnership: in our team where the role is held in one. */
export const someone = ({ ours }: World, role: Role, options: { desk?: boolean } = {}): Promise<Worker> =>
  role === 'system'
    ? ours.p.system()
    : role === 'young-person' || role === 'parent-or-carer' || role === 'in-room'
      ? ownAccount(role, ours, newWord())
      : ours.p.worker(role, teamRoles.includes(role) ? ours.team : undefined, {
          name: `The ${role}`,
          referralsDesk: options.desk && teamRoles.includes(role),
        })

export const suspend = (worker: Worker) =>
  sql("update staff set status = 'suspended' where id = $1", [worker.id])

/** How all the words begin. */
export const known = 'Kanarek'

let count = 0
/** A word that stands nowhere else: of letters only, so that it can be part of a name and survives every encoding. */
export const newWord = (): string => {
  count += 1
  const letters = [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  return `${known}${letters}q`
}

/** The stage for one call: where the thing is, with whom, and the word by which it would be known in an answer. */
export type Scene = {
  world: World
  relation: Relation
  actor: Worker
  place: Place
  /** Where someone may be handed over to from there. */
  next: Place
  /** Who has it: whoever acts where it is their own, and somebody of that team otherwise. */
  worker: Worker
  word: string
}

export const sceneFor = (world: World, actor: Worker, relation: Relation, word = newWord()): Scene => {
  const at = { own: world.ours, team: world.ours, organisation: world.elsewhere, partnership: world.far }[
    relation
  ]
  const worker = relation === 'own' && teamRoles.includes(actor.role) ? actor : at.colleague
  const own = relation === 'own' ? ownRecordOf(actor) : undefined
  return { world, relation, actor, place: at, next: at.beside!, worker, word: own?.word ?? word }
}

/** A young person's record with whoever the scene says: their own for an account that opens one. */
export const recordIn = async (
  { place, worker, word, actor, relation }: Scene,
  options?: Partial<Parameters<typeof StagedRecord.make>[3]>,
): Promise<StagedRecord> =>
  (relation === 'own' && !options ? ownRecordOf(actor) : undefined) ??
  StagedRecord.make(place.p, place.team, worker, { word, ...options })

export type StagedAct = {
  name: ActName
  /** Nothing for a relation in which there is no such thing: nobody signs in as somebody else's colleague. */
  stage: (scene: Scene) => Promise<unknown>
  call: Act<never, unknown>
  /** The field that says where, in a form that offers only one's own: naming another is "not in the list". */
  choice?: string
  /** As the form sends it, where that is not simply the input. */
  form?: (input: never) => FormData
  /** Its form stands on every page and has no room for an answer, so it has no state either. */
  plain?: boolean
}

export const staged = <I, T>(
  call: Act<I, T>,
  stage: (scene: Scene) => Promise<I | undefined>,
  more: { choice?: string; form?: (input: I) => FormData; plain?: boolean } = {},
): StagedAct =>
  ({ name: call.act, call: call as unknown as Act<never, unknown>, stage, ...more }) as StagedAct

/** Ids of the parts of a record and its surroundings, by the names they have in addresses. */
export type Everything = Record<
  | 'word'
  | 'personId'
  | 'episodeId'
  | 'waitingEpisodeId'
  | 'endedPersonId'
  | 'goalId'
  | 'ratingId'
  | 'concernId'
  | 'number'
  | 'addressId'
  | 'accountId'
  | 'relationshipId'
  | 'meetingId'
  | 'reminderId'
  | 'noteId'
  | 'breakGlassId'
  | 'sharingId'
  | 'handoverId'
  | 'scoreId'
  | 'viewId'
  | 'importId'
  | 'searchId'
  | 'lineId'
  | 'staffId'
  | 'teamId',
  string
>

/** Of what is one's own and nobody else's there is nothing to ask for in another relation. */
export const nothing = Symbol('nothing')

export type StagedRead = {
  name: ReadName
  call: Read<never, unknown>
  /** What is asked; nothing for a relation in which there is no such thing. */
  asked: (all: Everything, asker: Worker, relation: Relation) => unknown
  /** A list answers whatever is out of reach, and leaves it out. */
  lists?: boolean
  /** True where the answer holds nothing of any record. */
  bare?: boolean
}

export const stagedRead = <P, T>(
  call: Read<P, T>,
  asked: (all: Everything, asker: Worker, relation: Relation) => P | Promise<P>,
  more: { lists?: boolean; bare?: boolean } = {},
): StagedRead => ({ name: call.read, call: call as unknown as Read<never, unknown>, asked, ...more })
