import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { sharingEntries } from '@/db/schema/people'
import { invalid } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { mayShare, sharingEntry } from '@/lib/sharing/sharing'

const input = sharingEntry.safeExtend({ personId: id })

/** What a young person wants shared with one recipient for one purpose, and on what lawful basis it is. Two things, kept apart. */
export const recordSharing = act('recordSharing', input, async (ctx, { personId, ...entry }) => {
  const { born } = await identityOf(ctx, personId)
  if (entry.basis !== null) {
    const answer = mayShare({ ...entry, withdrawnOn: null }, born, entry.from)
    if (!answer.may) throw invalid({ basis: answer.because })
  }
  if (entry.recipientTeamId !== null) {
    const team = await ctx.client.query('select 1 from teams where partnership_id = $1 and id = $2', [
      ctx.actor.partnershipId,
      entry.recipientTeamId,
    ])
    if (team.rowCount !== 1) throw invalid({ recipientTeamId: 'Choose the team from the list.' })
  }
  const entryId = newId()
  await ctx.db.insert(sharingEntries).values({
    partnershipId: ctx.actor.partnershipId,
    id: entryId,
    personId,
    recipientTeamId: entry.recipientTeamId,
    recipientWords: entry.recipientWords,
    purpose: entry.purpose,
    wish: entry.wish,
    wishWords: entry.wishWords,
    basis: entry.basis,
    basisWords: entry.basisWords,
    decidedBy: entry.decidedBy,
    fromDay: entry.from,
    toDay: entry.to,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: entryId, detail: { purpose: entry.purpose, basis: entry.basis } })
  return { personId, entryId }
})
