-- Signing in: the only way to passwords, second steps and new sessions is through the functions below. The application's
-- role has no right to those tables. Each function finds out by itself who is asking, and decides by itself how much a new
-- session opens: nothing here is taken from the application's word except a password that it has verified.

grant create on schema app to footpath_resolver;--> statement-breakpoint
grant insert on partnerships, organisations to footpath_resolver;--> statement-breakpoint
-- Changing the acting role goes through app.switch_role, which looks at the roles held.
revoke update (role) on app.sessions from footpath_app;--> statement-breakpoint
-- Readiness compares what has run here with what the build expects.
grant usage on schema drizzle to footpath_app;--> statement-breakpoint
grant select on drizzle.__drizzle_migrations to footpath_app;--> statement-breakpoint

create function app.roles_held(partnership uuid, who uuid) returns table (role text, since date, team_id uuid)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select m.role, m.from_day, m.team_id from memberships m
  where m.partnership_id = partnership and m.staff_id = who and m.role <> 'system'
    and m.from_day <= (now() at time zone 'Europe/London')::date
    and (m.to_day is null or m.to_day > (now() at time zone 'Europe/London')::date)
  order by m.from_day, m.made_at, m.id
$$;--> statement-breakpoint

-- A new session with the first role held; noted in the audit. Called by the functions below and by nobody else.
create function app.open_session(partnership uuid, who uuid, session_hash bytea, session_id uuid, stage text, how text) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  acting text;
begin
  select r.role into acting from app.roles_held(partnership, who) r limit 1;
  if acting is null then
    return null;
  end if;
  insert into app.sessions (token_hash, id, partnership_id, staff_id, role, stage, expires_at)
  values (session_hash, session_id, partnership, who, acting, stage,
    -- Half-way in is not for long; the whole is twelve hours whatever happens.
    now() + case when stage = 'full' then interval '12 hours' else interval '30 minutes' end);
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, record_id, detail)
  values (partnership, who, acting, 'signIn', 'done', session_id, jsonb_build_object('how', how, 'stage', stage));
  return stage;
end $$;--> statement-breakpoint

