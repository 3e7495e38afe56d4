-- The line Postgres holds: who is asking, what is within their reach, and what may never be undone.
-- Roles are made before this file runs (db/migrations/roles.ts). The resolver owns every definer function and the
-- views that find out who is asking; it has no BYPASSRLS, so each table says in a policy that it may look.

create extension if not exists pg_trgm;--> statement-breakpoint
create extension if not exists btree_gist;--> statement-breakpoint

revoke all on schema public, app, published from public;--> statement-breakpoint
alter default privileges revoke execute on functions from public;--> statement-breakpoint
grant usage on schema public, app to footpath_app, footpath_resolver;--> statement-breakpoint
grant usage on schema app, published to footpath_report;--> statement-breakpoint
grant usage on schema app to footpath_sealer;--> statement-breakpoint
grant usage on schema published to footpath_app, footpath_resolver;--> statement-breakpoint
grant create on schema app to footpath_resolver;--> statement-breakpoint
grant usage on schema public, app, published to footpath_backup;--> statement-breakpoint
grant select on all tables in schema public, app, published to footpath_backup;--> statement-breakpoint

-- Who is asking. The session's token is the only thing the application says; everything else is looked up.
create view app.me with (security_barrier) as
select s.partnership_id, s.staff_id, s.role, s.id as session_id, t.name, p.demonstration,
  array(
    select m.team_id from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.role = s.role and m.team_id is not null
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) as team_ids,
  case when s.role in ('clinician', 'facilitator', 'team-lead') then array(
    select m.team_id from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.role = s.role and m.team_id is not null
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) || s.staff_id else array[]::uuid[] end as principals,
  exists (
    select from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.referrals_desk
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) as referrals_desk
from app.sessions s
join staff t on t.partnership_id = s.partnership_id and t.id = s.staff_id
join partnerships p on p.id = s.partnership_id
where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
  and s.revoked_at is null and s.expires_at > now() and s.stage = 'full' and t.status = 'active'
  and s.seen_at > now() - make_interval(mins => p.idle_minutes)
  and exists (
    select from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.role = s.role
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  );--> statement-breakpoint
alter view app.me owner to footpath_resolver;--> statement-breakpoint
grant select on app.me to footpath_app;--> statement-breakpoint

-- Rows each table lets the resolver, and only it, work with unseen.
grant select on all tables in schema public to footpath_resolver;--> statement-breakpoint
grant select, insert, update, delete on all tables in schema app to footpath_resolver;--> statement-breakpoint
grant usage, select on all sequences in schema app to footpath_resolver, footpath_app;--> statement-breakpoint
grant insert, update on named_workers to footpath_resolver;--> statement-breakpoint
-- A row lock asks for the right to change some column; nothing of the resolver's ever changes a person.
grant update (version) on people to footpath_resolver;--> statement-breakpoint
grant update (seen_at) on app.sessions to footpath_resolver;--> statement-breakpoint
grant insert on staff, memberships to footpath_resolver;--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array[
    'partnerships', 'organisations', 'staff', 'teams', 'memberships', 'people', 'person_references', 'addresses',
    'equality_facts', 'relationships', 'sharing_entries', 'episodes', 'named_workers', 'episode_places',
    'grouping_decisions', 'grouping_drafts', 'goals', 'ratings', 'handovers', 'handover_steps', 'meetings', 'notes',
    'tasks', 'referral_imports', 'referral_import_rows', 'app.sessions', 'app.credentials', 'app.recovery_codes',
    'app.reach', 'app.idempotency_keys', 'app.audit_log', 'app.break_glass', 'published.releases', 'published.cells'
  ] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy resolver on %s to footpath_resolver using (true) with check (true)', t);
  end loop;

  -- Reach of an episode opens what hangs on the episode; a scalar sub-select, never EXISTS (a hashed sub-plan would
  -- read a whole reach first). The policy on app.reach itself keeps it to the reach of whoever is asking.
  foreach t in array array[
    'named_workers', 'episode_places', 'grouping_decisions', 'grouping_drafts', 'goals', 'ratings', 'handovers',
    'handover_steps', 'meetings', 'notes', 'tasks'
  ] loop
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1)
      or partnership_id = (select partnership_id from app.me where role = 'system'))$p$, t);
    continue when t = 'named_workers';
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format($p$create policy change on %1$s for update to footpath_app using (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
  end loop;

  foreach t in array array['person_references', 'addresses', 'equality_facts', 'relationships', 'sharing_entries'] loop
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1)
      or partnership_id = (select partnership_id from app.me where role = 'system'))$p$, t);
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format($p$create policy change on %1$s for update to footpath_app using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
  end loop;

  -- Names of organisations, teams and colleagues are for everyone in the partnership; administrators change them.
  foreach t in array array['organisations', 'staff', 'teams', 'memberships'] loop
    execute format($p$create policy see on %1$s for select to footpath_app using (
      partnership_id = (select partnership_id from app.me))$p$, t);
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      partnership_id = (select partnership_id from app.me where role = 'administrator'))$p$, t);
    execute format($p$create policy change on %1$s for update to footpath_app using (
      partnership_id = (select partnership_id from app.me where role = 'administrator'))$p$, t);
  end loop;
