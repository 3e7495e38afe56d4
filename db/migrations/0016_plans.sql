-- Plans and concerns about safety. A plan is the young person's, and is reached through the person, not the episode: two
-- services that help at the same time must never hold two different "current" safety plans (hazard H1). A concern belongs to
-- the episode in which it was noted, and only those within whose reach that is may see it: never the young person's own
-- account and never a parent's, because a concern may be about somebody at home.

grant create on schema app to footpath_resolver;--> statement-breakpoint
grant select on plan_versions, plan_proposals, plan_line_shares, concerns, concern_additions, concern_sightings
  to footpath_app, footpath_resolver, footpath_backup;--> statement-breakpoint
grant insert on plan_versions, plan_proposals, plan_line_shares, concerns, concern_additions to footpath_app;--> statement-breakpoint
grant update (state, answered_at, answered_by, answer_words, became) on plan_proposals to footpath_app;--> statement-breakpoint
grant update (withdrawn_at, withdrawn_by) on plan_line_shares to footpath_app;--> statement-breakpoint
grant update (unread, read_up_to, read_at) on concern_sightings to footpath_app;--> statement-breakpoint
grant insert, update on concern_sightings to footpath_resolver;--> statement-breakpoint
grant update (done_at, done_by) on tasks to footpath_resolver;--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array[
    'plan_versions', 'plan_proposals', 'plan_line_shares', 'concerns', 'concern_additions', 'concern_sightings'
  ] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy resolver on %s to footpath_resolver using (true) with check (true)', t);
  end loop;

  foreach t in array array['plan_versions', 'plan_proposals', 'plan_line_shares'] loop
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    -- The young person's own account: their plan, what is suggested to them, and with whom they share a line.
    execute format($p$create policy account on %1$s for select to footpath_app using (
      person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()))$p$, t);
    continue when t = 'plan_versions';
    execute format($p$create policy change on %1$s for update to footpath_app using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format($p$create policy account_change on %1$s for update to footpath_app using (
      person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()))$p$, t);
  end loop;

  foreach t in array array['plan_versions', 'plan_line_shares'] loop
    execute format($p$create policy account_add on %1$s for insert to footpath_app with check (
      person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()) and by_staff_id = (select app.my_staff()))$p$, t);
  end loop;

  foreach t in array array['concerns', 'concern_additions', 'concern_sightings'] loop
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    continue when t = 'concern_sightings';
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
  end loop;
  -- One says for oneself alone that one has read it.
  create policy mine on concern_sightings for update to footpath_app using (
    staff_id = (select app.my_staff())
    and (select true from app.reach r where r.episode_id = concern_sightings.episode_id
      and r.partnership_id = concern_sightings.partnership_id limit 1));

  foreach t in array array['plan_versions', 'concerns', 'concern_additions'] loop
    execute format('create trigger append_only before update or delete on %s for each row execute function app.never_changed()', t);
    execute format('create trigger append_only_whole before truncate on %s for each statement execute function app.never_changed()', t);
  end loop;
  foreach t in array array['plan_proposals', 'plan_line_shares', 'concern_sightings'] loop
    execute format('create trigger never_deleted before delete on %s for each row execute function app.never_changed()', t);
    execute format('create trigger never_deleted_whole before truncate on %s for each statement execute function app.never_changed()', t);
  end loop;
end $$;--> statement-breakpoint

-- One line of versions for each plan: a new one follows the newest, whoever writes it. A lock of this plan alone makes two
-- writers queue; the second then finds that what it started from is no longer the newest (hazard H2). A safety plan that is
-- written ends the task to write one, also where the writer is the young person, who sees no tasks.
create function app.next_plan_version() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.person_id::text || new.kind, 16));
  if new.number <> 1 + coalesce((
    select max(v.number) from plan_versions v
    where v.partnership_id = new.partnership_id and v.person_id = new.person_id and v.kind = new.kind and v.id <> new.id), 0) then
    raise exception 'a version of a plan follows the newest one' using errcode = 'check_violation';
  end if;
  if new.kind = 'safety' then
    update tasks t set done_at = now(), done_by = new.by_staff_id
    where t.partnership_id = new.partnership_id and t.person_id = new.person_id and t.kind = 'safety-plan' and t.done_at is null;
  end if;
  return new;
end $$;--> statement-breakpoint
alter function app.next_plan_version() owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.next_plan_version() from public;--> statement-breakpoint
create trigger next_plan_version after insert on plan_versions
  for each row execute function app.next_plan_version();--> statement-breakpoint

-- A suggestion is answered once, and a share taken back once; what they were stays as it was.
create function app.answered_once() returns trigger
language plpgsql as $$
begin
  if old.state <> 'waiting' or new.state = 'waiting' then
    raise exception 'a suggested change is answered once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger answered_once before update on plan_proposals for each row execute function app.answered_once();--> statement-breakpoint
