-- Finding a young person: near spellings within reach, and "already known here" for those who may register referrals.

grant create on schema app to footpath_resolver;--> statement-breakpoint

-- Searches are kept for a day, for whoever typed them.
alter table app.searches enable row level security;--> statement-breakpoint
alter table app.searches force row level security;--> statement-breakpoint
create policy resolver on app.searches to footpath_resolver using (true) with check (true);--> statement-breakpoint
create policy see on app.searches for select to footpath_app using (
  staff_id = (select staff_id from app.me) and made_at > now() - interval '1 day');--> statement-breakpoint
create policy add on app.searches for insert to footpath_app with check (
  partnership_id = (select partnership_id from app.me) and staff_id = (select staff_id from app.me));--> statement-breakpoint
grant select, insert on app.searches to footpath_app;--> statement-breakpoint
grant select, insert, update, delete on app.searches to footpath_resolver;--> statement-breakpoint
-- What is kept for a day: searched words, and what was sent with each form so that sending it twice makes one.
create function app.forget_day_old() returns void
language sql volatile security definer set search_path = app, public, pg_temp as $$
  delete from app.searches where made_at <= now() - interval '1 day';
  delete from app.idempotency_keys where made_at <= now() - interval '1 day'
$$;--> statement-breakpoint
alter function app.forget_day_old() owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.forget_day_old() from public;--> statement-breakpoint
grant execute on function app.forget_day_old() to footpath_app, footpath_sealer;--> statement-breakpoint

-- A name without capitals, accents, apostrophes or stops: O’Brien is found as obrien, Zoë as zoe.
create function app.plain(words text) returns text
language sql immutable parallel safe strict as $$
  select lower(regexp_replace(normalize(words, NFD), '[\u0300-\u036f''’`.]', '', 'g'))
$$;--> statement-breakpoint
revoke execute on function app.plain(text) from public;--> statement-breakpoint
grant execute on function app.plain(text) to footpath_app, footpath_resolver, footpath_backup;--> statement-breakpoint
-- Applies reach itself and first: a spelling is compared with the few hundred people within reach, never with everyone,
-- and nobody out of reach is ever found. (Through an index on all names a common first name costs many times more.)
create function app.search_people(nhs text, born_on date, words text) returns table (
  person_id uuid, given_name text, family_name text, known_as text, born date, nhs_number text)
language sql stable security definer
set search_path = app, public, pg_temp as $$
  with mine as materialized (
    select distinct r.partnership_id, r.person_id from app.me m
    join app.reach r on r.partnership_id = m.partnership_id and r.principal_id = any (m.principals)
    where r.from_at <= now() and (r.to_at is null or r.to_at > now())
  )
  select p.id, p.given_name, p.family_name, p.known_as, p.born, p.nhs_number
  from mine cross join lateral (
    select x.* from people x where x.partnership_id = mine.partnership_id and x.id = mine.person_id offset 0
  ) p
  where p.nhs_number = nhs or p.born = born_on
    or (words <> '' and word_similarity(app.plain(words), app.plain(p.given_name || ' ' || p.family_name || ' ' || p.known_as)) > 0.3)
  order by coalesce(p.nhs_number = nhs, false) desc,
    word_similarity(app.plain(words), app.plain(p.given_name || ' ' || p.family_name || ' ' || p.known_as))
      + coalesce(p.born = born_on, false)::int desc,
    p.family_name, p.given_name, p.id
  limit 25
$$;--> statement-breakpoint
alter function app.search_people(text, date, text) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.search_people(text, date, text) from public;--> statement-breakpoint
grant execute on function app.search_people(text, date, text) to footpath_app;--> statement-breakpoint