end $$;--> statement-breakpoint

create policy see on partnerships for select to footpath_app using (id = (select partnership_id from app.me));--> statement-breakpoint
create policy change on partnerships for update to footpath_app using (
  id = (select partnership_id from app.me where role = 'administrator'));--> statement-breakpoint

create policy mine on app.reach for select to footpath_app using (
  partnership_id = (select partnership_id from app.me)
  and principal_id = any ((select principals from app.me)::uuid[])
  and from_at <= now() and (to_at is null or to_at > now()));--> statement-breakpoint

create policy see on people for select to footpath_app using (
  (select true from app.reach r where r.person_id = people.id and r.partnership_id = people.partnership_id limit 1)
  or partnership_id = (select partnership_id from app.me where role = 'system'));--> statement-breakpoint
create policy add on people for insert to footpath_app with check (
  partnership_id = (select partnership_id from app.me
    where role in ('clinician', 'facilitator', 'team-lead') or referrals_desk));--> statement-breakpoint
create policy change on people for update to footpath_app using (
  (select true from app.reach r where r.person_id = people.id and r.partnership_id = people.partnership_id limit 1));--> statement-breakpoint

create policy see on episodes for select to footpath_app using (
  (select true from app.reach r where r.episode_id = episodes.id and r.partnership_id = episodes.partnership_id limit 1)
  or partnership_id = (select partnership_id from app.me where role = 'system'));--> statement-breakpoint
create policy add on episodes for insert to footpath_app with check (
  partnership_id = (select partnership_id from app.me)
  and team_id = any ((select team_ids from app.me)::uuid[]));--> statement-breakpoint
create policy change on episodes for update to footpath_app using (
  (select true from app.reach r where r.episode_id = episodes.id and r.partnership_id = episodes.partnership_id limit 1));--> statement-breakpoint

create policy mine on referral_imports to footpath_app using (
  partnership_id = (select partnership_id from app.me where referrals_desk)
  and team_id = any ((select team_ids from app.me)::uuid[])) with check (
  partnership_id = (select partnership_id from app.me where referrals_desk)
  and team_id = any ((select team_ids from app.me)::uuid[]));--> statement-breakpoint
create policy mine on referral_import_rows to footpath_app using (
  (select true from referral_imports i where i.id = referral_import_rows.import_id
    and i.partnership_id = referral_import_rows.partnership_id)) with check (
  (select true from referral_imports i where i.id = referral_import_rows.import_id
    and i.partnership_id = referral_import_rows.partnership_id));--> statement-breakpoint

create policy mine on app.idempotency_keys to footpath_app using (
  staff_id = (select staff_id from app.me)) with check (
  partnership_id = (select partnership_id from app.me) and staff_id = (select staff_id from app.me));--> statement-breakpoint

create policy add on app.audit_log for insert to footpath_app with check (
  partnership_id = (select partnership_id from app.me) and staff_id = (select staff_id from app.me));--> statement-breakpoint
create policy see on app.audit_log for select to footpath_app using (
  partnership_id = (select partnership_id from app.me where role in ('privacy-officer', 'administrator')));--> statement-breakpoint
create policy seal on app.audit_log for select to footpath_sealer using (true);--> statement-breakpoint

create policy see on app.break_glass for select to footpath_app using (
  staff_id = (select staff_id from app.me)
  or partnership_id = (select partnership_id from app.me where role = 'privacy-officer'));--> statement-breakpoint
create policy review on app.break_glass for update to footpath_app using (
  partnership_id = (select partnership_id from app.me where role = 'privacy-officer')
  and staff_id <> (select staff_id from app.me));--> statement-breakpoint

-- Signed-in people see their own other sessions; administrators end those of others.
create policy see on app.sessions for select to footpath_app using (
  staff_id = (select staff_id from app.me)
  or partnership_id = (select partnership_id from app.me where role = 'administrator'));--> statement-breakpoint
