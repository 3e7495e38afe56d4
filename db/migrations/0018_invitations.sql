-- Accounts of young people, parents and carers: being invited, signing in by name, password or passkey, and handing over the
-- screen. As in 0003_sign_in.sql, what opens a session is decided in the functions below, each of which finds out by itself who
-- is asking. The application is believed in one thing: that a password, a code or a signature that it verified was right.

grant create on schema app to footpath_resolver;--> statement-breakpoint
grant update (name, sign_in_name, status) on staff to footpath_resolver;--> statement-breakpoint
grant update (to_day) on memberships to footpath_resolver;--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['invitations', 'account_endings', 'passkeys', 'passkey_challenges'] loop
    execute format('alter table app.%s enable row level security', t);
    execute format('alter table app.%s force row level security', t);
    execute format('create policy resolver on app.%s to footpath_resolver using (true) with check (true)', t);
    execute format('grant select on app.%s to footpath_backup', t);
    execute format('grant select, insert, update, delete on app.%s to footpath_resolver', t);
  end loop;
  foreach t in array array['invitations', 'account_endings'] loop
    execute format($p$create policy see on app.%1$s for select to footpath_app using (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format($p$create policy add on app.%1$s for insert to footpath_app with check (
      (select true from app.reach r where r.person_id = %1$s.person_id and r.partnership_id = %1$s.partnership_id limit 1)
      and by_staff_id = (select app.my_staff()))$p$, t);
  end loop;
end $$;--> statement-breakpoint
create policy change on app.invitations for update to footpath_app using (
  (select true from app.reach r where r.person_id = invitations.person_id and r.partnership_id = invitations.partnership_id limit 1));--> statement-breakpoint
create policy mine on app.passkeys for select to footpath_app using (
  staff_id = (select app.my_staff()) and (select app.my_person_as('young-person', 'parent-or-carer')) is not null);--> statement-breakpoint

-- The hashes of link and code, and the keys, are for the functions below alone.
grant select (partnership_id, id, person_id, relationship_id, account_id, tries_left, expires_at, used_at, withdrawn_at, by_staff_id, made_at)
  on app.invitations to footpath_app;--> statement-breakpoint
grant insert, update (withdrawn_at) on app.invitations to footpath_app;--> statement-breakpoint
grant select, insert on app.account_endings to footpath_app;--> statement-breakpoint
grant select (partnership_id, id, staff_id, name, made_at, last_used_at) on app.passkeys to footpath_app;--> statement-breakpoint
create trigger append_only before update or delete on app.account_endings for each row execute function app.never_changed();--> statement-breakpoint
create trigger append_only_whole before truncate on app.account_endings for each statement execute function app.never_changed();--> statement-breakpoint

-- A handed-over screen shows one rating page. What belongs to the worker whose session it is stays shut with everything else:
-- these tables open what is one's own by staff_id, which is still the worker's.
do $$
declare
  t text;
begin
  foreach t in array array['app.searches', 'app.break_glass', 'app.sessions'] loop
    execute format($p$create policy not_in_the_room on %s as restrictive to footpath_app using (
      (select app.my_person_as('in-room')) is null)$p$, t);
  end loop;
end $$;--> statement-breakpoint
create policy not_in_the_room on app.idempotency_keys as restrictive to footpath_app using (
  act in ('handOverScreen', 'rateInRoom') or (select app.my_person_as('in-room')) is null);--> statement-breakpoint

-- What an invitation's link is worth: nothing of whom it is for.
create function app.invitation_state(token bytea) returns text
language sql stable security definer set search_path = app, public, pg_temp as $$
  select case when i.used_at is not null then 'used' when i.withdrawn_at is not null then 'withdrawn'
    when i.expires_at <= now() then 'expired' when i.tries_left = 0 then 'dead' else 'open' end
  from app.invitations i where i.token_hash = token
$$;--> statement-breakpoint

-- Link and code together. A wrong code costs one of five tries, under a lock, however many are sent at once.
-- @returns 'right', 'wrong' or the state of a link that is worth nothing (any more), and for 'right' whom it is for
create function app.try_invitation(token bytea, code bytea) returns table (
  answer text, account_id uuid, kind text, known_as text, renewal boolean)
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  i app.invitations%rowtype;
begin
  select x.* into i from app.invitations x where x.token_hash = token for update;
  answer := coalesce(app.invitation_state(token), 'unknown');
  if answer <> 'open' then
    return next;
    return;
  end if;
  if i.code_hash <> code then
    update app.invitations x set tries_left = tries_left - 1 where x.partnership_id = i.partnership_id and x.id = i.id;
    insert into app.audit_log (partnership_id, act, outcome, person_id, record_id)
    values (i.partnership_id, 'enterInvitationCode', 'failed', i.person_id, i.id);
    answer := case when i.tries_left = 1 then 'dead' else 'wrong' end;
    return next;
    return;
  end if;
  answer := 'right';
  account_id := i.account_id;
  kind := case when i.relationship_id is null then 'young-person' else 'parent-or-carer' end;
  select coalesce(r.name, nullif(p.known_as, ''), p.given_name) into known_as
  from people p left join relationships r on r.partnership_id = p.partnership_id and r.id = i.relationship_id
  where p.partnership_id = i.partnership_id and p.id = i.person_id;
  renewal := exists (select from staff t where t.partnership_id = i.partnership_id and t.id = i.account_id and t.status = 'active');
  return next;
end $$;--> statement-breakpoint

-- Uses an invitation up: the account, its way in, and a first session. A renewed account keeps nothing of the old way in.
-- @param session_hash a first session; the link works once, so that a repeated press finds it used
-- @returns 'full', 'name-taken', or nothing when link and code open nothing (any more)
create function app.accept_invitation(
  token bytea, code bytea, name text, password text, credential bytea, public_key bytea, counter bigint, transports text[],
  device text, session_hash bytea, session_id uuid) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  i app.invitations%rowtype;
  tried record;
begin
  select * into tried from app.try_invitation(token, code);
  if tried.answer <> 'right' then
    return null;
  end if;
  if credential is null and (name is null or password is null or password not like '$argon2id$%') then
    return null;
  end if;
  select x.* into i from app.invitations x where x.token_hash = token;
  if i.relationship_id is not null and not exists (
    select from relationships r where r.partnership_id = i.partnership_id and r.id = i.relationship_id and r.ended_on is null) then
    return null;
  end if;
  begin
    if tried.renewal then
      update staff t set sign_in_name = accept_invitation.name, name = tried.known_as
      where t.partnership_id = i.partnership_id and t.id = i.account_id;
      delete from app.passkeys k where k.partnership_id = i.partnership_id and k.staff_id = i.account_id;
      update app.sessions s set revoked_at = now()
      where s.partnership_id = i.partnership_id and s.staff_id = i.account_id and s.revoked_at is null;
    else
      insert into staff (partnership_id, id, name, kind, person_id, relationship_id, sign_in_name)
      values (i.partnership_id, i.account_id, tried.known_as, tried.kind, i.person_id, i.relationship_id, accept_invitation.name);
      insert into memberships (partnership_id, id, staff_id, team_id, role, from_day)
      values (i.partnership_id, gen_random_uuid(), i.account_id, null, tried.kind, (now() at time zone 'Europe/London')::date);
    end if;
  exception when unique_violation then
    return 'name-taken';
  end;
  insert into app.credentials as c (partnership_id, staff_id, password_hash) values (i.partnership_id, i.account_id, password)
  on conflict (partnership_id, staff_id) do update set password_hash = excluded.password_hash;
  if credential is not null then
    insert into app.passkeys (partnership_id, id, staff_id, credential_id, public_key, counter, transports, name)
    values (i.partnership_id, gen_random_uuid(), i.account_id, credential, accept_invitation.public_key,
      accept_invitation.counter, accept_invitation.transports, device);
  end if;
  update app.invitations x set used_at = now() where x.partnership_id = i.partnership_id and x.id = i.id;
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, record_id)
  values (i.partnership_id, i.account_id, tried.kind, 'acceptInvitation', 'done', i.person_id, i.id);
  return app.open_session(i.partnership_id, i.account_id, session_hash, session_id, 'full', 'invitation');
end $$;--> statement-breakpoint

-- Ends an account of somebody within reach at once: its sessions, its ways in, its name.
create function app.end_account(account uuid) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  a staff%rowtype;
begin
  select t.* into a from staff t
  join app.me m on m.partnership_id = t.partnership_id and m.role in ('clinician', 'facilitator', 'team-lead')
  where t.id = account and t.kind in ('young-person', 'parent-or-carer') and t.status <> 'left'
    and exists (
      select from app.reach r where r.partnership_id = t.partnership_id and r.person_id = t.person_id
        and r.principal_id = any (m.principals) and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  for update of t;
  if not found then
    return false;
  end if;
  update staff t set status = 'left', sign_in_name = null where t.partnership_id = a.partnership_id and t.id = a.id;
  update memberships m set to_day = (now() at time zone 'Europe/London')::date
  where m.partnership_id = a.partnership_id and m.staff_id = a.id and m.to_day is null;
  update app.sessions s set revoked_at = now() where s.partnership_id = a.partnership_id and s.staff_id = a.id and s.revoked_at is null;
  delete from app.passkeys k where k.partnership_id = a.partnership_id and k.staff_id = a.id;
  delete from app.credentials c where c.partnership_id = a.partnership_id and c.staff_id = a.id;
  return true;
end $$;--> statement-breakpoint

-- Signing in: an e-mail address for those who work here, a name chosen for oneself for the others. No name has an @ in it.
create or replace function app.sign_in_facts(address text) returns table (staff_id uuid, password_hash text, totp_secret text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select t.id, c.password_hash, case when c.totp_confirmed_at is not null then c.totp_secret end
  from staff t join app.credentials c on c.partnership_id = t.partnership_id and c.staff_id = t.id
  where t.status = 'active' and c.password_hash is not null and (
    (lower(t.email) = lower(address) and t.kind = 'person')
    or (lower(t.sign_in_name) = lower(address) and t.kind in ('young-person', 'parent-or-carer')))
$$;--> statement-breakpoint

-- As before, for those who sign in by name too: they are asked for no second step.
create or replace function app.start_session(who uuid, verified text, session_hash bytea, session_id uuid, step integer, recovery bytea)
returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  c app.credentials%rowtype;
  works_here boolean;
  wanted boolean;
begin
  select x.* into c from app.credentials x
  join staff t on t.partnership_id = x.partnership_id and t.id = x.staff_id
  where x.staff_id = who and x.password_hash = verified and t.status = 'active' and t.kind <> 'system'
  for update of x;
  if not found then
    return null;
  end if;
  select t.kind = 'person' into works_here from staff t where t.partnership_id = c.partnership_id and t.id = who;
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
  select works_here and p.second_step and not p.demonstration into wanted from partnerships p where p.id = c.partnership_id;
  return app.open_session(c.partnership_id, who, session_hash, session_id,
    case when c.must_change then 'password' when wanted and c.totp_confirmed_at is null then 'second-step' else 'full' end,
    case when c.totp_confirmed_at is null then 'password' when step is null then 'recovery-code' else 'code' end);
end $$;--> statement-breakpoint

drop function app.my_sign_in();--> statement-breakpoint
-- The session that is asking, also when it is only half-way in, or handed over, and opens nothing else.
create function app.my_sign_in() returns table (
  partnership_id uuid, staff_id uuid, session_id uuid, name text, email text, sign_in_name text, kind text, role text, stage text,
  in_room_with uuid, demonstration boolean, password_hash text, totp_secret text, second_step boolean, second_step_wanted boolean,
  recovery_codes integer, recovery_codes_left integer, passkeys integer)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select s.partnership_id, s.staff_id, s.id, t.name, t.email, t.sign_in_name, t.kind, s.role, s.stage,
    s.in_room_with, p.demonstration,
    c.password_hash, c.totp_secret, c.totp_confirmed_at is not null, t.kind = 'person' and p.second_step and not p.demonstration,
    (select count(*)::int from app.recovery_codes r where r.partnership_id = s.partnership_id and r.staff_id = s.staff_id),
    (select count(*)::int from app.recovery_codes r
      where r.partnership_id = s.partnership_id and r.staff_id = s.staff_id and r.used_at is null),
    (select count(*)::int from app.passkeys k where k.partnership_id = s.partnership_id and k.staff_id = s.staff_id)
  from app.sessions s
  join staff t on t.partnership_id = s.partnership_id and t.id = s.staff_id
  join partnerships p on p.id = s.partnership_id
  left join app.credentials c on c.partnership_id = s.partnership_id and c.staff_id = s.staff_id
  where s.token_hash = sha256(convert_to(nullif(current_setting('app.session', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now() and t.status = 'active'
    and s.seen_at > now() - make_interval(mins => p.idle_minutes)
    and case when s.stage in ('full', 'in-room') then exists (select from app.me)
      else exists (select from app.roles_held(s.partnership_id, s.staff_id) r where r.role = s.role) end
$$;--> statement-breakpoint

-- As before, and never from a screen that is handed over.
create or replace function app.set_own_password(hash text, new_session bytea) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is null or me.stage not in ('full', 'password') or hash not like '$argon2id$%' then
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

-- Only where the database itself carries the mark.
create function app.may_be_tried_out(partnership uuid, who uuid) returns boolean
language sql stable security definer set search_path = app, public, pg_temp as $$
  select exists (
    select from staff t join partnerships p on p.id = t.partnership_id
    where t.partnership_id = partnership and t.id = who and p.demonstration and t.status = 'active' and (
      (t.kind = 'person' and t.email is not null)
      or (t.kind in ('young-person', 'parent-or-carer')
        and not exists (select from app.credentials c where c.partnership_id = partnership and c.staff_id = who))))
$$;--> statement-breakpoint
-- The demonstration's young person and parent too. Whoever was invited has a way in of their own and is not offered here.
create or replace function app.demonstration_accounts() returns table (staff_id uuid, name text, job_title text, role text, team text, partnership text)
language sql stable security definer set search_path = app, public, pg_temp as $$
  select t.id, t.name, t.job_title, r.role, coalesce(x.name, ''), p.name
  from partnerships p join staff t on t.partnership_id = p.id
  cross join lateral (select * from app.roles_held(p.id, t.id) limit 1) r
  left join teams x on x.partnership_id = p.id and x.id = r.team_id
  where p.demonstration and t.status = 'active' and app.may_be_tried_out(t.partnership_id, t.id)
  order by array_position(array['clinician', 'facilitator', 'team-lead', 'commissioner', 'privacy-officer', 'administrator',
    'young-person', 'parent-or-carer'], r.role), t.made_at, t.name
$$;--> statement-breakpoint
create or replace function app.start_demonstration_session(who uuid, session_hash bytea, session_id uuid) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  partnership uuid;
begin
  select t.partnership_id into partnership from staff t where t.id = who;
  if partnership is null or not app.may_be_tried_out(partnership, who) then
    return null;
  end if;
  return app.open_session(partnership, who, session_hash, session_id, 'full', 'demonstration');
end $$;--> statement-breakpoint
-- The screen in the young person's hands: the worker's session goes on under a new token, as one that opens the rating page of
-- this young person and nothing else (app.me says 'in-room'). The token from before is worth nothing.
create function app.hand_over_screen(person uuid, new_session bytea) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  m app.me%rowtype;
begin
  select * into m from app.me x where x.role in ('clinician', 'facilitator', 'team-lead');
  if not found or not exists (
    select from app.reach r where r.partnership_id = m.partnership_id and r.person_id = person
      and r.principal_id = any (m.principals) and r.from_at <= now() and (r.to_at is null or r.to_at > now())) then
    return false;
  end if;
  update app.sessions s set stage = 'in-room', in_room_with = person, token_hash = new_session, seen_at = now()
  where s.id = m.session_id;
  return true;
end $$;--> statement-breakpoint

-- Back to the worker, under a new token again.
-- @param verified the stored hash that a typed password was verified against; empty for a code
-- @param step the time step of a code from the authenticator app; empty for a password. With neither, only a worker of the
--   demonstration without any of the two passes back
-- @returns whose record it was, or nothing
create function app.pass_back(verified text, step integer, new_session bytea) returns uuid
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'in-room' then
    return null;
  end if;
  if verified is not null then
    perform from app.credentials c where c.partnership_id = me.partnership_id and c.staff_id = me.staff_id and c.password_hash = verified;
    if not found then
      return null;
    end if;
  elsif step is not null then
    update app.credentials c set totp_last_step = step
    where c.partnership_id = me.partnership_id and c.staff_id = me.staff_id and c.totp_confirmed_at is not null
      and step > coalesce(c.totp_last_step, 0);
    if not found then
      return null;
    end if;
  elsif me.password_hash is not null or me.second_step or not app.may_be_tried_out(me.partnership_id, me.staff_id) then
    return null;
  end if;
  update app.sessions s set stage = 'full', in_room_with = null, token_hash = new_session, seen_at = now() where s.id = me.session_id;
  insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, record_id, detail)
  values (me.partnership_id, me.staff_id, me.role, 'passBack', 'done', me.in_room_with, me.session_id,
    jsonb_build_object('how', case when verified is not null then 'password' when step is not null then 'code' else 'demonstration' end));
  return me.in_room_with;
end $$;--> statement-breakpoint

-- Passkeys. What is signed is a number that works once, for five minutes, for the browser, session or link it was made for.
create function app.keep_challenge(number bytea, bound bytea) returns void
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
begin
  delete from app.passkey_challenges c where c.expires_at < now();
  insert into app.passkey_challenges (challenge, bound_to) values (number, bound);
end $$;--> statement-breakpoint
create function app.take_challenge(number bytea, bound bytea) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
begin
  delete from app.passkey_challenges c where c.challenge = number and c.bound_to = bound and c.expires_at > now();
  return found;
end $$;--> statement-breakpoint

-- Accounts of young people, parents and carers only: those who work here sign in with a password and a second step.
create function app.passkey_facts(credential bytea) returns table (staff_id uuid, public_key bytea, counter bigint, transports text[])
language sql stable security definer set search_path = app, public, pg_temp as $$
  select t.id, k.public_key, k.counter, k.transports
  from app.passkeys k join staff t on t.partnership_id = k.partnership_id and t.id = k.staff_id
  where k.credential_id = credential and t.status = 'active' and t.kind in ('young-person', 'parent-or-carer')
$$;--> statement-breakpoint

-- Counts a signature that was verified. One whose counter does not go up, where there is one, comes from a copy.
-- @param verified the key it was verified with: one renewed meanwhile ends the attempt
create function app.use_passkey(credential bytea, verified bytea, signatures bigint) returns uuid
language sql volatile security definer set search_path = app, public, pg_temp as $$
  update app.passkeys k set counter = signatures, last_used_at = now()
  from staff t
  where k.credential_id = credential and k.public_key = verified and (signatures > k.counter or (signatures = 0 and k.counter = 0))
    and t.partnership_id = k.partnership_id and t.id = k.staff_id and t.status = 'active' and t.kind in ('young-person', 'parent-or-carer')
  returning k.staff_id
$$;--> statement-breakpoint
create function app.start_passkey_session(credential bytea, verified bytea, signatures bigint, session_hash bytea, session_id uuid) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  who uuid := app.use_passkey(credential, verified, signatures);
begin
  if who is null then
    return null;
  end if;
  return app.open_session((select t.partnership_id from staff t where t.id = who), who, session_hash, session_id, 'full', 'passkey');
end $$;--> statement-breakpoint

create function app.add_passkey(passkey uuid, credential bytea, key bytea, signatures bigint, ways text[], called text) returns boolean
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'full' or me.kind not in ('young-person', 'parent-or-carer') or me.passkeys >= 10 then
    return false;
  end if;
  insert into app.passkeys (partnership_id, id, staff_id, credential_id, public_key, counter, transports, name)
  values (me.partnership_id, passkey, me.staff_id, credential, key, signatures, ways, called)
  on conflict do nothing;
  return found;
end $$;--> statement-breakpoint
-- Never the last way in.
create function app.remove_passkey(passkey uuid) returns text
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  me record;
begin
  select * into me from app.my_sign_in();
  if me.stage is distinct from 'full' then
    return null;
  end if;
  perform from staff t where t.partnership_id = me.partnership_id and t.id = me.staff_id for update;
  if not exists (select from app.passkeys k where k.partnership_id = me.partnership_id and k.staff_id = me.staff_id and k.id = passkey) then
    return null;
  end if;
  if me.password_hash is null
    and (select count(*) from app.passkeys k where k.partnership_id = me.partnership_id and k.staff_id = me.staff_id) < 2 then
    return 'last';
  end if;
  delete from app.passkeys k where k.partnership_id = me.partnership_id and k.staff_id = me.staff_id and k.id = passkey;
  return 'done';
end $$;--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array[
    'invitation_state(bytea)', 'try_invitation(bytea, bytea)',
    'accept_invitation(bytea, bytea, text, text, bytea, bytea, bigint, text[], text, bytea, uuid)', 'end_account(uuid)',
    'sign_in_facts(text)', 'start_session(uuid, text, bytea, uuid, integer, bytea)', 'my_sign_in()', 'set_own_password(text, bytea)',
    'demonstration_accounts()', 'may_be_tried_out(uuid, uuid)', 'start_demonstration_session(uuid, bytea, uuid)',
    'hand_over_screen(uuid, bytea)', 'pass_back(text, integer, bytea)',
    'keep_challenge(bytea, bytea)', 'take_challenge(bytea, bytea)', 'passkey_facts(bytea)', 'use_passkey(bytea, bytea, bigint)',
    'start_passkey_session(bytea, bytea, bigint, bytea, uuid)', 'add_passkey(uuid, bytea, bytea, bigint, text[], text)',
    'remove_passkey(uuid)'
  ] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    continue when f ~ '^(may_be_tried_out|use_passkey)';
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
