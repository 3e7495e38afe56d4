import type { Ctx } from '@/db/door'

/** The groups of the referral day: the newest answer to each question. A later answer does not change them. */
export const freezeGroups = (ctx: Ctx, personId: string, episodeId: string) =>
  ctx.client.query(
    `update episodes set groups = f.groups
     from (select jsonb_object_agg(fact, value) as groups from (
       select distinct on (fact) fact, value from equality_facts where person_id = $1 order by fact, made_at desc, id desc
     ) newest) f
     where episodes.id = $2 and f.groups is not null`,
    [personId, episodeId],
  )