-- What a sign-in with an e-mail address and password needs to know. One row or none.
create function app.sign_in_facts(address text) returns table (staff_id uuid, password_hash text, totp_secret text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select t.id, c.password_hash, case when c.totp_confirmed_at is not null then c.totp_secret end
  from staff t join app.credentials c on c.partnership_id = t.partnership_id and c.staff_id = t.id
  where lower(t.email) = lower(address) and t.status = 'active' and t.kind = 'person' and c.password_hash is not null
$$;--> statement-breakpoint

-- Starts a session after the application verified the password, and uses the code in the same breath: a time step or a
-- recovery code works once, however many processes are given it at the same moment.
-- @param verified the stored hash that the password was verified against: a password reset meanwhile ends the attempt
-- @returns the stage of the session, 'code-used' when the second step was not taken, or nothing
create function app.start_session(who uuid, verified text, session_hash bytea, session_id uuid, step integer, recovery bytea)
returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  c app.credentials%rowtype;
  wanted boolean;
begin
  select x.* into c from app.credentials x
  join staff t on t.partnership_id = x.partnership_id and t.id = x.staff_id
  where x.staff_id = who and x.password_hash = verified and t.status = 'active' and t.kind = 'person'
  for update of x;
  if not found then
    return null;
  end if;
  if c.totp_confirmed_at is not null then
    if step is not null then
      update app.credentials x set totp_last_step = step
      where x.partnership_id = c.partnership_id and x.staff_id = who and step > coalesce(x.totp_last_step, 0);
    else
      update app.recovery_codes r set used_at = now()
      where r.partnership_id = c.partnership_id and r.staff_id = who and r.code_hash = recovery and r.used_at is null;
    end if;
    if not found then
      return 'code-used';
    end if;
  end if;
  select p.second_step and not p.demonstration into wanted from partnerships p where p.id = c.partnership_id;
  return app.open_session(c.partnership_id, who, session_hash, session_id,
    case when c.must_change then 'password' when wanted and c.totp_confirmed_at is null then 'second-step' else 'full' end,
    case when c.totp_confirmed_at is null then 'password' when step is null then 'recovery-code' else 'code' end);
end $$;--> statement-breakpoint

-- Signing in at the organisation's own provider, which has already asked for its second step. The first time, someone is
-- known by an e-mail address that the provider has verified; from then on by issuer and subject only.
create function app.sign_in_elsewhere(issuer text, subject text, address text, verified boolean, session_hash bytea, session_id uuid)
returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  partnership uuid;
  who uuid;
begin
  select t.partnership_id, t.id into partnership, who
  from app.credentials c join staff t on t.partnership_id = c.partnership_id and t.id = c.staff_id
  where c.oidc_issuer = issuer and c.oidc_subject = subject and t.status = 'active' and t.kind = 'person';
  if who is null and verified and not exists (
    select from app.credentials c where c.oidc_issuer = issuer and c.oidc_subject = subject) then
    select t.partnership_id, t.id into partnership, who from staff t
    left join app.credentials c on c.partnership_id = t.partnership_id and c.staff_id = t.id
    where lower(t.email) = lower(address) and t.status = 'active' and t.kind = 'person' and c.oidc_subject is null
      and exists (select from app.roles_held(t.partnership_id, t.id));
    if who is not null then
      insert into app.credentials as c (partnership_id, staff_id, oidc_issuer, oidc_subject)
      values (partnership, who, issuer, subject)
      on conflict (partnership_id, staff_id) do update set oidc_issuer = excluded.oidc_issuer, oidc_subject = excluded.oidc_subject;
    end if;
  end if;
  if who is null then
    return null;
  end if;
  return app.open_session(partnership, who, session_hash, session_id, 'full', 'provider');
end $$;--> statement-breakpoint

-- The demonstration: invented people only, and only where the database itself carries the mark. Whoever has an e-mail
-- address there may be tried out.
create function app.demonstration_accounts() returns table (staff_id uuid, name text, job_title text, role text, team text, partnership text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select t.id, t.name, t.job_title, r.role, coalesce(x.name, ''), p.name
  from partnerships p join staff t on t.partnership_id = p.id
  cross join lateral (select * from app.roles_held(p.id, t.id) limit 1) r
  left join teams x on x.partnership_id = p.id and x.id = r.team_id
  where p.demonstration and t.status = 'active' and t.kind = 'person' and t.email is not null
  order by array_position(array['clinician', 'facilitator', 'team-lead', 'commissioner', 'privacy-officer', 'administrator'], r.role),
    t.made_at, t.name
$$;--> statement-breakpoint
create function app.start_demonstration_session(who uuid, session_hash bytea, session_id uuid) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  partnership uuid;
begin
  select p.id into partnership from staff t join partnerships p on p.id = t.partnership_id
  where t.id = who and p.demonstration and t.status = 'active' and t.kind = 'person' and t.email is not null;
  if partnership is null then
    return null;
  end if;
  return app.open_session(partnership, who, session_hash, session_id, 'full', 'demonstration');
end $$;--> statement-breakpoint

-- The session that is asking, also when it is only half-way in and opens nothing else.
create function app.my_sign_in() returns table (
  partnership_id uuid, staff_id uuid, session_id uuid, name text, email text, role text, stage text, demonstration boolean,
  password_hash text, totp_secret text, second_step boolean, second_step_wanted boolean, recovery_codes integer,
  recovery_codes_left integer)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select s.partnership_id, s.staff_id, s.id, t.name, t.email, s.role, s.stage, p.demonstration,
    c.password_hash, c.totp_secret, c.totp_confirmed_at is not null, p.second_step and not p.demonstration,
    (select count(*)::int from app.recovery_codes r where r.partnership_id = s.partnership_id and r.staff_id = s.staff_id),
    (select count(*)::int from app.recovery_codes r
      where r.partnership_id = s.partnership_id and r.staff_id = s.staff_id and r.used_at is null)
  from app.sessions s
  join staff t on t.partnership_id = s.partnership_id and t.id = s.staff_id
  join partnerships p on p.id = s.partnership_id
  left join app.credentials c on c.partnership_id = s.partnership_id and c.staff_id = s.staff_id
  where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now() and t.status = 'active'
    and s.seen_at > now() - make_interval(mins => p.idle_minutes)
    and case when s.stage = 'full' then exists (select from app.me)
      else exists (select from app.roles_held(s.partnership_id, s.staff_id) r where r.role = s.role) end
$$;--> statement-breakpoint

-- Moves a session that is half-way in to its next stage, under a new token: the old one is worth nothing from then on.
create function app.next_stage(of_session uuid, new_session bytea) returns text
language sql volatile security definer set search_path = app, public, pg_temp as $$
  update app.sessions s set token_hash = new_session, seen_at = now(),
    stage = case when p.second_step and not p.demonstration and c.totp_confirmed_at is null then 'second-step' else 'full' end,
    expires_at = s.made_at + case when p.second_step and not p.demonstration and c.totp_confirmed_at is null
      then interval '1 hour' else interval '12 hours' end
  from partnerships p, app.credentials c
  where s.id = of_session and p.id = s.partnership_id and c.partnership_id = s.partnership_id and c.staff_id = s.staff_id
  returning s.stage
$$;--> statement-breakpoint

-- Chooses one's own password. Every other session of the same person ends.
-- @param new_session the next token of a session in the stage 'password'; not used by a session that is all the way in
create function app.set_own_password(hash text, new_session bytea) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is null or me.stage = 'second-step' or hash not like '$argon2id$%' then
    return null;
  end if;
  insert into app.credentials as c (partnership_id, staff_id, password_hash) values (me.partnership_id, me.staff_id, hash)
  on conflict (partnership_id, staff_id) do update set password_hash = excluded.password_hash, must_change = false;
  update app.sessions s set revoked_at = now()
  where s.partnership_id = me.partnership_id and s.staff_id = me.staff_id and s.id <> me.session_id and s.revoked_at is null;
  if me.stage = 'full' then
    return 'full';
  end if;
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome)
  values (me.partnership_id, me.staff_id, me.role, 'chooseFirstPassword', 'done');
  return app.next_stage(me.session_id, new_session);
end $$;--> statement-breakpoint

-- The secret that the authenticator app is to be given: kept while it is not confirmed, so that reloading the page does
-- not make a scanned picture worthless.
create function app.begin_second_step(candidate text) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
  kept text;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'second-step' then
    return null;
  end if;
  insert into app.credentials as c (partnership_id, staff_id, totp_secret) values (me.partnership_id, me.staff_id, candidate)
  on conflict (partnership_id, staff_id) do update set totp_secret = coalesce(c.totp_secret, excluded.totp_secret)
    where c.totp_confirmed_at is null
  returning c.totp_secret into kept;
  return kept;
end $$;--> statement-breakpoint
create function app.confirm_second_step(step integer, new_session bytea) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'second-step' then
    return null;
  end if;
  update app.credentials c set totp_confirmed_at = now(), totp_last_step = step
  where c.partnership_id = me.partnership_id and c.staff_id = me.staff_id and c.totp_secret is not null
    and c.totp_confirmed_at is null;
  if not found then
    return null;
  end if;
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome)
  values (me.partnership_id, me.staff_id, me.role, 'confirmSecondStep', 'done');
  return app.next_stage(me.session_id, new_session);
