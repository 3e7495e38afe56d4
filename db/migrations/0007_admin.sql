-- Administrators look after people and teams and see no records. What they must know about records (how many young people
-- are with someone, whether a team may close) is counted here, and what must be moved is moved here, without showing anybody.

grant create on schema app to footpath_resolver;--> statement-breakpoint
grant update (named_worker_id, version) on episodes to footpath_resolver;--> statement-breakpoint
grant update (sending_worker_id, receiving_worker_id, return_contact_id, version) on handovers to footpath_resolver;--> statement-breakpoint
grant update (with_staff_id, also_staff_id, version) on meetings to footpath_resolver;--> statement-breakpoint
grant insert, update (for_staff_id) on tasks to footpath_resolver;--> statement-breakpoint
-- Only so that the trigger below may hold the row still while it looks.
grant update (version) on staff to footpath_resolver;--> statement-breakpoint
-- Settings, and nothing else about a partnership: the demonstration's mark and the name are the owner's.
revoke update on partnerships from footpath_app;--> statement-breakpoint
grant update (idle_minutes, hidden_limit, come_back_months, second_step, version) on partnerships to footpath_app;--> statement-breakpoint

-- Every place somebody has beside a young person: named worker, or a part in a hand-over under way.
-- @param team only places held for this team; empty for all
create function app.places_of(partnership uuid, who uuid, team uuid) returns table (
  episode_id uuid, person_id uuid, handover_id uuid, place_team_id uuid)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select * from (
    select e.id, e.person_id, h.id as handover_id,
      case when h.receiving_worker_id = who then h.to_team_id
        when who in (h.sending_worker_id, h.return_contact_id) then h.from_team_id
        else e.team_id end as place_team_id
    from episodes e
    left join handovers h on h.partnership_id = e.partnership_id and h.episode_id = e.id and h.state = 'active'
    where e.partnership_id = partnership and e.status = 'open'
      and who in (e.named_worker_id, h.sending_worker_id, h.receiving_worker_id, h.return_contact_id)
  ) x
  where team is null or x.place_team_id = team
$$;--> statement-breakpoint

create function app.young_people_with(who uuid, team uuid) returns integer
language sql stable security definer set search_path = app, public, pg_temp as $$
  select count(distinct p.person_id)::int
  from app.me m cross join lateral app.places_of(m.partnership_id, who, team) p
  where m.role = 'administrator'
$$;--> statement-breakpoint

-- What keeps a team open.
create function app.held_by_team(team uuid) returns table (open integer, waiting integer, handovers integer)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select
    (select count(*)::int from episodes e where e.partnership_id = m.partnership_id and e.team_id = team and e.status = 'open'),
    (select count(*)::int from episodes e where e.partnership_id = m.partnership_id and e.team_id = team and e.status = 'waiting'),
    (select count(*)::int from handovers h where h.partnership_id = m.partnership_id and h.state = 'active'
      and team in (h.from_team_id, h.to_team_id))
  from app.me m where m.role = 'administrator'
$$;--> statement-breakpoint

-- Puts the duty worker of the team in every place somebody has, with their open tasks and the meetings still to come. Each
-- young person whose record this changes has an audit row of their own.
-- @returns how many young people, and the teams that have no duty worker who could take them (then undo everything)
create function app.give_to_duty_worker(who uuid, team uuid) returns table (given integer, without text[])
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me app.me%rowtype;
  who_name text;
  place record;
  duty uuid;
  today date := (now() at time zone 'Europe/London')::date;