create policy change on app.sessions for update to footpath_app using (
  staff_id = (select staff_id from app.me)
  or partnership_id = (select partnership_id from app.me where role = 'administrator'));--> statement-breakpoint

-- Somebody is here. Once a minute is enough: a write for each page would be one too many.
create function app.keep_session_alive() returns void
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
begin
  update app.sessions s set seen_at = now()
  where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
    and s.seen_at < now() - interval '1 minute' and exists (select from app.me);
end $$;--> statement-breakpoint
alter function app.keep_session_alive() owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.keep_session_alive() from public;--> statement-breakpoint

-- Commissioners: the newest release of their own partnership, already protected; publishing is the system's.
-- The one function their database role may call. It names whoever is signed in, in any role, so that "nobody" and "not
-- yours" are two answers; what they then see, the policy below decides.
-- @param active false inside the policy, which only looks; true at the door, which keeps the session alive
create function app.report_enter(active boolean) returns table (
  staff_id uuid, partnership_id uuid, partnership_name text, role text, name text, demonstration boolean)
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
begin
  if active then
    perform app.keep_session_alive();
  end if;
  return query select m.staff_id, m.partnership_id, p.name, m.role, m.name, m.demonstration
  from app.me m join partnerships p on p.id = m.partnership_id;
end $$;--> statement-breakpoint
alter function app.report_enter(boolean) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.report_enter(boolean) from public;--> statement-breakpoint
grant execute on function app.report_enter(boolean) to footpath_report;--> statement-breakpoint
create policy see on published.releases for select to footpath_report using (
  newest and partnership_id = (
    select partnership_id from app.report_enter(false) where role in ('commissioner', 'team-lead', 'administrator')));--> statement-breakpoint
create policy see on published.cells for select to footpath_report using (
  (select true from published.releases r where r.id = cells.release_id and r.partnership_id = cells.partnership_id));--> statement-breakpoint
create policy publish on published.releases to footpath_app using (
  partnership_id = (select partnership_id from app.me where role = 'system')) with check (
  partnership_id = (select partnership_id from app.me where role = 'system'));--> statement-breakpoint
create policy publish on published.cells to footpath_app using (
  partnership_id = (select partnership_id from app.me where role = 'system')) with check (
  partnership_id = (select partnership_id from app.me where role = 'system'));--> statement-breakpoint
grant select on published.releases, published.cells to footpath_report;--> statement-breakpoint

-- What the application may do with each table. Nothing that is part of a record is ever deleted.
grant select on all tables in schema public to footpath_app;--> statement-breakpoint
grant insert, update on people, addresses, relationships, sharing_entries, episodes, goals, handovers, meetings, tasks,
  organisations, staff, teams, memberships, referral_imports, grouping_drafts to footpath_app;--> statement-breakpoint
grant delete on grouping_drafts, referral_import_rows to footpath_app;--> statement-breakpoint
grant update on partnerships to footpath_app;--> statement-breakpoint
grant insert on person_references, equality_facts, episode_places, grouping_decisions, ratings, handover_steps, notes,
  referral_import_rows to footpath_app;--> statement-breakpoint
grant update (superseded_at) on grouping_decisions to footpath_app;--> statement-breakpoint
grant update on episode_places to footpath_app;--> statement-breakpoint
grant select on app.reach to footpath_app;--> statement-breakpoint
grant select, insert, update on app.idempotency_keys to footpath_app;--> statement-breakpoint
grant select, insert on app.audit_log to footpath_app;--> statement-breakpoint
grant select on app.break_glass to footpath_app;--> statement-breakpoint
grant update (reviewed_at, reviewed_by, review_words) on app.break_glass to footpath_app;--> statement-breakpoint
grant select (id, partnership_id, staff_id, role, stage, made_at, seen_at, expires_at, revoked_at) on app.sessions to footpath_app;--> statement-breakpoint
grant update (revoked_at, role) on app.sessions to footpath_app;--> statement-breakpoint
grant select, insert, update, delete on app.throttle to footpath_app;--> statement-breakpoint
grant select on app.audit_log to footpath_sealer;--> statement-breakpoint
grant select, insert on app.audit_seals to footpath_sealer;--> statement-breakpoint
grant select on app.audit_seals to footpath_app;--> statement-breakpoint
grant select, insert, update on published.releases to footpath_app;--> statement-breakpoint
grant select, insert on published.cells to footpath_app;--> statement-breakpoint

