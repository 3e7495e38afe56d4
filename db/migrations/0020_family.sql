-- Parents and carers see what was allowed, item by item; a young person sees who can see what; help lines are the service's own.
grant create on schema app to footpath_resolver;--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['capacity_decisions', 'allowances', 'help_lines', 'worker_cards'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy resolver on %s to footpath_resolver using (true) with check (true)', t);
    execute format('grant select, insert on %s to footpath_app', t);
    execute format('grant select on %s to footpath_resolver, footpath_backup', t);
  end loop;
  foreach t in array array['capacity_decisions', 'allowances'] loop
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
  end loop;
end $$;--> statement-breakpoint
create trigger append_only before update or delete on capacity_decisions for each row execute function app.never_changed();--> statement-breakpoint
create trigger append_only_whole before truncate on capacity_decisions for each statement execute function app.never_changed();--> statement-breakpoint
create trigger never_deleted before delete on allowances for each row execute function app.never_changed();--> statement-breakpoint
create trigger never_deleted_whole before truncate on allowances for each statement execute function app.never_changed();--> statement-breakpoint

-- An allowance ends, once; nothing else of it ever changes. A worker ends it within reach, the young person always.
grant update (ended_at, ended_by, ended_because) on allowances to footpath_app;--> statement-breakpoint
create policy change on allowances for update to footpath_app using (
  (select true from app.reach r where r.person_id = allowances.person_id and r.partnership_id = allowances.partnership_id limit 1));--> statement-breakpoint
create policy account on allowances for select to footpath_app using (
  person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy account_change on allowances for update to footpath_app using (
  person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create function app.allowance_only_ended() returns trigger
language plpgsql as $$
begin
  if old.ended_at is null and new.ended_at is not null
    and to_jsonb(old) - array['ended_at', 'ended_by', 'ended_because'] = to_jsonb(new) - array['ended_at', 'ended_by', 'ended_because'] then
    return new;
  end if;
  raise exception 'what was allowed stays written down' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger only_ended before update on allowances for each row execute function app.allowance_only_ended();--> statement-breakpoint

-- What a parent or carer who is asking may see today. Worked out anew each time: ending an allowance closes it at once.
create function app.my_allowances() returns table (
  partnership_id uuid, person_id uuid, relationship_id uuid, item text, item_id uuid, section text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select a.partnership_id, a.person_id, a.relationship_id, a.item, a.item_id, a.section
  from app.me m
  join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id
  join allowances a on a.partnership_id = m.partnership_id and a.person_id = m.person_id and a.relationship_id = s.relationship_id
  where m.role = 'parent-or-carer' and a.ended_at is null
    and a.from_day <= (now() at time zone 'Europe/London')::date
    and (a.to_day is null or a.to_day > (now() at time zone 'Europe/London')::date)
$$;--> statement-breakpoint
-- The same for policies, asked once for a statement: the goals they may see, and whether they may see a thing at all.
create function app.my_allowed_goals() returns uuid[]
language sql stable security definer set search_path = app, public, pg_temp as $$
  select array(
    select g.id from app.my_allowances() a
    join goals g on g.partnership_id = a.partnership_id and g.person_id = a.person_id
      and (a.item = 'goals' or (a.item = 'goal' and a.item_id = g.id)))
$$;--> statement-breakpoint
-- @returns the young person, where this was allowed
create function app.my_allowed_person(thing text) returns uuid
language sql stable security definer set search_path = app, public, pg_temp as $$
  select a.person_id from app.my_allowances() a where a.item = thing limit 1
$$;--> statement-breakpoint
create function app.my_relationship() returns uuid
language sql stable security definer set search_path = app, public, pg_temp as $$
  select s.relationship_id from app.me m
  join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id where m.role = 'parent-or-carer'
$$;--> statement-breakpoint

create policy allowed on goals for select to footpath_app using (id = any ((select app.my_allowed_goals())::uuid[]));--> statement-breakpoint
-- Whether a rating was put right or taken back: a parent or carer then sees neither it nor why.
create function app.put_right(rating uuid, partnership uuid) returns boolean
language sql stable security definer set search_path = app, public, pg_temp as $$
  select exists (select from corrections c where c.partnership_id = partnership and c.record_id = rating)
$$;--> statement-breakpoint
-- Their own ratings, and the young person's where that was allowed too; always only of goals they may see.
create policy allowed on ratings for select to footpath_app using (
  goal_id = any ((select app.my_allowed_goals())::uuid[])
  and ((rater = 'parent-or-carer' and by_staff_id = (select app.my_staff()))
    or (rater = 'young-person' and person_id = (select app.my_allowed_person('ratings'))))
  and not app.put_right(id, partnership_id));--> statement-breakpoint
create policy account_allowed_add on ratings for insert to footpath_app with check (
  rater = 'parent-or-carer' and by_staff_id = (select app.my_staff())
  and partnership_id = (select app.my_partnership_as('parent-or-carer'))
  and goal_id = any ((select app.my_allowed_goals())::uuid[]));--> statement-breakpoint
create policy allowed on meetings for select to footpath_app using (
  person_id = (select app.my_allowed_person('meetings')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy allowed on allowances for select to footpath_app using (
  relationship_id = (select app.my_relationship()) and partnership_id = (select app.my_partnership()));--> statement-breakpoint

-- For a parent or carer who is asking: what their child is called, and nothing else of the person's row.
create function app.my_child() returns table (person_id uuid, known_as text, relationship_id uuid)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select p.id, coalesce(nullif(btrim(p.known_as), ''), p.given_name), s.relationship_id
  from app.me m
  join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id
  join people p on p.partnership_id = m.partnership_id and p.id = m.person_id
  where m.role = 'parent-or-carer'
$$;--> statement-breakpoint

-- The open episode of that child, held until the transaction ends, so that a rating and an ending take turns.
create function app.my_childs_open_episode() returns uuid
language sql volatile security definer set search_path = app, public, pg_temp as $$
  select e.id from episodes e
  join app.me m on m.partnership_id = e.partnership_id and m.person_id = e.person_id and m.role = 'parent-or-carer'
  where e.status = 'open' for no key update of e
$$;--> statement-breakpoint

-- Of the plan as it stands: the lines the young person shares with this parent or carer, and the parts that were allowed.
create function app.my_childs_plan_lines() returns table (kind text, section text, words text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select v.kind, part.key, line.value ->> 'words'
  from app.my_child() c
  join lateral (
    select distinct on (x.kind) x.* from plan_versions x
    where x.partnership_id = (select app.my_partnership()) and x.person_id = c.person_id
    order by x.kind, x.number desc
  ) v on true
  cross join lateral jsonb_each(v.sections) part
  cross join lateral jsonb_array_elements(part.value) with ordinality line (value, place)
  where exists (
      select from plan_line_shares s
      where s.partnership_id = v.partnership_id and s.person_id = v.person_id and s.kind = v.kind
        and s.line_id = (line.value ->> 'id')::uuid and s.relationship_id = c.relationship_id and s.withdrawn_at is null)
    or (v.kind = 'wellbeing' and exists (
      select from app.my_allowances() a where a.person_id = v.person_id and a.item = 'plan-section' and a.section = part.key))
  order by v.kind desc, part.key, line.place
$$;--> statement-breakpoint

-- For a young person who is asking: which teams and people can open their record now, and why. Records opened in need are told
-- apart, because whether that may be said needs somebody's judgement first.
create function app.who_can_see_me() returns table (
  kind text, id uuid, name text, organisation text, because text, since timestamptz, until timestamptz)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select case when t.id is null then 'person' else 'team' end, r.principal_id, coalesce(t.name, s.name), o.name, r.because,
    min(r.from_at), case when bool_or(r.to_at is null) then null else max(r.to_at) end
  from app.me m
  join app.reach r on r.partnership_id = m.partnership_id and r.person_id = m.person_id
    and r.from_at <= now() and (r.to_at is null or r.to_at > now()) and r.because <> 'break-glass'
  left join teams t on t.partnership_id = r.partnership_id and t.id = r.principal_id
  left join staff s on s.partnership_id = r.partnership_id and s.id = r.principal_id
  left join organisations o on o.partnership_id = r.partnership_id and o.id = coalesce(t.organisation_id, s.organisation_id)
  where m.role = 'young-person'
  group by 1, r.principal_id, 3, o.name, r.because
$$;--> statement-breakpoint

-- Whether showing a record opened in need would be safe is judged in the review, with everything else, once.
create or replace function app.break_glass_only_reviewed() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reviewed_at is null and new.reviewed_at is not null and new.reviewed_by <> old.staff_id
    and to_jsonb(old) - array['reviewed_at', 'reviewed_by', 'review_words', 'kept_from_them']
      = to_jsonb(new) - array['reviewed_at', 'reviewed_by', 'review_words', 'kept_from_them'] then
    return new;
  end if;
  raise exception 'a record opened in need stays written down' using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
grant update (kept_from_them) on app.break_glass to footpath_app;--> statement-breakpoint

-- For a young person who is asking: who has looked at their record, the newest first, one row for each person, day and thing.
-- What was done while the record was opened in need is shown once somebody judged that it may be.
create function app.who_looked_at_me(most integer) returns table (
  name text, role text, act text, at timestamptz, in_need boolean)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select s.name, max(a.role), a.act, max(a.at), bool_or(b.id is not null)
  from app.me m
  join app.audit_log a on a.partnership_id = m.partnership_id and a.person_id = m.person_id
  join staff s on s.partnership_id = a.partnership_id and s.id = a.staff_id and s.kind = 'person'
  left join lateral (
    select x.id, x.reviewed_at is not null and not x.kept_from_them as may_be_shown from app.break_glass x
    where x.partnership_id = a.partnership_id and x.person_id = a.person_id and x.staff_id = a.staff_id
      and a.at between x.from_at - interval '1 second' and x.to_at
    limit 1
  ) b on true
  where m.role = 'young-person' and a.outcome in ('opened', 'done') and coalesce(b.may_be_shown, true)
  group by s.id, s.name, a.act, (a.at at time zone 'Europe/London')::date
  order by max(a.at) desc
  limit most
$$;--> statement-breakpoint

-- Help lines are for everybody, before signing in too: those of whoever asks, else of the only partnership here.
create function app.shown_help_lines() returns table (
  name text, words text, hours text, kind text, contact text, text_word text, checked_on date)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select h.name, h.words, h.hours, h.kind, h.contact, h.text_word, h.checked_on
  from help_lines h
  where h.removed_at is null and h.partnership_id = coalesce(
    (select m.partnership_id from app.me m),
    (select (array_agg(p.id))[1] from partnerships p having count(*) = 1))
  order by h.position, h.made_at
$$;--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array['put_right(uuid, uuid)', 'my_allowances()', 'my_allowed_goals()', 'my_allowed_person(text)', 'my_relationship()', 'my_child()', 'my_childs_open_episode()', 'my_childs_plan_lines()', 'who_can_see_me()', 'who_looked_at_me(integer)', 'shown_help_lines()'] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
revoke create on schema app from footpath_resolver;--> statement-breakpoint

grant update on help_lines, worker_cards to footpath_app;--> statement-breakpoint
create policy see on help_lines for select to footpath_app using (partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy add on help_lines for insert to footpath_app with check (
  partnership_id = (select app.my_partnership_as('administrator')));--> statement-breakpoint
create policy change on help_lines for update to footpath_app using (
  partnership_id = (select app.my_partnership_as('administrator')));--> statement-breakpoint
create policy see on worker_cards for select to footpath_app using (partnership_id = (select app.my_partnership()));--> statement-breakpoint
create policy add on worker_cards for insert to footpath_app with check (
  partnership_id = (select app.my_partnership()) and staff_id = (select app.my_staff()));--> statement-breakpoint
create policy change on worker_cards for update to footpath_app using (
  partnership_id = (select app.my_partnership()) and staff_id = (select app.my_staff()));
