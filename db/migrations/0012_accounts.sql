-- Accounts of young people and of parents and carers, and a worker's session while the screen is handed over. They have no
-- reach: what they see, each table says in a policy of its own.

alter table staff add constraint staff_person foreign key (partnership_id, person_id) references people (partnership_id, id);--> statement-breakpoint
alter table staff add constraint staff_relationship foreign key (partnership_id, relationship_id) references relationships (partnership_id, id);--> statement-breakpoint
alter table app.sessions add constraint session_in_room_person foreign key (partnership_id, in_room_with) references people (partnership_id, id);--> statement-breakpoint

-- Who is asking: as before, and whose pages they open. An account of a young person or a parent never holds a role of
-- somebody who works here, nor the other way round, whatever a membership says.
create or replace view app.me with (security_barrier) as
select s.partnership_id, s.staff_id, case when s.stage = 'in-room' then 'in-room' else s.role end as role, s.id as session_id, t.name, p.demonstration,
  array(
    select m.team_id from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.role = s.role and m.team_id is not null
      and s.stage = 'full'
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) as team_ids,
  case when s.stage = 'full' and s.role in ('clinician', 'facilitator', 'team-lead') then array(
    select m.team_id from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.role = s.role and m.team_id is not null
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) || s.staff_id else array[]::uuid[] end as principals,
  s.stage = 'full' and exists (
    select from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.referrals_desk
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  ) as referrals_desk,
  case when s.stage = 'in-room' then s.in_room_with else t.person_id end as person_id
from app.sessions s
join staff t on t.partnership_id = s.partnership_id and t.id = s.staff_id
join partnerships p on p.id = s.partnership_id
where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
  and s.revoked_at is null and s.expires_at > now() and s.stage in ('full', 'in-room') and t.status = 'active'
  and s.seen_at > now() - make_interval(mins => p.idle_minutes)
  and (t.kind in ('young-person', 'parent-or-carer')) = (s.role in ('young-person', 'parent-or-carer'))
  and exists (
    select from memberships m
    where m.partnership_id = s.partnership_id and m.staff_id = s.staff_id and m.role = s.role
      and m.from_day <= (now() at time zone 'Europe/London')::date and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  );--> statement-breakpoint

grant create on schema app to footpath_resolver;--> statement-breakpoint
drop function app.enter(boolean);--> statement-breakpoint
-- The door of every transaction: who is asking, and that they are here.
-- @param active false for polling, which never keeps a session alive
create function app.enter(active boolean) returns table (
  staff_id uuid, partnership_id uuid, partnership_name text, role text, name text, session_id uuid, demonstration boolean,
  referrals_desk boolean, team_ids uuid[], hidden_limit integer, come_back_months integer, show_last_rating text, person_id uuid)
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
begin
  if active then
    perform app.keep_session_alive();
  end if;
  return query select m.staff_id, m.partnership_id, p.name, m.role, m.name, m.session_id, m.demonstration, m.referrals_desk, m.team_ids,
    p.hidden_limit, p.come_back_months, p.show_last_rating, m.person_id
  from app.me m join partnerships p on p.id = m.partnership_id;
end $$;--> statement-breakpoint
alter function app.enter(boolean) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.enter(boolean) from public;--> statement-breakpoint
grant execute on function app.enter(boolean) to footpath_app;--> statement-breakpoint
-- Who is asking, for policies. A policy that looked into app.me itself would bring a whole plan of it into every table of every
-- statement: with functions the identity of one young person takes a third of the time. Always inside a scalar sub-select,
-- so that each is asked once for a statement and not for every row.
create function app.my_partnership() returns uuid
language sql stable security definer set search_path = app, public, pg_temp as $$ select partnership_id from app.me $$;--> statement-breakpoint
-- The partnership, only for one of these roles.
create function app.my_partnership_as(variadic roles text[]) returns uuid
language sql stable security definer set search_path = app, public, pg_temp as $$
  select partnership_id from app.me where role = any (roles)
$$;--> statement-breakpoint
create function app.my_staff() returns uuid
language sql stable security definer set search_path = app, public, pg_temp as $$ select staff_id from app.me $$;--> statement-breakpoint
create function app.my_principals() returns uuid[]
language sql stable security definer set search_path = app, public, pg_temp as $$ select principals from app.me $$;--> statement-breakpoint
-- Whose pages, only for one of these roles.
create function app.my_person_as(variadic roles text[]) returns uuid
language sql stable security definer set search_path = app, public, pg_temp as $$
  select person_id from app.me where role = any (roles)
$$;--> statement-breakpoint
do $$
declare
  f text;