-- The door of every transaction: who is asking, and that they are here.
-- @param active false for polling, which never keeps a session alive
create function app.enter(active boolean) returns table (
  staff_id uuid, partnership_id uuid, partnership_name text, role text, name text, session_id uuid, demonstration boolean,
  referrals_desk boolean, team_ids uuid[], hidden_limit integer, come_back_months integer)
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
begin
  if active then
    perform app.keep_session_alive();
  end if;
  return query select m.staff_id, m.partnership_id, p.name, m.role, m.name, m.session_id, m.demonstration, m.referrals_desk, m.team_ids,
    p.hidden_limit, p.come_back_months
  from app.me m join partnerships p on p.id = m.partnership_id;
end $$;--> statement-breakpoint
alter function app.enter(boolean) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.enter(boolean) from public;--> statement-breakpoint
grant execute on function app.enter(boolean) to footpath_app;--> statement-breakpoint

-- Something refused before anybody was known: a failed sign-in, a throttle hit, an expired session.
create function app.note_outside(act text, outcome text, who uuid, detail jsonb) returns void
language sql volatile security definer set search_path = app, public, pg_temp as $$
  insert into app.audit_log (partnership_id, staff_id, act, outcome, detail)
  select (select partnership_id from staff where id = who), who, act, outcome, detail
  where outcome in ('refused', 'failed', 'throttled', 'signed-out', 'done')
$$;--> statement-breakpoint
alter function app.note_outside(text, text, uuid, jsonb) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.note_outside(text, text, uuid, jsonb) from public;--> statement-breakpoint
grant execute on function app.note_outside(text, text, uuid, jsonb) to footpath_app;--> statement-breakpoint

-- Reach of one person as it ought to be, worked out anew from the record. The triggers write exactly this, and a test
-- compares. A come-back opens the earlier episodes of its line to the team that has it now.
create function app.reach_of(partnership uuid, person uuid) returns table (
  principal_id uuid, episode_id uuid, because text, from_at timestamptz, to_at timestamptz)
language sql stable security definer set search_path = app, public, pg_temp as $$
  with recursive line as (
    select e.id as holder, e.team_id, e.made_at, e.id as episode_id, e.come_back_of from episodes e
    where e.partnership_id = partnership and e.person_id = person
    union all
    -- "offset 0" keeps it a look-up by key for each step: without statistics it becomes a pass over all the partnership has.
    select l.holder, l.team_id, l.made_at, e.id, e.come_back_of
    from line l cross join lateral (
      select x.id, x.come_back_of from episodes x where x.partnership_id = partnership and x.id = l.come_back_of offset 0
    ) e where l.come_back_of is not null
  )
  select l.team_id, l.episode_id, 'team', l.made_at, null::timestamptz from line l
  union all
  select t.team_id, l.episode_id, 'hand-over', t.from_at,
    case
      when h.state = 'active' then null
      -- Nothing moves with it: who holds the episode goes on seeing it, and the other of the two does not.
      when h.state in ('declined', 'stopped') then case when t.team_id <> l.team_id then coalesce(h.declined_at, h.ended_at) end
      else (h.come_back_until + 1)::timestamptz
    end
  from handovers h
  join line l on l.holder = h.episode_id
  cross join lateral (values (h.from_team_id, h.made_at, false), (h.to_team_id, h.invited_at, true)) as t (team_id, from_at, receiving)
  where h.partnership_id = partnership and t.team_id is not null and t.from_at is not null
  union all
  select s.recipient_team_id, l.episode_id, 'shared', s.from_day::timestamptz, coalesce(s.withdrawn_at, (s.to_day + 1)::timestamptz)
  from sharing_entries s cross join (select distinct episode_id from line) l
  where s.partnership_id = partnership and s.person_id = person and s.recipient_team_id is not null
    and s.purpose = 'joint-work' and s.basis is not null
  union all
  select b.staff_id, l.episode_id, 'break-glass', b.from_at, b.to_at
  from app.break_glass b cross join (select distinct episode_id from line) l
  where b.partnership_id = partnership and b.person_id = person
$$;--> statement-breakpoint
alter function app.reach_of(uuid, uuid) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.reach_of(uuid, uuid) from public;--> statement-breakpoint

create function app.keep_reach() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
begin
  -- The whole person at a time: few rows, and never a partial truth. The row lock makes two writers take turns (an
  -- advisory lock for each person would fill the lock table in a large import).
  perform from people p where p.partnership_id = new.partnership_id and p.id = new.person_id for no key update;
  delete from app.reach r where r.partnership_id = new.partnership_id and r.person_id = new.person_id;
  insert into app.reach (partnership_id, principal_id, episode_id, person_id, because, from_at, to_at)
  select new.partnership_id, x.principal_id, x.episode_id, new.person_id, x.because, x.from_at, x.to_at
  from app.reach_of(new.partnership_id, new.person_id) x;
  return null;
