import type { Ctx } from '@/db/door'
import { freezePlaces } from '@/db/places/freeze-place'
import { newId } from '@/lib/id'
import type { ReferralLine } from '@/lib/referrals/file'
import { declinedInFile, sourceNotInFile } from '@/lib/referrals/referral'
import type { Classified, Someone } from './classify'
import type { DeskTeam } from './desk'
import { keepAddresses, keepFacts } from './keep-facts'
import { manyRows } from './many-rows'

/** A line that is a new referral, with whom it is about and the id its episode will have. */
export type NewReferral = Classified & {
  value: ReferralLine
  person: Someone
  episode: { id: string; status: string }
}

/**
 * Writes new referrals of a file. People come first, then their episodes, which bring them within reach; only then what hangs
 * on them can be written.
 */
export async function registerReferrals(
  ctx: Ctx,
  team: DeskTeam,
  rows: readonly Classified[],
): Promise<void> {
  if (rows.length === 0) return
  const referrals = rows as readonly NewReferral[]
  for (const row of referrals) row.episode = { id: newId(), status: statusOf(row.value) }
  await addPeople(ctx, referrals)
  await addEpisodes(ctx, team, referrals)
  await addNhsNumbers(ctx, referrals)
  await addReferences(ctx, team, referrals)
  await keepFacts(ctx, referrals)
  await keepAddresses(ctx, referrals)
  await addMarks(ctx, team, referrals)
  await freezePlaces(
    ctx,
    referrals.map((row) => row.episode.id),
    new Map(referrals.map((row) => [row.episode.id, row.value.postcode])),
  )
}

const statusOf = ({ accepted }: ReferralLine) =>
  accepted === undefined ? 'waiting' : accepted ? 'open' : 'declined'

/** Without a name in the file, the sender's number stands in for it, so that lists can tell people apart. */
const namesOf = ({ givenName, familyName, personId }: ReferralLine) =>
  givenName || familyName
    ? { given_name: givenName || 'Not in the file', family_name: familyName || 'Not in the file' }
    : { given_name: 'Name not in the file', family_name: personId ?? '' }

async function addPeople(ctx: Ctx, referrals: readonly NewReferral[]): Promise<void> {
  const added = new Map<string, unknown>()
  for (const { person, value } of referrals)
    if (!person.known && !added.has(person.id))
      added.set(person.id, {
        id: person.id,
        ...namesOf(value),
        known_as: value.knownAs,
        born: value.born,
        nhs_number: person.nhsNumber,
      })
  await manyRows(
    ctx,
    `insert into people (partnership_id, id, given_name, family_name, known_as, born, nhs_number, nhs_number_absent)
    select $1, p.id, p.given_name, p.family_name, p.known_as, p.born, p.nhs_number,
      case when p.nhs_number is null then 'not-known-yet' end
    from jsonb_to_recordset($2::jsonb) as p (id uuid, given_name text, family_name text, known_as text, born date, nhs_number text)`,
    [...added.values()],
  )
}

/** An NHS number that a file gives to someone known without one. Whose it is was settled by the check. */
const addNhsNumbers = (ctx: Ctx, referrals: readonly NewReferral[]) => {
  const given = new Map(
    referrals
      .filter((row) => row.person.known && row.person.nhsNumber)
      .map((row) => [row.person.id, row.person.nhsNumber]),
  )
  return manyRows(
    ctx,
    `update people p set nhs_number = x.nhs_number, nhs_number_absent = null, version = p.version + 1
    from jsonb_to_recordset($2::jsonb) as x (id uuid, nhs_number text)
    where p.partnership_id = $1 and p.id = x.id and p.nhs_number is null`,
    [...given].map(([id, nhs_number]) => ({ id, nhs_number })),
  )
}

/** A file says that a referral was accepted, not when: the referral day stands for it. */
const addEpisodes = (ctx: Ctx, team: DeskTeam, referrals: readonly NewReferral[]) =>
  manyRows(
    ctx,
    `insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, words, reference, decided_at,
      decided_by, declined_because, accepted_on, named_worker_id, groups)
    select $1, e.id, e.person_id, $3, e.status, e.referred_on, e.source, e.words, e.reference,
      case when e.status <> 'waiting' then now() end, case when e.status <> 'waiting' then $4::uuid end,
      case when e.status = 'declined' then $5 end, case when e.status = 'open' then e.referred_on end,
      case when e.status = 'open' then $6::uuid end, e.groups
    from jsonb_to_recordset($2::jsonb) as e (id uuid, person_id uuid, status text, referred_on date, source text, words text,
      reference text, groups jsonb)`,
    referrals.map(({ value, person, episode }) => ({
      id: episode.id,
      person_id: person.id,
      status: episode.status,
      referred_on: value.referredOn,
      source: value.source ?? sourceNotInFile,
      words: value.words,
      reference: value.referralId,
      groups: { sex: value.sex, ethnicCategory: value.ethnicCategory },
    })),
    {
      at: 250,
      more: [team.id, ctx.actor.staffId, declinedInFile, team.dutyStaffId],
      // The rules that wait for the end of the transaction are asked now, a few hundred rows at a time.
      after: 'set constraints all immediate; set constraints all deferred',
    },
  )

async function addReferences(ctx: Ctx, team: DeskTeam, referrals: readonly NewReferral[]): Promise<void> {
  const references = new Map<string, string>()
  for (const { value, person } of referrals) if (value.personId) references.set(value.personId, person.id)
  await manyRows(
    ctx,
    `insert into person_references (partnership_id, organisation_id, reference, person_id)
    select $1, $3, r.reference, r.person_id from jsonb_to_recordset($2::jsonb) as r (reference text, person_id uuid)
    on conflict do nothing`,
    [...references].map(([reference, person_id]) => ({ reference, person_id })),
    { more: [team.organisationId] },
  )
}

const addMarks = (ctx: Ctx, team: DeskTeam, referrals: readonly NewReferral[]) =>
  manyRows(
    ctx,
    `insert into imported_referrals (partnership_id, team_id, reference, episode_id, person_id, marks)
    select $1, $3, m.reference, m.episode_id, m.person_id, m.marks
    from jsonb_to_recordset($2::jsonb) as m (reference text, episode_id uuid, person_id uuid, marks jsonb)`,
    referrals.map(({ value, person, episode, marks }) => ({
      reference: value.referralId,
      episode_id: episode.id,
      person_id: person.id,
      marks,
    })),
    { more: [team.id] },
  )