create function app.withdrawn_once() returns trigger
language plpgsql as $$
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null then
    raise exception 'sharing of a line is taken back once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger withdrawn_once before update on plan_line_shares for each row execute function app.withdrawn_once();--> statement-breakpoint
-- A line is shared with somebody or it is not: never twice at once.
create unique index plan_line_shares_standing on plan_line_shares (
  line_id, coalesce(relationship_id, staff_id, team_id, organisation_id), partnership_id) where withdrawn_at is null;--> statement-breakpoint

-- Who must see a concern of an episode: the named worker (while nobody is named, the team's duty worker), the worker beside
-- while a hand-over is under way, and the leads of the teams that take part.
create function app.must_see_concern(partnership uuid, episode uuid) returns table (staff_id uuid, because text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  with here as (
    select e.team_id, e.named_worker_id, t.duty_staff_id, h.from_team_id, h.to_team_id, h.accepted_at, h.invited_at,
      h.sending_worker_id, h.receiving_worker_id
    from episodes e
    join teams t on t.partnership_id = e.partnership_id and t.id = e.team_id
    left join handovers h on h.partnership_id = e.partnership_id and h.episode_id = e.id and h.state = 'active'
    where e.partnership_id = partnership and e.id = episode
  )
  select distinct on (b.staff_id) b.staff_id, b.because from (
    select 1 as place, named_worker_id as staff_id, 'named-worker' as because from here
    union all
    select 2, duty_staff_id, 'duty' from here where named_worker_id is null
    union all
    select 3, case when receiving_worker_id = named_worker_id then sending_worker_id else receiving_worker_id end, 'beside'
    from here where accepted_at is not null
    union all
    select 4, m.staff_id, 'team-lead' from here
    join memberships m on m.partnership_id = partnership and m.role = 'team-lead'
      and (m.team_id = here.team_id or m.team_id = here.from_team_id or m.team_id = here.to_team_id and here.invited_at is not null)
      and m.from_day <= (now() at time zone 'Europe/London')::date
      and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) b
  join staff s on s.partnership_id = partnership and s.id = b.staff_id and s.status = 'active'
  order by b.staff_id, b.place
$$;--> statement-breakpoint

-- A concern, and each addition to it, is new to everybody but whoever wrote it.
create function app.show_concern() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
declare
  which uuid := case tg_table_name when 'concerns' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'concern_id' end;
begin
  insert into concern_sightings (partnership_id, concern_id, episode_id, person_id, staff_id, because)
  select new.partnership_id, which, new.episode_id, new.person_id, m.staff_id, m.because
  from (
    select * from app.must_see_concern(new.partnership_id, new.episode_id)
    union all
    -- Whoever wrote it too, where it is not theirs to see anyway.
    select c.by_staff_id, 'wrote-it' from concerns c
    where c.partnership_id = new.partnership_id and c.id = which
      and c.by_staff_id not in (select x.staff_id from app.must_see_concern(new.partnership_id, new.episode_id) x)
  ) m
  where m.staff_id <> new.by_staff_id
  on conflict (partnership_id, concern_id, staff_id) do update set unread = true;
  return null;
end $$;--> statement-breakpoint
create trigger show_concern after insert on concerns for each row execute function app.show_concern();--> statement-breakpoint
create trigger show_concern after insert on concern_additions for each row execute function app.show_concern();--> statement-breakpoint

-- Whoever takes a young person on, alone or beside somebody, has the concerns of that episode to read.
create function app.show_concerns_on() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
declare
  which uuid := case tg_table_name when 'episodes' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'episode_id' end;
begin
  insert into concern_sightings (partnership_id, concern_id, episode_id, person_id, staff_id, because)
  select c.partnership_id, c.id, c.episode_id, c.person_id, m.staff_id, m.because
  from concerns c cross join lateral app.must_see_concern(c.partnership_id, c.episode_id) m
  where c.partnership_id = new.partnership_id and c.episode_id = which and m.because <> 'team-lead'
    and m.staff_id <> c.by_staff_id
  on conflict do nothing;
  return null;
end $$;--> statement-breakpoint
create trigger show_concerns after update of named_worker_id on episodes for each row
  when (old.named_worker_id is distinct from new.named_worker_id) execute function app.show_concerns_on();--> statement-breakpoint
create trigger show_concerns after update of accepted_at on handovers for each row
  when (old.accepted_at is null and new.accepted_at is not null) execute function app.show_concerns_on();--> statement-breakpoint
alter function app.must_see_concern(uuid, uuid) owner to footpath_resolver;--> statement-breakpoint
alter function app.show_concern() owner to footpath_resolver;--> statement-breakpoint
alter function app.show_concerns_on() owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.must_see_concern(uuid, uuid), app.show_concern(), app.show_concerns_on() from public;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
