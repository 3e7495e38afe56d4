-- Meetings that are moved, and what a young person reads of the notes about them.

alter table meeting_changes enable row level security;--> statement-breakpoint
alter table meeting_changes force row level security;--> statement-breakpoint
create policy resolver on meeting_changes to footpath_resolver using (true) with check (true);--> statement-breakpoint
create policy see on meeting_changes for select to footpath_app using (
  (select true from app.reach r where r.episode_id = meeting_changes.episode_id and r.partnership_id = meeting_changes.partnership_id limit 1)
  or partnership_id = (select app.my_partnership_as('system')));--> statement-breakpoint
create policy add on meeting_changes for insert to footpath_app with check (
  (select true from app.reach r where r.episode_id = meeting_changes.episode_id and r.partnership_id = meeting_changes.partnership_id limit 1));--> statement-breakpoint
grant select, insert on meeting_changes to footpath_app;--> statement-breakpoint
grant select on meeting_changes to footpath_resolver, footpath_backup;--> statement-breakpoint
create trigger append_only before update or delete on meeting_changes for each row execute function app.never_changed();--> statement-breakpoint
create trigger append_only_whole before truncate on meeting_changes for each statement execute function app.never_changed();--> statement-breakpoint

-- What is written about them they read, unless whoever wrote it said why not.
create policy account on notes for select to footpath_app using (
  for_them and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint

-- When colleagues are busy. That somebody has a meeting then is for everyone who books one; with whom and why is not, so
-- that neither a name nor an id of the meeting's comes out.
-- @param except the meetings that are being booked anew
grant create on schema app to footpath_resolver;--> statement-breakpoint
create function app.busy(workers uuid[], starts timestamptz, ends timestamptz, except_ids uuid[]) returns table (
  staff_id uuid, starts_at timestamptz, minutes integer)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select distinct w.id, m.starts_at, m.minutes
  from app.me
  cross join unnest(workers) as w (id)
  cross join lateral (
    select x.* from meetings x where x.with_staff_id = w.id and x.starts_at < ends and x.starts_at > starts - interval '8 hours'
    union
    select x.* from meetings x where x.also_staff_id = w.id and x.starts_at < ends and x.starts_at > starts - interval '8 hours'
  ) m
  where me.role in ('clinician', 'facilitator', 'team-lead') and m.partnership_id = me.partnership_id
    and m.cancelled_at is null and m.attendance is null and m.id <> all (except_ids)
    and m.starts_at + make_interval(mins => m.minutes) > starts
  order by 2
$$;--> statement-breakpoint
alter function app.busy(uuid[], timestamptz, timestamptz, uuid[]) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.busy(uuid[], timestamptz, timestamptz, uuid[]) from public;--> statement-breakpoint
grant execute on function app.busy(uuid[], timestamptz, timestamptz, uuid[]) to footpath_app;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
