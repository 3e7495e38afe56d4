-- My young people in one call. Under row-level security the list is a plan of a thousand lines, each table asking anew who
-- is asking (52 ms for 25 of 20,000, most of it planning); here the asker is found once, the set is named by it, and every
-- fact is read only from the episodes within reach.

grant create on schema app to footpath_resolver;--> statement-breakpoint

-- @param asked_whose 'mine' or 'team'; asked_grouping '' any, 'none' not yet agreed; asked_step '' any; asked_due a goal with
-- no answer since this day, or null; asked_sort 'name', 'meeting', 'rated' or 'contact'
create function app.caseload(
  asked_whose text, asked_grouping text, asked_step text, asked_due date, asked_sort text, today date, size integer, skip integer
) returns table (
  person_id uuid, given_name text, family_name text, known_as text, worker text, step text, total integer, meeting text,
  rated date, contact integer, agreed_grouping text, goal_id uuid, ratings json)
language plpgsql stable security definer
set search_path = app, public, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  me record;
  ids uuid[];
begin
  select m.partnership_id, m.staff_id, m.team_ids, m.principals into me from app.me m
  where m.role in ('clinician', 'facilitator', 'team-lead');
  if not found then return; end if;
  if asked_whose = 'team' then
    ids := array(select e.id from episodes e where e.team_id = any (me.team_ids) and e.status = 'open');
  else
    ids := array(
      select e.id from episodes e where e.named_worker_id = me.staff_id and e.status = 'open'
      union
      select h.episode_id from handovers h
      where h.to_team_id = any (me.team_ids) and h.state = 'active' and h.accepted_at is not null
        and h.receiving_worker_id = me.staff_id
      union
      select h.episode_id from handovers h
      where h.from_team_id = any (me.team_ids) and h.state = 'active' and h.sending_worker_id = me.staff_id);
  end if;
  -- "offset 0" keeps each row a look-up by key: joined freely, the planner reads whole tables for a handful of rows.
  return query
  with held as materialized (
    select e.id, e.person_id, e.named_worker_id, array(
      select distinct r.episode_id from app.reach r
      where r.person_id = e.person_id and r.partnership_id = me.partnership_id and r.principal_id = any (me.principals)
        and r.from_at <= now() and (r.to_at is null or r.to_at > now())
    ) as seen
    from unnest(ids) as one (id) cross join lateral (
      select x.* from episodes x where x.partnership_id = me.partnership_id and x.id = one.id offset 0
    ) e
  ),
  facts as (
    select e.*, p.given_name, p.family_name, p.known_as, h.step,
      lower(coalesce(nullif(p.known_as, ''), p.given_name)) as first_name
    from held e
    cross join lateral (
      select x.* from people x where x.partnership_id = me.partnership_id and x.id = e.person_id offset 0
    ) p
    left join lateral (
      select x.step from handovers x where x.episode_id = e.id and x.state = 'active' limit 1
    ) h on true
    where e.id = any (e.seen)
      and (asked_step = '' or h.step = asked_step)
      and (asked_grouping = '' or asked_grouping = coalesce((
        select d.grouping from grouping_decisions d
        where d.person_id = e.person_id and d.episode_id = any (e.seen) and d.superseded_at is null
        order by d.decided_on desc, d.made_at desc limit 1), 'none'))
      and (asked_due is null or exists (
        select from goals g where g.person_id = e.person_id and g.episode_id = any (e.seen) and g.ended_on is null
          and not exists (select from ratings r where r.goal_id = g.id and r.rated_on >= asked_due)))
  ),
  listed as materialized (
    select f.*, count(*) over ()::integer as total, row_number() over (order by
      case when asked_sort = 'meeting' then (
        select min(m.starts_at) from meetings m where m.person_id = f.person_id and m.episode_id = any (f.seen)
          and m.starts_at >= now() and m.cancelled_at is null) end,
      case when asked_sort = 'rated' then coalesce((
        select max(r.rated_on) from ratings r where r.person_id = f.person_id and r.episode_id = any (f.seen)
          and r.value is not null), '-infinity') end,
      case when asked_sort = 'contact' then coalesce(greatest(
        (select max(m.starts_at)::date from meetings m where m.person_id = f.person_id and m.episode_id = any (f.seen)
          and m.attendance = 'came' and m.starts_at < now()),
        (select max(n.happened_on) from notes n where n.person_id = f.person_id and n.episode_id = any (f.seen))), '-infinity') end,
      f.first_name, lower(f.family_name), f.id) as place
    from facts f
    order by place
    limit size offset skip
  )
  select l.person_id, l.given_name, l.family_name, l.known_as, w.name, l.step, l.total,
    to_char((
      select min(m.starts_at) from meetings m where m.person_id = l.person_id and m.episode_id = any (l.seen)
        and m.starts_at >= now() and m.cancelled_at is null) at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI'),
    (select max(r.rated_on) from ratings r where r.person_id = l.person_id and r.episode_id = any (l.seen)
      and r.value is not null),
    today - greatest(
      (select max(m.starts_at at time zone 'Europe/London')::date from meetings m
       where m.person_id = l.person_id and m.episode_id = any (l.seen) and m.attendance = 'came' and m.starts_at < now()),
      (select max(n.happened_on) from notes n where n.person_id = l.person_id and n.episode_id = any (l.seen))),
    (select d.grouping from grouping_decisions d
     where d.person_id = l.person_id and d.episode_id = any (l.seen) and d.superseded_at is null
     order by d.decided_on desc, d.made_at desc limit 1),
    g.id,
    (select json_agg(json_build_array(r.rater, r.rated_on, r.value) order by r.rated_on, r.made_at)
     from ratings r where r.goal_id = g.id and r.episode_id = any (l.seen) and r.value is not null)
  from listed l
  left join staff w on w.partnership_id = me.partnership_id and w.id = l.named_worker_id
  left join lateral (
    select x.id from goals x where x.person_id = l.person_id and x.episode_id = any (l.seen) and x.ended_on is null
    order by x.rank, x.agreed_on, x.made_at limit 1
  ) g on true
  order by l.place;
end $$;--> statement-breakpoint
alter function app.caseload(text, text, text, date, text, date, integer, integer) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.caseload(text, text, text, date, text, date, integer, integer) from public;--> statement-breakpoint
grant execute on function app.caseload(text, text, text, date, text, date, integer, integer) to footpath_app;--> statement-breakpoint

revoke create on schema app from footpath_resolver;