end $$;--> statement-breakpoint

-- New recovery codes; the earlier ones stop working.
create function app.set_recovery_codes(hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'full' then
    return false;
  end if;
  delete from app.recovery_codes r where r.partnership_id = me.partnership_id and r.staff_id = me.staff_id;
  insert into app.recovery_codes (partnership_id, staff_id, code_hash)
  select me.partnership_id, me.staff_id, h from unnest(hashes) h;
  return true;
end $$;--> statement-breakpoint

-- Another of the roles held, under a new token.
create function app.switch_role(wanted text, new_session bytea) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'full'
    or not exists (select from app.roles_held(me.partnership_id, me.staff_id) r where r.role = wanted) then
    return false;
  end if;
  update app.sessions s set role = wanted, token_hash = new_session, seen_at = now() where s.id = me.session_id;
  return true;
end $$;--> statement-breakpoint

-- Signing out ends the session wherever it stands; a kept copy of the cookie opens nothing afterwards.
create function app.end_session() returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  ended app.sessions%rowtype;
begin
  update app.sessions s set revoked_at = now()
  where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8')) and s.revoked_at is null
  returning s.* into ended;
  if not found then
    return false;
  end if;
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, record_id)
  values (ended.partnership_id, ended.staff_id, ended.role, 'signOut', 'done', ended.id);
  return true;
