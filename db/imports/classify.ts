import { createHash } from 'node:crypto'
import type { Ctx } from '@/db/door'
import { newId } from '@/lib/id'
import { type Column, duplicates, type ReferralLine, readLine } from '@/lib/referrals/file'
import { changeable, decidedSentence, fixedSentence, type RowKind, saidBy } from '@/lib/referrals/review'
import type { DeskTeam } from './desk'
import type { FileRow } from './referral-rows'

export type Classified = FileRow & {
  kind: RowKind
  problems: string[]
  /** Empty for a problem. */
  value?: ReferralLine
  /** A mark for each column that says something. */
  marks: Record<string, string>
  changed: Column[]
  person?: Someone
  episode?: { id: string; status: string }
}

type Known = {
  reference: string
  episode_id: string
  person_id: string
  status: string
  marks: Record<string, string> | null
  in_reach: boolean
}
type Match = {
  by: 'reference' | 'nhs-number'
  number: string
  person_id: string
  born: string
  nhs_number: string | null
}

/** Sets the lines of a file against the record: what each would be, and whom it is about. Writes nothing. */
export async function classify(ctx: Ctx, team: DeskTeam, rows: readonly FileRow[]): Promise<Classified[]> {
  const read = rows.map((row) => parsed(ctx, team, row))
  const twice = new Map(
    duplicates(
      read.flatMap((row) => (row.value ? [{ line: row.line, referralId: row.value.referralId }] : [])),
    ).map((one) => [one.line, one.because]),
  )
  for (const row of read) {
    const because = twice.get(row.line)
    if (because) wrong(row, because)
  }
  const good = read.flatMap((row) => (row.value ? [row.value] : []))
  const known = await ctx.client.query<Known>('select * from app.known_referrals($1, $2)', [
    team.id,
    good.map((value) => value.referralId),
  ])
  const matches = await ctx.client.query<Match>('select * from app.match_people($1, $2, $3)', [
    team.id,
    [...new Set(good.flatMap((value) => value.personId ?? []))],
    [...new Set(good.flatMap((value) => value.nhsNumber ?? []))],
  ])
  const before = new Map(known.rows.map((row) => [row.reference, row]))
  const everyone = new Everyone(matches.rows)
  for (const row of read) {
    if (!row.value) continue
    const earlier = before.get(row.value.referralId)
    if (earlier) compare(row, row.value, earlier)
    else join(row, row.value, everyone)
  }
  return read
}

function parsed(ctx: Ctx, team: DeskTeam, { line, fields }: FileRow): Classified {
  const answer = readLine(fields, { allowTest: ctx.actor.demonstration, today: ctx.today })
  if (!answer.ok) {
    const problems = answer.problems.map((p) => `${p.column}: ${p.because}`)
    return { line, fields, kind: 'problem', problems, marks: {}, changed: [] }
  }
  const marks = Object.fromEntries(
    Object.entries(saidBy(answer.value)).map(([column, text]) => [column, markOf(team, column, text)]),
  )
  return { line, fields, kind: 'new', problems: [], value: answer.value, marks, changed: [] }
}

/** Enough to see that a cell differs from what it was; not what it was. */
const markOf = (team: DeskTeam, column: string, text: string): string =>
  createHash('sha256').update(`${team.id}\n${column}\n${text}`).digest('base64url').slice(0, 16)

const wrong = (row: Classified, because: string) => {
  row.kind = 'problem'
  row.problems.push(because)
  row.value = undefined
}

/** A referral that an earlier file brought. An empty cell never takes away what an earlier file said. */
function compare(row: Classified, value: ReferralLine, earlier: Known): void {
  if (!earlier.marks) {
    wrong(
      row,
      'A referral with this number was written down here by hand. Change it on its own page if need be.',
    )
    return
  }
  const { marks } = earlier
  row.changed = (Object.keys(row.marks) as Column[]).filter((column) => row.marks[column] !== marks[column])
  row.episode = { id: earlier.episode_id, status: earlier.status }
  row.person = { id: earlier.person_id, known: true, born: value.born, nhsNumber: null }
  if (row.changed.length === 0) {
    row.kind = 'same'
    return
  }
  row.kind = 'changed'
  const because = whyNot(row.changed, value, earlier)
  if (because) wrong(row, because)
}

function whyNot(changed: readonly Column[], value: ReferralLine, earlier: Known): string | undefined {
  const fixed = changed.filter((column) => !changeable.includes(column))
  if (fixed.length > 0) return fixedSentence(fixed)
  if (!earlier.in_reach)
    return 'This young person has moved on to another team since. Tell that team what has changed.'
  return changed.includes('accepted') && value.accepted !== undefined
    ? decidedSentence(earlier.status, value.accepted)
    : undefined
}

/** A new referral: for someone known here, for someone of an earlier line, or for someone new. */
function join(row: Classified, value: ReferralLine, everyone: Everyone): void {
  const found = everyone.find(value)
  if (typeof found === 'string') wrong(row, found)
  else row.person = found
}

/** Someone known here, or someone whom this file brings; one object for all lines about them. */
export type Someone = { id: string; known: boolean; born: string; nhsNumber: string | null }

/** The young people a file is about, found by the sender's number or by NHS number, so that nobody gets a second record. */
class Everyone {
  private readonly byReference = new Map<string, Someone>()
  private readonly byNhsNumber = new Map<string, Someone>()

  constructor(matches: readonly Match[]) {
    const byId = new Map<string, Someone>()
    for (const match of matches) {
      const someone = byId.get(match.person_id) ?? {
        id: match.person_id,
        known: true,
        born: match.born,
        nhsNumber: match.nhs_number,
      }
      byId.set(match.person_id, someone)
      if (match.by === 'reference') this.byReference.set(match.number, someone)
      else this.byNhsNumber.set(match.number, someone)
    }
  }

  find({ personId, nhsNumber, born }: ReferralLine): Someone | string {
    const one = personId === undefined ? undefined : this.byReference.get(personId)
    const other = nhsNumber === undefined ? undefined : this.byNhsNumber.get(nhsNumber)
    if (one && other && one !== other)
      return `nhs_number: This NHS number belongs to someone else than person number "${personId}". Check both with the sender.`
    const found = one ?? other
    if (found && found.born !== born)
      return 'date_of_birth: This young person is known with another date of birth, here or on an earlier line. Check it with the sender.'
    if (found?.nhsNumber && nhsNumber && found.nhsNumber !== nhsNumber)
      return 'nhs_number: This young person is known with another NHS number, here or on an earlier line. Check it with the sender.'
    const someone = found ?? { id: newId(), known: false, born, nhsNumber: nhsNumber ?? null }
    someone.nhsNumber ??= nhsNumber ?? null
    if (personId !== undefined) this.byReference.set(personId, someone)
    if (nhsNumber !== undefined) this.byNhsNumber.set(nhsNumber, someone)
    return someone
  }
}
