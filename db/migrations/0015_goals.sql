-- Goals that stay alive: ratings put right, small steps, talks about goals that do not move, and reviews.

grant select on corrections, goal_steps, reviews, talks to footpath_app, footpath_resolver, footpath_backup;--> statement-breakpoint
grant insert on corrections, goal_steps, reviews, talks to footpath_app;--> statement-breakpoint
grant update (words, who, by_day, done_at, done_by, version) on goal_steps to footpath_app;--> statement-breakpoint
grant update (show_last_rating) on partnerships to footpath_app;--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['corrections', 'goal_steps', 'reviews', 'talks'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy resolver on %s to footpath_resolver using (true) with check (true)', t);
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1)
      or partnership_id = (select app.my_partnership_as('system')))$p$, t);
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
  end loop;
  foreach t in array array['corrections', 'reviews', 'talks'] loop
    execute format('create trigger append_only before update or delete on %s for each row execute function app.never_changed()', t);
    execute format('create trigger append_only_whole before truncate on %s for each statement execute function app.never_changed()', t);
  end loop;
  -- Their own pages; while the screen is handed over nothing but what the ratings on it need.
  foreach t in array array['corrections', 'goal_steps', 'talks'] loop
    execute format($p$create policy account on %1$s for select to footpath_app using (
      person_id = (select app.my_person_as(variadic %2$L::text[])) and partnership_id = (select app.my_partnership()))$p$,
      t, case t when 'corrections' then '{young-person,in-room}' else '{young-person}' end);
  end loop;
end $$;--> statement-breakpoint
create policy change on goal_steps for update to footpath_app using (
  (select true from app.reach r where r.episode_id = goal_steps.episode_id and r.partnership_id = goal_steps.partnership_id limit 1));--> statement-breakpoint
create policy account_add on goal_steps for insert to footpath_app with check (
  person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()) and by_staff_id = (select app.my_staff()));--> statement-breakpoint
create policy account_change on goal_steps for update to footpath_app using (
  person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
-- They take back what they gave themselves a moment ago; putting right with a reason is for those who work here.
create policy account_undo on corrections for insert to footpath_app with check (
  undo and person_id = (select app.my_person_as('young-person', 'in-room')) and partnership_id = (select app.my_partnership()) and by_staff_id = (select app.my_staff()));--> statement-breakpoint
create trigger never_deleted before delete on goal_steps for each row execute function app.never_changed();--> statement-breakpoint

-- A correction is of a record that is there, of the same person and episode; what replaces a rating rates the same goal.
create function app.correction_of_something() returns trigger
language plpgsql set search_path = app, public, pg_temp as $$
declare
  found_it boolean := true;
begin
  if new.kind = 'rating' then
    select count(*) = 1 into found_it from ratings r
    left join ratings n on n.partnership_id = r.partnership_id and n.id = new.replaced_by
    where r.partnership_id = new.partnership_id and r.id = new.record_id and r.episode_id = new.episode_id
      and r.person_id = new.person_id and (new.replaced_by is null or n.goal_id = r.goal_id);
  elsif new.kind = 'note' then
    select count(*) = 1 into found_it from notes r
    where r.partnership_id = new.partnership_id and r.id = new.record_id and r.episode_id = new.episode_id
      and r.person_id = new.person_id;
  end if;
  if not found_it then
    raise exception 'a correction is of a record of the same person and episode' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger correction_of_something after insert on corrections
  for each row execute function app.correction_of_something();--> statement-breakpoint

-- The ratings that count: those nobody put right or took back. Every count and every sentence about movement reads these.
create view standing_ratings with (security_invoker = true) as
select r.* from ratings r
where not exists (select from corrections c where c.partnership_id = r.partnership_id and c.record_id = r.id);--> statement-breakpoint
grant select on standing_ratings to footpath_app, footpath_resolver, footpath_backup;--> statement-breakpoint

-- A review cannot close without an entry for each open goal. Looked at when everything else of the act is written, with
-- the eyes of whoever closes it: a goal out of their reach is not theirs to speak about.
create function app.review_of_every_goal() returns trigger
language plpgsql set search_path = app, public, pg_temp as $$
begin
  if exists (
    select from goals g
    where g.partnership_id = new.partnership_id and g.person_id = new.person_id and g.ended_on is null
      and not exists (select from talks t where t.review_id = new.id and t.goal_id = g.id)
  ) then
    raise exception 'a review has an entry for each open goal' using errcode = 'check_violation';
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger review_of_every_goal after insert on reviews
  deferrable initially deferred for each row execute function app.review_of_every_goal();--> statement-breakpoint

-- First small steps written with goals so far become small steps like any other. The owner is not let past the line either,
-- so it is lifted for this one statement.
alter table goals no force row level security;--> statement-breakpoint
alter table goal_steps no force row level security;--> statement-breakpoint
insert into goal_steps (partnership_id, id, goal_id, episode_id, person_id, words, by_staff_id, made_at)
select g.partnership_id, gen_random_uuid(), g.id, g.episode_id, g.person_id, g.first_step, g.by_staff_id, g.made_at
from goals g where btrim(g.first_step) <> '';--> statement-breakpoint
alter table goals force row level security;--> statement-breakpoint
alter table goal_steps force row level security;--> statement-breakpoint

-- My young people as before (0009), by the ratings that count.
grant create on schema app to footpath_resolver;--> statement-breakpoint
-- @param asked_whose 'mine' or 'team'; asked_grouping '' any, 'none' not yet agreed; asked_step '' any; asked_due a goal with
-- no answer since this day, or null; asked_sort 'name', 'meeting', 'rated' or 'contact'
create or replace function app.caseload(
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
          and not exists (select from standing_ratings r where r.goal_id = g.id and r.rated_on >= asked_due)))
  ),
  listed as materialized (
    select f.*, count(*) over ()::integer as total, row_number() over (order by
      case when asked_sort = 'meeting' then (
        select min(m.starts_at) from meetings m where m.person_id = f.person_id and m.episode_id = any (f.seen)
          and m.starts_at >= now() and m.cancelled_at is null) end,
      case when asked_sort = 'rated' then coalesce((
        select max(r.rated_on) from standing_ratings r where r.person_id = f.person_id and r.episode_id = any (f.seen)
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
    (select max(r.rated_on) from standing_ratings r where r.person_id = l.person_id and r.episode_id = any (l.seen)
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
     from standing_ratings r where r.goal_id = g.id and r.episode_id = any (l.seen) and r.value is not null)
  from listed l
  left join staff w on w.partnership_id = me.partnership_id and w.id = l.named_worker_id
  left join lateral (
    select x.id from goals x where x.person_id = l.person_id and x.episode_id = any (l.seen) and x.ended_on is null
    order by x.rank, x.agreed_on, x.made_at limit 1
  ) g on true
  order by l.place;
end $$;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