end $$;--> statement-breakpoint

-- An administrator, face to face with the person: a temporary password, no second step any more, and every session ended.
-- Never for oneself: that would end the session that is asking.
create function app.reset_sign_in(who uuid, hash text) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  partnership uuid;
begin
  select t.partnership_id into partnership from staff t join app.me m on m.partnership_id = t.partnership_id
  where t.id = who and t.kind = 'person' and t.status <> 'left' and m.role = 'administrator' and m.staff_id <> who;
  if partnership is null or hash not like '$argon2id$%' then
    return false;
  end if;
  insert into app.credentials as c (partnership_id, staff_id, password_hash, must_change) values (partnership, who, hash, true)
  on conflict (partnership_id, staff_id) do update set password_hash = excluded.password_hash, must_change = true,
    totp_secret = null, totp_confirmed_at = null, totp_last_step = null;
  delete from app.recovery_codes r where r.partnership_id = partnership and r.staff_id = who;
  update app.sessions s set revoked_at = now()
  where s.partnership_id = partnership and s.staff_id = who and s.revoked_at is null;
  return true;
end $$;--> statement-breakpoint

-- `npm run admin:create`: a partnership, its system actor, its first organisation and its first administrator.
-- @returns nothing when a partnership of that name exists
create function app.create_partnership(
  partnership uuid, partnership_name text, organisation uuid, organisation_name text, organisation_kind text,
  administrator uuid, administrator_name text, address text, hash text) returns uuid
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  system_actor uuid := gen_random_uuid();
  today date := (now() at time zone 'Europe/London')::date;
begin
  perform pg_advisory_xact_lock(hashtextextended('create_partnership', 7));
  if exists (select from partnerships p where lower(btrim(p.name)) = lower(btrim(partnership_name))) then
    return null;
  end if;
  insert into partnerships (id, name) values (partnership, btrim(partnership_name));
  insert into organisations (partnership_id, id, name, kind) values (partnership, organisation, organisation_name, organisation_kind);
  insert into staff (partnership_id, id, organisation_id, name, email, kind) values
    (partnership, system_actor, null, 'Footpath', null, 'system'),
    (partnership, administrator, organisation, administrator_name, address, 'person');
  insert into memberships (partnership_id, id, staff_id, team_id, role, from_day) values
    (partnership, gen_random_uuid(), system_actor, null, 'system', today),
    (partnership, gen_random_uuid(), administrator, null, 'administrator', today);
  insert into app.credentials (partnership_id, staff_id, password_hash, must_change) values (partnership, administrator, hash, true);
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, record_id)
  values (partnership, system_actor, 'system', 'createPartnership', 'done', partnership);
  return partnership;
end $$;--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array[
    'roles_held(uuid, uuid)', 'open_session(uuid, uuid, bytea, uuid, text, text)', 'next_stage(uuid, bytea)',
    'sign_in_facts(text)', 'start_session(uuid, text, bytea, uuid, integer, bytea)',
    'sign_in_elsewhere(text, text, text, boolean, bytea, uuid)', 'demonstration_accounts()',
    'start_demonstration_session(uuid, bytea, uuid)', 'my_sign_in()', 'set_own_password(text, bytea)',
    'begin_second_step(text)', 'confirm_second_step(integer, bytea)', 'set_recovery_codes(bytea[])',
    'switch_role(text, bytea)', 'end_session()', 'reset_sign_in(uuid, text)',
    'create_partnership(uuid, text, uuid, text, text, uuid, text, text, text)'
  ] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    continue when f ~ '^(roles_held|open_session|next_stage|create_partnership)';
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
-- Owner of the tables and nobody else: this is how a partnership comes to be.
grant execute on function app.create_partnership(uuid, text, uuid, text, text, uuid, text, text, text) to footpath_owner;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
