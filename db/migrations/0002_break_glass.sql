-- Opening a record in need. The application cannot write app.break_glass itself: this function finds the one person by an
-- exact number, or a full name and date of birth, and writes the reason; a trigger then brings the record within reach.
-- Rights to make things in schema app are lent to the resolver for the length of this file.
grant create on schema app to footpath_resolver;--> statement-breakpoint
create function app.break_glass(entry uuid, nhs text, full_name text, born_on date, why text, minutes integer, tries integer)
returns table (outcome text, person_id uuid, until timestamptz)
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  who app.me%rowtype;
  matches uuid[];
  wanted text := lower(regexp_replace(btrim(full_name), '\s+', ' ', 'g'));
  ends timestamptz := now() + make_interval(mins => minutes);
begin
  select * into who from app.me m where m.role in ('clinician', 'facilitator', 'team-lead');
  if who.staff_id is null then
    return query select 'refused', null::uuid, null::timestamptz;
    return;
  end if;

  -- The latest rows only: one act among twenty thousand is within the hour in any partnership of this size.
  if (
    select count(*) from (
      select * from app.audit_log a where a.partnership_id = who.partnership_id order by a.id desc limit 20000
    ) recent
    where recent.staff_id = who.staff_id and recent.act = 'breakGlass' and recent.outcome = 'refused'
      and recent.at > now() - interval '1 hour'
  ) >= tries then
    return query select 'too-many', null::uuid, null::timestamptz;
    return;
  end if;

  select array_agg(p.id) into matches from people p
  where p.partnership_id = who.partnership_id
    and exists (select from episodes e where e.partnership_id = p.partnership_id and e.person_id = p.id)
    and case when nhs is not null then p.nhs_number = nhs
      else p.born = born_on and wanted in (
        lower(regexp_replace(btrim(p.given_name || ' ' || p.family_name), '\s+', ' ', 'g')),
        lower(regexp_replace(nullif(btrim(p.known_as), '') || ' ' || btrim(p.family_name), '\s+', ' ', 'g')))
      end;
  if matches is null then
    return query select 'no-match', null::uuid, null::timestamptz;
    return;
  end if;
  if cardinality(matches) > 1 then
    return query select 'several', null::uuid, null::timestamptz;
    return;
  end if;

  if exists (
    select from app.reach r where r.partnership_id = who.partnership_id and r.person_id = matches[1]
      and r.principal_id = any (who.principals) and r.from_at <= now() and (r.to_at is null or r.to_at > now())
  ) then
    return query select 'within-reach', matches[1], null::timestamptz;
    return;
  end if;

  insert into app.break_glass (partnership_id, id, person_id, staff_id, reason, from_at, to_at)
  values (who.partnership_id, entry, matches[1], who.staff_id, why, now(), ends);
  return query select 'opened', matches[1], ends;
end $$;--> statement-breakpoint
alter function app.break_glass(uuid, text, text, date, text, integer, integer) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.break_glass(uuid, text, text, date, text, integer, integer) from public;--> statement-breakpoint
grant execute on function app.break_glass(uuid, text, text, date, text, integer, integer) to footpath_app;--> statement-breakpoint
revoke create on schema app from footpath_resolver;--> statement-breakpoint

-- What was opened and why is never rewritten: only the look afterwards is added, once, and by somebody else.
create function app.break_glass_only_reviewed() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reviewed_at is null and new.reviewed_at is not null and new.reviewed_by <> old.staff_id
    and to_jsonb(old) - array['reviewed_at', 'reviewed_by', 'review_words']
      = to_jsonb(new) - array['reviewed_at', 'reviewed_by', 'review_words'] then
    return new;
  end if;
  raise exception 'a record opened in need stays written down' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger only_reviewed before update or delete on app.break_glass
  for each row execute function app.break_glass_only_reviewed();