begin
  given := 0;
  without := array[]::text[];
  select * into me from app.me m where m.role = 'administrator';
  select s.name into who_name from staff s where s.partnership_id = me.partnership_id and s.id = who;
  if who_name is null then
    return next;
    return;
  end if;
  for place in select * from app.places_of(me.partnership_id, who, team) p order by p.episode_id loop
    -- Two administrators at once take turns on an episode.
    perform from episodes e where e.partnership_id = me.partnership_id and e.id = place.episode_id for update;
    select t.duty_staff_id into duty from teams t
    join staff s on s.partnership_id = t.partnership_id and s.id = t.duty_staff_id and s.status = 'active'
    where t.partnership_id = me.partnership_id and t.id = place.place_team_id and t.duty_staff_id <> who
      and exists (
        select from memberships m where m.partnership_id = t.partnership_id and m.team_id = t.id and m.staff_id = t.duty_staff_id
          and m.role in ('clinician', 'facilitator', 'team-lead') and m.from_day <= today and (m.to_day is null or m.to_day > today));
    if duty is null then
      without := without || (select t.name from teams t where t.partnership_id = me.partnership_id and t.id = place.place_team_id);
      continue;
    end if;
    update handovers h set version = h.version + 1,
      sending_worker_id = case when h.sending_worker_id = who then duty else h.sending_worker_id end,
      receiving_worker_id = case when h.receiving_worker_id = who then duty else h.receiving_worker_id end,
      return_contact_id = case when h.return_contact_id = who then duty else h.return_contact_id end
    where h.partnership_id = me.partnership_id and h.id = place.handover_id;
    update episodes e set named_worker_id = duty, version = e.version + 1
    where e.partnership_id = me.partnership_id and e.id = place.episode_id and e.named_worker_id = who;
    update meetings x set version = x.version + 1,
      with_staff_id = case when x.with_staff_id = who then duty else x.with_staff_id end,
      also_staff_id = case when x.also_staff_id = who then nullif(duty, x.with_staff_id) else x.also_staff_id end
    where x.partnership_id = me.partnership_id and x.episode_id = place.episode_id and who in (x.with_staff_id, x.also_staff_id)
      and x.starts_at > now() and x.cancelled_at is null;
    update tasks x set for_staff_id = duty
    where x.partnership_id = me.partnership_id and x.episode_id = place.episode_id and x.for_staff_id = who and x.done_at is null;
    insert into tasks (partnership_id, id, episode_id, person_id, for_staff_id, kind, words, due_on)
    values (me.partnership_id, gen_random_uuid(), place.episode_id, place.person_id, duty, 'given-to-you',
      'You stand in for ' || who_name || ' now. Say hello, and decide together who carries on.', today);
    insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, record_id, detail)
    values (me.partnership_id, me.staff_id, me.role, 'givenToDutyWorker', 'done', place.person_id, place.episode_id,
      jsonb_build_object('from', who, 'to', duty));
    given := given + 1;
  end loop;
  -- Meetings and tasks beside young people whose named worker is somebody else go to that worker.
  if team is null then
    update meetings x set with_staff_id = e.named_worker_id, version = x.version + 1
    from episodes e
    where e.partnership_id = me.partnership_id and e.id = x.episode_id and e.status = 'open' and e.named_worker_id <> who
      and x.partnership_id = e.partnership_id and x.with_staff_id = who and x.starts_at > now() and x.cancelled_at is null;
    update meetings x set also_staff_id = null, version = x.version + 1
    where x.partnership_id = me.partnership_id and x.also_staff_id = who and x.starts_at > now() and x.cancelled_at is null;
    update tasks x set for_staff_id = e.named_worker_id
    from episodes e
    where e.partnership_id = me.partnership_id and e.id = x.episode_id and e.status = 'open' and e.named_worker_id <> who
      and x.partnership_id = e.partnership_id and x.for_staff_id = who and x.done_at is null;
  end if;
  without := array(select distinct unnest(without) order by 1);
  return next;
end $$;--> statement-breakpoint

-- Someone who left signs in nowhere: password, second step and the tie to another provider are gone.
create function app.forget_sign_in(who uuid) returns void
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  partnership uuid;
begin
  select s.partnership_id into partnership from staff s join app.me m on m.partnership_id = s.partnership_id
  where s.id = who and s.status = 'left' and m.role = 'administrator' and m.staff_id <> who;
  delete from app.recovery_codes r where r.partnership_id = partnership and r.staff_id = who;
  delete from app.credentials c where c.partnership_id = partnership and c.staff_id = who;
end $$;--> statement-breakpoint

-- How far the audit log is sealed, and how many rows of one's own partnership wait for the next seal.
create function app.seal_state() returns table (sealed_at timestamptz, waiting integer)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select (select x.at from app.audit_seals x order by x.seq desc limit 1), (
    select count(*)::int from app.audit_log a
    where a.xid >= coalesce((select x.to_xid from app.audit_seals x order by x.seq desc limit 1), '0'::xid8)
      and a.partnership_id = m.partnership_id)
  from app.me m where m.role in ('privacy-officer', 'administrator')
$$;--> statement-breakpoint

-- Nobody who has left becomes a named worker. The row of staff is held while we look, so that leaving and naming at the same
-- moment take turns.
create function app.named_worker_is_here() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
declare
  standing text;
begin
  select s.status into standing from staff s
  where s.partnership_id = new.partnership_id and s.id = new.named_worker_id for share;
  if standing = 'left' then
    raise exception 'a named worker has not left' using errcode = 'check_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger named_worker_is_here before insert or update of named_worker_id on episodes
  for each row when (new.named_worker_id is not null) execute function app.named_worker_is_here();--> statement-breakpoint

-- A commissioner never holds a role that opens records, nor the other way round, not even for one day.
create function app.commissioner_opens_no_record() returns trigger
language plpgsql security definer set search_path = app, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.staff_id::text, 11));
  if exists (
    select from memberships x
    where x.partnership_id = new.partnership_id and x.staff_id = new.staff_id and x.id <> new.id
      and (x.to_day is null or x.to_day > new.from_day) and (new.to_day is null or new.to_day > x.from_day)
      and 'commissioner' in (x.role, new.role)
      and (x.role in ('clinician', 'facilitator', 'team-lead') or new.role in ('clinician', 'facilitator', 'team-lead'))
  ) then
    raise exception 'a commissioner holds no role that opens records' using errcode = 'check_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger commissioner_opens_no_record before insert or update of role, from_day, to_day on memberships
  for each row execute function app.commissioner_opens_no_record();--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array[
    'places_of(uuid, uuid, uuid)', 'young_people_with(uuid, uuid)', 'held_by_team(uuid)', 'give_to_duty_worker(uuid, uuid)',
    'forget_sign_in(uuid)', 'seal_state()', 'named_worker_is_here()', 'commissioner_opens_no_record()'
  ] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    continue when f ~ '^(places_of|named_worker|commissioner)';
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
