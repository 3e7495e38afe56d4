-- Reminders: who may see and change what is to be sent, the link that turns them off, and the role of the job runner.
-- The runner has no right to any table of a record: it asks what is due, opens a session of the system actor and acts.

do $$
declare
  t text;
begin
  foreach t in array array['contact_preferences', 'outbox'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy resolver on %s to footpath_resolver using (true) with check (true)', t);
    execute format('grant select on %s to footpath_resolver, footpath_backup', t);
    execute format('grant select, insert, update on %s to footpath_app', t);
  end loop;
end $$;--> statement-breakpoint
create policy see on contact_preferences for select to footpath_app using (
  (select true from app.reach r where r.person_id = contact_preferences.person_id and r.partnership_id = contact_preferences.partnership_id limit 1)
  or partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint
create policy add on contact_preferences for insert to footpath_app with check (
  (select true from app.reach r where r.person_id = contact_preferences.person_id and r.partnership_id = contact_preferences.partnership_id limit 1));--> statement-breakpoint
create policy change on contact_preferences for update to footpath_app using (
  (select true from app.reach r where r.person_id = contact_preferences.person_id and r.partnership_id = contact_preferences.partnership_id limit 1));--> statement-breakpoint
create policy see on outbox for select to footpath_app using (
  (select true from app.reach r where r.episode_id = outbox.episode_id and r.partnership_id = outbox.partnership_id limit 1)
  or partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint
create policy add on outbox for insert to footpath_app with check (
  (select true from app.reach r where r.episode_id = outbox.episode_id and r.partnership_id = outbox.partnership_id limit 1));--> statement-breakpoint
create policy change on outbox for update to footpath_app using (
  (select true from app.reach r where r.episode_id = outbox.episode_id and r.partnership_id = outbox.partnership_id limit 1)
  or partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint

-- Their own reminders: a young person sees them and turns them off or on again; nothing of a parent's or carer's.
create policy account on contact_preferences for select to footpath_app using (relationship_id is null
  and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy account_add on contact_preferences for insert to footpath_app with check (relationship_id is null
  and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership())
  and by_staff_id = (select app.my_staff()));--> statement-breakpoint
create policy account_change on contact_preferences for update to footpath_app using (relationship_id is null
  and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy account on outbox for select to footpath_app using (relationship_id is null
  and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy account_add on outbox for insert to footpath_app with check (relationship_id is null
  and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership())
  and by_staff_id = (select app.my_staff()));--> statement-breakpoint
create policy account_change on outbox for update to footpath_app using (relationship_id is null
  and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
-- What a parent may know is asked again at the moment of sending.
create policy at_sending on allowances for select to footpath_app using (
  partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint
create trigger never_deleted before delete on outbox for each row execute function app.never_changed();--> statement-breakpoint

grant select on app.job_runs to footpath_app, footpath_resolver, footpath_backup;--> statement-breakpoint

grant create on schema app to footpath_resolver;--> statement-breakpoint
grant insert, update on contact_preferences to footpath_resolver;--> statement-breakpoint
grant update on outbox to footpath_resolver;--> statement-breakpoint
grant select, insert, update on app.job_runs to footpath_resolver;--> statement-breakpoint

-- What the runner is told: which reminders are due, where, and nothing of whom. Those that hang in the air (the service
-- stopped while it sent them) are due to be settled.
-- `over`: no letter can come of it any more, with or without a mail server.
create function app.outbox_due(at_most integer) returns table (partnership_id uuid, id uuid, state text, over boolean)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select o.partnership_id, o.id, o.state, o.starts_at <= now() or p.demonstration
  from outbox o join partnerships p on p.id = o.partnership_id
  where (o.state = 'waiting' and o.due_at <= now() and coalesce(o.try_after, o.due_at) <= now())
    or (o.state = 'sending' and o.sending_at < now() - interval '10 minutes')
  order by o.due_at limit at_most
$$;--> statement-breakpoint

create function app.note_job_run(job text, well boolean, said text) returns void
language sql volatile security definer set search_path = app, public, pg_temp as $$
  insert into job_runs (name, ran_at, went_well, words) values (job, now(), well, said)
  on conflict (name) do update set ran_at = excluded.ran_at, went_well = excluded.went_well, words = excluded.words
$$;--> statement-breakpoint

-- For an administrator: how many, since when, and why not. Nothing of whom.
create function app.outbox_counts() returns table (
  state text, why_not text, how_many integer, first_due timestamptz, last_sent timestamptz, overdue integer)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select o.state, o.why_not, count(*)::int, min(o.due_at), max(o.sent_at),
    (count(*) filter (where o.state = 'waiting' and o.due_at < now() - interval '5 minutes'))::int
  from outbox o
  where o.partnership_id = (select m.partnership_id from app.me m where m.role = 'administrator')
    and (o.state in ('waiting', 'sending') or o.due_at > now() - interval '30 days')
  group by o.state, o.why_not
$$;--> statement-breakpoint

-- The link in a reminder, without signing in: it turns reminders off for whoever it was sent to, and does nothing else.
-- @return whether the link is one of ours
create function app.turn_off_reminders(link_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  o outbox%rowtype;
begin
  select * into o from outbox x where x.stop_hash = link_hash;
  if not found then
    return false;
  end if;
  update contact_preferences c set reminders = false, version = c.version + 1
  where c.partnership_id = o.partnership_id and c.person_id = o.person_id
    and c.relationship_id is not distinct from o.relationship_id and c.reminders;
  update outbox x set state = 'not-sent', why_not = 'turned-off'
  where x.partnership_id = o.partnership_id and x.person_id = o.person_id
    and x.relationship_id is not distinct from o.relationship_id and x.state = 'waiting';
  insert into app.audit_log (partnership_id, staff_id, act, outcome, person_id, record_id)
  values (o.partnership_id, null, 'turnOffReminders', 'done', o.person_id, o.id);
  return true;
end $$;--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array['outbox_due(integer)', 'note_job_run(text, boolean, text)', 'outbox_counts()', 'turn_off_reminders(bytea)'] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
  end loop;
end $$;--> statement-breakpoint
grant execute on function app.outbox_counts(), app.turn_off_reminders(bytea) to footpath_app;--> statement-breakpoint
revoke create on schema app from footpath_resolver;--> statement-breakpoint

-- The job runner: what is due, a session of the system actor, and that it ran.
grant usage on schema app to footpath_jobs;--> statement-breakpoint
grant execute on function app.outbox_due(integer), app.note_job_run(text, boolean, text), app.forget_day_old(), app.forget_old_drafts(),
  app.start_system_session(uuid, bytea, uuid) to footpath_jobs;
