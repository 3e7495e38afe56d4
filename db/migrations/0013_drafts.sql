-- What is typed and not saved yet.

alter table drafts enable row level security;--> statement-breakpoint
alter table drafts force row level security;--> statement-breakpoint
create policy resolver on drafts to footpath_resolver using (true) with check (true);--> statement-breakpoint
-- Its writer's alone, and only while the person it is about is within their reach: a draft is no way back into a record.
-- Never while the screen is handed over.
create policy mine on drafts to footpath_app using (
  (staff_id, partnership_id) = (select m.staff_id, m.partnership_id from app.me m where m.role <> 'in-room')
  and (person_id is null
    or (select true from app.reach r where r.person_id = drafts.person_id and r.partnership_id = drafts.partnership_id limit 1)
    or person_id = (select app.my_person_as('young-person', 'parent-or-carer')) and partnership_id = (select app.my_partnership())));--> statement-breakpoint
grant select, insert, delete on drafts to footpath_app;--> statement-breakpoint
grant update (input, basis, version, by_window, turn, saved_at) on drafts to footpath_app;--> statement-breakpoint
grant select, delete on drafts to footpath_resolver;--> statement-breakpoint
grant select on drafts to footpath_backup;--> statement-breakpoint

alter table app.held_texts enable row level security;--> statement-breakpoint
alter table app.held_texts force row level security;--> statement-breakpoint
create policy resolver on app.held_texts to footpath_resolver using (true) with check (true);--> statement-breakpoint
grant select, insert, delete on app.held_texts to footpath_resolver;--> statement-breakpoint
-- Nothing of it for the backup: it is sealed, and for an hour.

grant create on schema app to footpath_resolver;--> statement-breakpoint

-- Whether what a draft is about is a meeting that took place: its time has come, nobody cancelled it, and nobody wrote
-- down that the young person was not there.
create function app.of_a_meeting_held(partnership uuid, record uuid) returns boolean
language sql stable security definer set search_path = app, public, pg_temp as $$
  select exists (
    select from meetings m where m.partnership_id = partnership and m.id = record
      and m.starts_at <= now() and m.cancelled_at is null and (m.attendance is null or m.attendance = 'came'))
$$;--> statement-breakpoint

-- Drafts nobody came back to in fourteen days of London, and held texts after an hour. A draft of a meeting that took
-- place is never deleted by the clock. (lib/drafts/keeping.ts says the same; a test holds the two together.)
create function app.forget_old_drafts() returns integer
language sql volatile security definer set search_path = app, public, pg_temp as $$
  delete from app.held_texts where made_at <= now() - interval '1 hour';
  with gone as (
    delete from drafts d
    where (now() at time zone 'Europe/London')::date - (d.saved_at at time zone 'Europe/London')::date >= 14
      and not app.of_a_meeting_held(d.partnership_id, d.record_id)
    returning 1)
  select count(*)::int from gone
$$;--> statement-breakpoint

-- For a team lead: that a draft of a meeting has waited a week, whose it is and about whom; never a word of it.
create function app.drafts_waiting() returns table (person_id uuid, writer text, form text, begun timestamptz)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select d.person_id, s.name, d.form, d.made_at
  from app.me m
  join drafts d on d.partnership_id = m.partnership_id and d.staff_id <> m.staff_id
  join staff s on s.partnership_id = d.partnership_id and s.id = d.staff_id
  where m.role = 'team-lead'
    and (now() at time zone 'Europe/London')::date - (d.made_at at time zone 'Europe/London')::date >= 7
    and app.of_a_meeting_held(d.partnership_id, d.record_id)
    and exists (
      select from memberships b
      where b.partnership_id = d.partnership_id and b.staff_id = d.staff_id and b.team_id = any (m.team_ids)
        and b.from_day <= (now() at time zone 'Europe/London')::date
        and (b.to_day is null or b.to_day > (now() at time zone 'Europe/London')::date))
    and exists (
      select from app.reach r
      where r.partnership_id = d.partnership_id and r.person_id = d.person_id and r.principal_id = any (m.principals)
        and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  order by d.made_at
$$;--> statement-breakpoint

-- Somebody whose session ended signs in again on the page they are on: which e-mail address that page's account has. The
-- password and the code still decide.
create function app.sign_in_address(who uuid) returns text
language sql stable security definer set search_path = app, public, pg_temp as $$
  select t.email from staff t where t.id = who and t.status = 'active' and t.kind = 'person'
$$;--> statement-breakpoint

-- Without script: what was posted after the session had ended is kept sealed, so that the next page can show it again.
-- At most twenty for one account: nobody is signed in who asks for it.
create function app.hold_text(who uuid, held uuid, content bytea) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  partnership uuid;
begin
  select t.partnership_id into partnership from staff t where t.id = who and t.status = 'active';
  if partnership is null or octet_length(content) > 1000000 then
    return false;
  end if;
  insert into app.held_texts (partnership_id, id, staff_id, sealed) values (partnership, held, who, content);
  delete from app.held_texts h where h.staff_id = who and h.id not in (
    select x.id from app.held_texts x where x.staff_id = who order by x.made_at desc, x.id limit 20);
  return true;
end $$;--> statement-breakpoint
create function app.held_text(held uuid) returns table (staff_id uuid, sealed bytea, made_at timestamptz)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select h.staff_id, h.sealed, h.made_at from app.held_texts h
  where h.id = held and h.made_at > now() - interval '1 hour'
$$;--> statement-breakpoint
create function app.drop_held_text(held uuid) returns void
language sql volatile security definer set search_path = app, public, pg_temp as $$
  delete from app.held_texts h where h.id = held
$$;--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array[
    'of_a_meeting_held(uuid, uuid)', 'forget_old_drafts()', 'drafts_waiting()', 'sign_in_address(uuid)',
    'hold_text(uuid, uuid, bytea)', 'held_text(uuid)', 'drop_held_text(uuid)'
  ] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    continue when f ~ '^(of_a_meeting_held|forget_old_drafts)';
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
grant execute on function app.of_a_meeting_held(uuid, uuid), app.forget_old_drafts() to footpath_app;--> statement-breakpoint
grant execute on function app.forget_old_drafts() to footpath_sealer;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
