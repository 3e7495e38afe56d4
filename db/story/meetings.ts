import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { mayComeToo } from './may-come-too'
import { type Meeting, meetingText } from './meeting-row'
import { workersBeside } from './workers-beside'

/** Past meetings on the page of meetings; the story has them all. */
export const pastShown = 30

/** Every meeting still to come or to be written down, soonest first; then those that are over, newest first. */
export const meetingsOf = read('meetingsOf', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const coming = await ctx.client.query<Meeting>({
    name: 'meetings coming',
    text: `${meetingText} and m.cancelled_at is null and m.attendance is null order by m.starts_at, m.id limit 100`,
    values: [personId],
  })
  const past = await ctx.client.query<Meeting>({
    name: 'meetings past',
    text: `${meetingText} and (m.cancelled_at is not null or m.attendance is not null)
      order by m.starts_at desc, m.id limit ${pastShown + 1}`,
    values: [personId],
  })
  return {
    actor: ctx.actor,
    identity,
    now: ctx.now,
    coming: coming.rows,
    past: past.rows.slice(0, pastShown),
    more: past.rows.length > pastShown,
  }
})

/** What the form for a meeting offers: who may meet them, who may come too, and all as it was the last time. */
export const meetingChoices = read('meetings', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const last = await ctx.client.query<Meeting>({
    name: 'meeting last',
    text: `${meetingText} and m.cancelled_at is null order by m.starts_at desc, m.id limit 1`,
    values: [personId],
  })
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    now: ctx.now,
    beside: await workersBeside(ctx, identity.episode.id),
    last: last.rows[0] ?? null,
    mayComeToo: await mayComeToo(ctx, identity.personId),
  }
})
