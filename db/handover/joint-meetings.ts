import type { Ctx } from '@/db/door'
import type { Handover } from './held'

/** Nobody waits in a room for someone whose team no longer takes part. */
export async function cancelJointMeetings(ctx: Ctx, handover: Handover): Promise<void> {
  if (!handover.to.worker) return
  await ctx.client.query(
    `update meetings set cancelled_at = $3, version = version + 1
     where episode_id = $1 and starts_at > $3 and cancelled_at is null and (with_staff_id = $2 or also_staff_id = $2)`,
    [handover.episodeId, handover.to.worker.id, ctx.now],
  )
}