end $$;--> statement-breakpoint
alter function app.keep_reach() owner to footpath_resolver;--> statement-breakpoint
create trigger keep_reach after insert or update of team_id, come_back_of on episodes
  for each row execute function app.keep_reach();--> statement-breakpoint
create trigger keep_reach after insert or update of state, to_team_id, invited_at, declined_at, ended_at, come_back_until on handovers
  for each row execute function app.keep_reach();--> statement-breakpoint
create trigger keep_reach after insert or update on sharing_entries
  for each row execute function app.keep_reach();--> statement-breakpoint
create trigger keep_reach after insert or update of to_at on app.break_glass
  for each row execute function app.keep_reach();--> statement-breakpoint

-- Named worker: the episode says who; the history follows, without gap or overlap.
alter table named_workers add constraint never_two_named_workers
  exclude using gist (partnership_id with =, episode_id with =, during with &&);--> statement-breakpoint
create function app.keep_named_worker() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
declare
  moment timestamptz := clock_timestamp();
begin
  if tg_op = 'UPDATE' and old.named_worker_id is not distinct from new.named_worker_id then
    return null;
  end if;
  update named_workers w set during = tstzrange(lower(w.during), moment)
  where w.partnership_id = new.partnership_id and w.episode_id = new.id and upper_inf(w.during);
  if new.named_worker_id is not null then
    insert into named_workers (partnership_id, id, episode_id, person_id, staff_id, during)
    values (new.partnership_id, gen_random_uuid(), new.id, new.person_id, new.named_worker_id, tstzrange(moment, null));
  end if;
  return null;
end $$;--> statement-breakpoint
alter function app.keep_named_worker() owner to footpath_resolver;--> statement-breakpoint
create trigger keep_named_worker after insert or update of named_worker_id on episodes
  for each row execute function app.keep_named_worker();--> statement-breakpoint
create function app.always_a_named_worker() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
declare
  -- Worked out once: in the condition it would be worked out again for every row that is looked at.
  which uuid := case tg_table_name when 'episodes' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'episode_id' end;
  e episodes%rowtype;
begin
  select * into e from episodes x where x.partnership_id = new.partnership_id and x.id = which;
  if e.status = 'open' and (
    select count(*) filter (where upper_inf(w.during) and w.staff_id = e.named_worker_id) <> 1
      or (select count(*) from unnest(range_agg(w.during))) <> 1
    from named_workers w where w.partnership_id = e.partnership_id and w.episode_id = e.id
  ) then
    raise exception 'an open episode always has one named worker' using errcode = 'check_violation';
  end if;
  return null;
end $$;--> statement-breakpoint
alter function app.always_a_named_worker() owner to footpath_resolver;--> statement-breakpoint
create constraint trigger always_a_named_worker after insert or update on episodes
  deferrable initially deferred for each row execute function app.always_a_named_worker();--> statement-breakpoint
create constraint trigger always_a_named_worker after insert or update on named_workers
  deferrable initially deferred for each row execute function app.always_a_named_worker();--> statement-breakpoint

-- What is said once stays said.
create function app.never_changed() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
do $$
declare
  t text;
begin
  foreach t in array array['ratings', 'handover_steps', 'notes', 'equality_facts', 'app.audit_log', 'app.audit_seals', 'published.cells'] loop
    execute format('create trigger append_only before update or delete on %s for each row execute function app.never_changed()', t);
    execute format('create trigger append_only_whole before truncate on %s for each statement execute function app.never_changed()', t);
  end loop;
end $$;--> statement-breakpoint
create function app.decision_only_superseded() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.superseded_at is null and new.superseded_at is not null
    and to_jsonb(old) - 'superseded_at' = to_jsonb(new) - 'superseded_at' then
    return new;
  end if;
  raise exception 'a shared decision is never changed' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger append_only before update or delete on grouping_decisions
  for each row execute function app.decision_only_superseded();--> statement-breakpoint
create function app.words_stay() returns trigger
language plpgsql as $$
begin
  if old.words is distinct from new.words or old.agreed_on is distinct from new.agreed_on then
    raise exception 'the words of a goal never change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger words_stay before update on goals for each row execute function app.words_stay();--> statement-breakpoint
create trigger never_deleted before delete on goals for each row execute function app.never_changed();--> statement-breakpoint
revoke create on schema app from footpath_resolver;
