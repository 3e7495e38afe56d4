-- Referrals from a file: what the referrals desk may learn about young people who are not yet within its reach, and no more.

alter table imported_referrals enable row level security;--> statement-breakpoint
alter table imported_referrals force row level security;--> statement-breakpoint
create policy resolver on imported_referrals to footpath_resolver using (true) with check (true);--> statement-breakpoint
create policy see on imported_referrals for select to footpath_app using (
  (select true from app.reach r where r.episode_id = imported_referrals.episode_id and r.partnership_id = imported_referrals.partnership_id limit 1));--> statement-breakpoint
create policy add on imported_referrals for insert to footpath_app with check (
  (select true from app.reach r where r.episode_id = imported_referrals.episode_id and r.partnership_id = imported_referrals.partnership_id limit 1));--> statement-breakpoint
create policy change on imported_referrals for update to footpath_app using (
  (select true from app.reach r where r.episode_id = imported_referrals.episode_id and r.partnership_id = imported_referrals.partnership_id limit 1));--> statement-breakpoint
grant insert, update on imported_referrals to footpath_app;--> statement-breakpoint

grant create on schema app to footpath_resolver;--> statement-breakpoint

-- Whether the acting person holds the referrals desk of a team today: the right belongs to the membership, not to the person.
create function app.holds_desk(team uuid) returns boolean
language sql stable security definer set search_path = app, public, pg_temp as $$
  select exists (
    select from app.me join memberships m
      on m.partnership_id = me.partnership_id and m.staff_id = me.staff_id and m.role = me.role
    where m.team_id = team and m.referrals_desk and team = any (me.team_ids)
      and m.from_day <= (now() at time zone 'Europe/London')::date
      and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date))
$$;--> statement-breakpoint
alter function app.holds_desk(uuid) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.holds_desk(uuid) from public;--> statement-breakpoint
grant execute on function app.holds_desk(uuid) to footpath_app, footpath_resolver;--> statement-breakpoint

drop policy mine on referral_imports;--> statement-breakpoint
create policy mine on referral_imports to footpath_app using (
  partnership_id = (select partnership_id from app.me) and app.holds_desk(team_id)) with check (
  partnership_id = (select partnership_id from app.me) and app.holds_desk(team_id));--> statement-breakpoint

drop policy mine on referral_import_rows;--> statement-breakpoint
create policy mine on referral_import_rows to footpath_app using (
  import_id = any ((select array_agg(i.id) from referral_imports i)::uuid[])
  and partnership_id = (select partnership_id from app.me)) with check (
  import_id = any ((select array_agg(i.id) from referral_imports i)::uuid[])
  and partnership_id = (select partnership_id from app.me));--> statement-breakpoint

-- Who the young people of a file are, by the sender's own number and by NHS number, so that a second record is never made.
-- Answers the referrals desk only, with an id and a birth date to compare: no name, no service, no word of the record.
create function app.match_people(team uuid, numbers text[], nhs_numbers text[])
returns table (by text, number text, person_id uuid, born date, nhs_number text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  -- One look-up by key for each number ("offset 0"): whatever the statistics say, never a pass over the partnership.
  select 'reference', f.number, p.id, p.born, p.nhs_number
  from app.me
  join teams t on t.partnership_id = me.partnership_id and t.id = team
  cross join unnest(numbers) as f (number)
  cross join lateral (
    select x.person_id from person_references x
    where x.partnership_id = me.partnership_id and x.organisation_id = t.organisation_id and x.reference = f.number offset 0
  ) r
  cross join lateral (
    select x.id, x.born, x.nhs_number from people x where x.partnership_id = me.partnership_id and x.id = r.person_id offset 0
  ) p
  where app.holds_desk(team)
  union all
  select 'nhs-number', f.number, p.id, p.born, p.nhs_number
  from app.me
  cross join unnest(nhs_numbers) as f (number)
  cross join lateral (
    select x.id, x.born, x.nhs_number from people x
    where x.partnership_id = me.partnership_id and x.nhs_number = f.number offset 0
  ) p
  where app.holds_desk(team)
$$;--> statement-breakpoint
alter function app.match_people(uuid, text[], text[]) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.match_people(uuid, text[], text[]) from public;--> statement-breakpoint
grant execute on function app.match_people(uuid, text[], text[]) to footpath_app;--> statement-breakpoint

-- Which referral numbers of a team are known already, even where the young person has since moved out of its reach.
create function app.known_referrals(team uuid, refs text[])
returns table (reference text, episode_id uuid, person_id uuid, status text, marks jsonb, in_reach boolean)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select f.reference, e.id, e.person_id, e.status, i.marks, i.marks is null or exists (
    select from app.reach r
    where r.partnership_id = me.partnership_id and r.episode_id = e.id and r.principal_id = any (me.principals)
      and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  from app.me
  cross join unnest(refs) as f (reference)
  left join lateral (
    select x.episode_id, x.marks from imported_referrals x
    where x.partnership_id = me.partnership_id and x.team_id = team and x.reference = f.reference offset 0
  ) i on true
  cross join lateral (
    (select x.id, x.person_id, x.status from episodes x
      where i.episode_id is not null and x.partnership_id = me.partnership_id and x.id = i.episode_id offset 0)
    union all
    (select x.id, x.person_id, x.status from episodes x
      where i.episode_id is null and x.partnership_id = me.partnership_id and x.team_id = team and x.reference = f.reference offset 0)
  ) e
  where app.holds_desk(team)
$$;--> statement-breakpoint
alter function app.known_referrals(uuid, text[]) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.known_referrals(uuid, text[]) from public;--> statement-breakpoint
grant execute on function app.known_referrals(uuid, text[]) to footpath_app;--> statement-breakpoint

-- The command on the server acts as a member of staff who holds a referrals desk, for a quarter of an hour, and is audited
-- as them. Only the owner of the tables may ask; it cannot read the session it opens.
create function app.open_desk_session(mail text, token_hash bytea) returns uuid
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  who record;
  made uuid := gen_random_uuid();
begin
  select s.partnership_id, s.id, m.role into who
  from staff s join memberships m on m.partnership_id = s.partnership_id and m.staff_id = s.id
  where lower(s.email) = lower(mail) and s.status = 'active' and s.kind = 'person' and m.referrals_desk and m.team_id is not null
    and m.from_day <= (now() at time zone 'Europe/London')::date
    and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  order by m.from_day limit 1;
  if not found then
    return null;
  end if;
  insert into app.sessions (token_hash, id, partnership_id, staff_id, role, stage, expires_at)
  values (token_hash, made, who.partnership_id, who.id, who.role, 'full', now() + interval '15 minutes');
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, detail)
  values (who.partnership_id, who.id, who.role, 'openDeskSession', 'done', '{}');
  return made;
end $$;--> statement-breakpoint
alter function app.open_desk_session(text, bytea) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.open_desk_session(text, bytea) from public;--> statement-breakpoint
grant execute on function app.open_desk_session(text, bytea) to footpath_owner;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