begin
  foreach f in array array['my_partnership()', 'my_partnership_as(text[])', 'my_staff()', 'my_principals()', 'my_person_as(text[])'] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
revoke create on schema app from footpath_resolver;--> statement-breakpoint

-- The policies that stood before, asking in that way. A principal's id stands in one partnership only.
alter policy mine on app.reach using (
  principal_id = any ((select app.my_principals())::uuid[]) and from_at <= now() and (to_at is null or to_at > now()));--> statement-breakpoint
do $$
declare
  t text;
begin
  foreach t in array array[
    'named_workers', 'episode_places', 'grouping_decisions', 'grouping_drafts', 'goals', 'ratings', 'handovers',
    'handover_steps', 'meetings', 'notes', 'tasks'
  ] loop
    execute format($p$alter policy see on %1$s using (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1)
      or partnership_id = (select app.my_partnership_as('system')))$p$, t);
  end loop;
  foreach t in array array['person_references', 'addresses', 'equality_facts', 'relationships', 'sharing_entries'] loop
    execute format($p$alter policy see on %1$s using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1)
      or partnership_id = (select app.my_partnership_as('system')))$p$, t);
  end loop;
  foreach t in array array['organisations', 'teams', 'memberships'] loop
    execute format('alter policy see on %s using (partnership_id = (select app.my_partnership()))', t);
  end loop;
end $$;--> statement-breakpoint
alter policy see on people using (
  (select true from app.reach r where r.person_id = people.id and r.partnership_id = people.partnership_id limit 1)
  or partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint
alter policy see on episodes using (
  (select true from app.reach r where r.episode_id = episodes.id and r.partnership_id = episodes.partnership_id limit 1)
  or partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint
alter policy see on partnerships using (id = (select app.my_partnership()));--> statement-breakpoint
alter policy mine on app.idempotency_keys using (staff_id = (select app.my_staff()))
  with check (partnership_id = (select app.my_partnership()) and staff_id = (select app.my_staff()));--> statement-breakpoint
alter policy add on app.audit_log
  with check (partnership_id = (select app.my_partnership()) and staff_id = (select app.my_staff()));--> statement-breakpoint

-- Names of colleagues are for everyone in the partnership. That a young person or a parent has an account is for those
-- within whose reach they are, and for themselves; not even for administrators.
drop policy see on staff;--> statement-breakpoint
create policy see on staff for select to footpath_app using (
  partnership_id = (select app.my_partnership())
  and (kind in ('person', 'system')
    or id = (select app.my_staff())
    or person_id = (select app.my_person_as('young-person'))
    or (select true from app.reach r where r.person_id = staff.person_id and r.partnership_id = staff.partnership_id limit 1)));--> statement-breakpoint
drop policy add on staff;--> statement-breakpoint
create policy add on staff for insert to footpath_app with check (
  kind = 'person' and partnership_id = (select app.my_partnership_as('administrator')));--> statement-breakpoint
drop policy change on staff;--> statement-breakpoint
create policy change on staff for update to footpath_app using (
  kind = 'person' and partnership_id = (select app.my_partnership_as('administrator')));--> statement-breakpoint

-- Their own record: what it says of them, never the record of somebody else. Nothing here shows staff tasks or what is
-- written about their safety. Policies of own accounts have names before those of workers ("account" before "add" and "see"):
-- PostgreSQL asks the last name first, and most who ask are workers.
do $$
declare
  t text;
begin
  foreach t in array array['people', 'episodes', 'goals', 'ratings'] loop
    execute format($p$create policy account on %1$s for select to footpath_app using (
      %2$s = (select app.my_person_as('young-person', 'in-room')) and partnership_id = (select app.my_partnership()))$p$,
      t, case t when 'people' then 'id' else 'person_id' end);
  end loop;
  foreach t in array array['named_workers', 'handovers', 'meetings', 'relationships', 'sharing_entries'] loop
    execute format($p$create policy account on %1$s for select to footpath_app using (
      person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()))$p$, t);
  end loop;
end $$;--> statement-breakpoint
-- A row lock asks for the right to change; the check lets no change through.
create policy account_hold on episodes for update to footpath_app using (
  person_id = (select app.my_person_as('young-person', 'in-room')) and partnership_id = (select app.my_partnership()))
  with check (false);--> statement-breakpoint
create policy account_add on goals for insert to footpath_app with check (
  person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership())
  and by_staff_id = (select app.my_staff()));--> statement-breakpoint
create policy account_change on goals for update to footpath_app using (
  person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy account_add on ratings for insert to footpath_app with check (
  rater = 'young-person' and person_id = (select app.my_person_as('young-person', 'in-room'))
  and partnership_id = (select app.my_partnership()) and by_staff_id = (select app.my_staff()));
