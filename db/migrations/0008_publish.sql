-- Publishing: a short session for the system actor of a partnership, which only the owner of the tables can start.

grant create on schema app to footpath_resolver;--> statement-breakpoint

-- The partnerships of this database by name: for the owner's own tools, who must say for which of them they act.
create function app.partnerships_here() returns table (id uuid, name text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select p.id, p.name from partnerships p order by p.name
$$;--> statement-breakpoint

-- A quarter of an hour is longer than any job of the system actor takes.
-- @return whether the partnership has a system actor
create function app.start_system_session(partnership uuid, session_hash bytea, session_id uuid) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  actor uuid;
begin
  select m.staff_id into actor
  from memberships m join staff t on t.partnership_id = m.partnership_id and t.id = m.staff_id
  where m.partnership_id = partnership and m.role = 'system' and t.kind = 'system' and t.status = 'active'
    and m.from_day <= (now() at time zone 'Europe/London')::date
    and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  limit 1;
  if actor is null then
    return false;
  end if;
  insert into app.sessions (token_hash, id, partnership_id, staff_id, role, expires_at)
  values (session_hash, session_id, partnership, actor, 'system', now() + interval '15 minutes');
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, record_id)
  values (partnership, actor, 'system', 'startSystemSession', 'done', session_id);
  return true;
end $$;--> statement-breakpoint

alter function app.partnerships_here() owner to footpath_resolver;--> statement-breakpoint
alter function app.start_system_session(uuid, bytea, uuid) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.partnerships_here(), app.start_system_session(uuid, bytea, uuid) from public;--> statement-breakpoint
grant execute on function app.partnerships_here(), app.start_system_session(uuid, bytea, uuid) to footpath_owner;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
