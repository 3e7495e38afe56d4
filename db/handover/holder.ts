import type { Ctx } from '@/db/door'
import { membersOf } from '@/db/referrals/members'
import { refused } from '@/lib/errors'
import { stepInWords } from '@/lib/handover/steps'
import type { Handover } from './held'

/**
 * Who becomes the named worker of the receiving team: the one they have met, and nobody in their stead.
 * @throws refused when that worker has left the team: the named worker stays as they are
 */
export async function receivingHolder(ctx: Ctx, { to }: Handover): Promise<string> {
  const here = await membersOf(ctx, to.teamId)
  if (to.worker && here.some((member) => member.id === to.worker?.id)) return to.worker.id
  throw refused(
    `${to.worker?.name ?? 'The receiving worker'} no longer works in ${to.team}. Step back to “${stepInWords('thinking')}” and invite somebody else.`,
  )
}

/**
 * Who becomes the named worker of the sending team again: the one who handed over, or when they have left, who promised to take
 * them back, or the team's duty person.
 * @throws refused when none of them works there
 */
export async function sendingHolder(ctx: Ctx, { from, returnContact }: Handover): Promise<string> {
  const here = new Set((await membersOf(ctx, from.teamId)).map((member) => member.id))
  const duty = await ctx.client.query('select duty_staff_id from teams where id = $1', [from.teamId])
  const wanted: (string | null)[] = [from.worker.id, returnContact.id, duty.rows[0].duty_staff_id]
  const holder = wanted.find((one): one is string => one !== null && here.has(one))
  if (holder) return holder
  throw refused(
    `Nobody who was named works in ${from.team} now. Ask an administrator to name its duty person.`,
  )
}