-- People of the partnership out of the asker's reach who are certainly, or by full name and birth date, the one typed.
-- A number that belongs to somebody with another birth date is nobody: a wrong digit must not join two people.
create function app.known_out_of_reach(nhs text, given text, family text, born_on date) returns setof uuid
language sql stable security definer set search_path = app, public, pg_temp as $$
  select p.id from app.me m join people p on p.partnership_id = m.partnership_id
  where p.born = born_on
    and (p.nhs_number = nhs
      or ((nhs is null or p.nhs_number is null)
        and app.plain(p.family_name) = app.plain(family)
        and app.plain(given) in (app.plain(p.given_name), app.plain(p.known_as))))
    and not exists (
      select from app.reach r where r.partnership_id = p.partnership_id and r.person_id = p.id
        and r.principal_id = any (m.principals) and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
$$;--> statement-breakpoint
alter function app.known_out_of_reach(text, text, text, date) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.known_out_of_reach(text, text, text, date) from public;--> statement-breakpoint

-- Sixty questions an hour are more than a referrals desk types, and too few to go through a list of names.
create index audit_log_known_here on app.audit_log (staff_id, at) where act = 'knownHere';--> statement-breakpoint
create function app.may_ask_known_here() returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  asker uuid;
begin
  select m.staff_id into asker from app.me m
  where m.role in ('clinician', 'facilitator', 'team-lead') or m.referrals_desk;
  if asker is null then return 'refused'; end if;
  perform pg_advisory_xact_lock(hashtextextended(asker::text, 8));
  if (select count(*) from app.audit_log a
      where a.staff_id = asker and a.act = 'knownHere' and a.at > clock_timestamp() - interval '1 hour') >= 60 then
    return 'throttled';
  end if;
  return 'yes';
end $$;--> statement-breakpoint
alter function app.may_ask_known_here() owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.may_ask_known_here() from public;--> statement-breakpoint

-- @returns 'here', 'no', 'throttled' or 'refused': never who, never which service. An NHS number that is taken is
-- 'here' whatever the birth date.
create function app.known_here(nhs text, given text, family text, born_on date) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  may text := app.may_ask_known_here();
  found_id uuid;
begin
  if may <> 'yes' then return may; end if;
  select x into found_id from app.known_out_of_reach(nhs, given, family, born_on) x limit 1;
  if found_id is null then
    select p.id into found_id from app.me m join people p on p.partnership_id = m.partnership_id and p.nhs_number = nhs
    where not exists (
      select from app.reach r where r.partnership_id = p.partnership_id and r.person_id = p.id
        and r.principal_id = any (m.principals) and r.from_at <= now() and (r.to_at is null or r.to_at > now()));
  end if;
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, detail)
  select m.partnership_id, m.staff_id, m.role, 'knownHere', 'done', found_id,
    jsonb_build_object('known', found_id is not null)
  from app.me m;
  return case when found_id is null then 'no' else 'here' end;
end $$;--> statement-breakpoint
alter function app.known_here(text, text, text, date) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.known_here(text, text, text, date) from public;--> statement-breakpoint
grant execute on function app.known_here(text, text, text, date) to footpath_app;--> statement-breakpoint

-- The one person a new referral may be joined to though out of reach; nothing when nobody fits, or more than one does.
create function app.attach_known(nhs text, given text, family text, born_on date) returns uuid
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  found_ids uuid[];
begin
  if app.may_ask_known_here() <> 'yes' then return null; end if;
  found_ids := array(select app.known_out_of_reach(nhs, given, family, born_on));
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, detail)
  select m.partnership_id, m.staff_id, m.role, 'knownHere', 'done',
    case when cardinality(found_ids) = 1 then found_ids[1] end,
    jsonb_build_object('known', cardinality(found_ids) > 0, 'attached', cardinality(found_ids) = 1)
  from app.me m;
  return case when cardinality(found_ids) = 1 then found_ids[1] end;
end $$;--> statement-breakpoint
alter function app.attach_known(text, text, text, date) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.attach_known(text, text, text, date) from public;--> statement-breakpoint
grant execute on function app.attach_known(text, text, text, date) to footpath_app;--> statement-breakpoint

revoke create on schema app from footpath_resolver;
