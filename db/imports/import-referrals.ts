import { z } from 'zod'
import { act } from '@/db/act'
import { databaseAnswer } from '@/db/client'
import type { Ctx } from '@/db/door'
import { conflict, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { type Classified, classify } from './classify'
import { correctReferrals } from './correct-referrals'
import { type DeskTeam, deskTeam } from './desk'
import { heldImport } from './held'
import type { FileRow } from './referral-rows'
import { registerReferrals } from './register-referrals'

type Staged = FileRow & { kind: string }

const recordMoved = () =>
  conflict(
    'The record has changed since this file was checked, so the review no longer holds. Nothing was imported. Check the file again.',
  )

/**
 * Writes the reviewed new and changed referrals into the record, all of them or none. What was reviewed is set against the
 * record once more first: where anything came in between, the review no longer holds.
 */
export const importReferrals = act(
  'importReferrals',
  z.strictObject({ importId: id }),
  async (ctx, { importId }) => {
    const held = await heldImport(ctx, importId)
    const team = await deskTeam(ctx, held.teamId)
    // Two files for one team take turns: each is set against what the other left.
    await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [team.id])
    const { rows: states } = await ctx.client.query(
      'select state from referral_imports where id = $1 for update',
      [importId],
    )
    if (states[0]?.state === 'imported') throw conflict('This file has been imported already.')
    if (states[0]?.state !== 'checked') throw conflict('This file was discarded. Check it again.')
    if (held.counts.new + held.counts.changed === 0) throw refused('There is nothing in this file to import.')
    const rows = await reviewed(ctx, team, importId, held.counts.new + held.counts.changed)
    try {
      await registerReferrals(
        ctx,
        team,
        rows.filter((row) => row.kind === 'new'),
      )
      await correctReferrals(
        ctx,
        rows.filter((row) => row.kind === 'changed'),
      )
    } catch (error) {
      // Somebody wrote down the same young person in this very moment.
      if (databaseAnswer(error)?.code === '23505') throw recordMoved()
      throw error
    }
    await noteOpened(ctx, rows)
    await ctx.client.query("delete from referral_import_rows where import_id = $1 and kind <> 'problem'", [
      importId,
    ])
    await ctx.client.query(
      "update referral_imports set state = 'imported', imported_at = now() where id = $1",
      [importId],
    )
    ctx.about({ recordId: importId, detail: held.counts })
    return { importId, imported: rows.length, rejected: held.counts.problem }
  },
)

/** The new and changed lines as they were shown, each found to be still what it was. */
async function reviewed(ctx: Ctx, team: DeskTeam, importId: string, expected: number): Promise<Classified[]> {
  const { rows: staged } = await ctx.client.query<Staged>(
    "select line, fields, kind from referral_import_rows where import_id = $1 and kind <> 'problem' order by line",
    [importId],
  )
  const rows = await classify(ctx, team, staged)
  if (rows.some((row, i) => row.kind !== staged[i]!.kind)) throw recordMoved()
  const wanted = rows.filter((row) => row.kind === 'new' || row.kind === 'changed')
  if (wanted.length !== expected) throw recordMoved()
  if (!team.dutyStaffId && wanted.some((row) => row.value?.accepted))
    throw refused(`${team.name} has no duty worker any more. Ask your administrator to name one.`)
  return wanted
}

/** An import opens records: one audit row for each young person and referral, without their words. */
async function noteOpened(ctx: Ctx, rows: readonly Classified[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const some = rows.slice(from, from + 1000)
    await ctx.client.query(
      `insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, record_id)
      select $1, $2, $3, 'importReferrals', 'opened', o.person_id, o.episode_id
      from unnest($4::uuid[], $5::uuid[]) as o (person_id, episode_id)`,
      [
        ctx.actor.partnershipId,
        ctx.actor.staffId,
        ctx.actor.role,
        some.map((row) => row.person!.id),
        some.map((row) => row.episode!.id),
      ],
    )
  }
}
