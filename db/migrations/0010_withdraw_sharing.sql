-- Withdrawing sharing ends every hand-over that rests on it (hazard H26), also one of an episode that whoever withdraws cannot
-- see: a young person who takes back their wish takes it back from the whole partnership. Two functions, for somebody within
-- whose reach the young person is: the first holds what rests on the entry and says what the rule of lib/handover needs, the
-- second does what was decided. All of it is one call, because each change may end the reach of whoever makes it.

grant create on schema app to footpath_resolver;--> statement-breakpoint
grant update (withdrawn_at, withdrawn_words) on sharing_entries to footpath_resolver;--> statement-breakpoint
grant update (state, ended_at, because_words) on handovers to footpath_resolver;--> statement-breakpoint
grant update (team_id) on episodes to footpath_resolver;--> statement-breakpoint
grant update (cancelled_at) on meetings to footpath_resolver;--> statement-breakpoint
grant insert on handover_steps to footpath_resolver;--> statement-breakpoint

-- Whether an active hand-over rests on a sharing entry: it was accepted under it, or the invitation went to the team it names.
-- Here once, because the page that warns and the act that stops must mean the same.
create function app.rests_on_entry(h handovers, s sharing_entries) returns boolean
language sql immutable as $$
  select h.state = 'active' and h.partnership_id = s.partnership_id and h.person_id = s.person_id
    and (h.sharing_entry_id = s.id or (s.purpose = 'handover' and h.to_team_id = s.recipient_team_id and h.invited_at is not null))
$$;--> statement-breakpoint
revoke execute on function app.rests_on_entry(handovers, sharing_entries) from public;--> statement-breakpoint
grant execute on function app.rests_on_entry(handovers, sharing_entries) to footpath_app, footpath_resolver;--> statement-breakpoint

-- The sharing entry, held, if its young person is within reach and nobody withdrew it yet.
create function app.entry_to_withdraw(entry uuid) returns setof sharing_entries
language sql volatile security definer set search_path = app, public, pg_temp as $$
  select s.* from sharing_entries s
  where s.id = entry and s.withdrawn_at is null and exists (
    select from app.me m join app.reach r on r.partnership_id = m.partnership_id and r.principal_id = any (m.principals)
    where m.partnership_id = s.partnership_id and r.person_id = s.person_id
      and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  for update of s
$$;--> statement-breakpoint

-- @return within_reach: whether whoever asks can see this hand-over themselves
create function app.resting_handovers(entry uuid) returns table (
  id uuid, step text, from_team_id uuid, sending_worker_id uuid, return_contact_id uuid, duty_staff_id uuid, within_reach boolean)
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
#variable_conflict use_column
declare
  s sharing_entries%rowtype;
begin
  select * into s from app.entry_to_withdraw(entry);
  if s.id is null then return; end if;
  perform from handovers h where app.rests_on_entry(h, s) order by h.id for no key update;
  return query
  select h.id, h.step, h.from_team_id, h.sending_worker_id, h.return_contact_id, t.duty_staff_id, exists (
    select from app.me m join app.reach r on r.partnership_id = m.partnership_id and r.principal_id = any (m.principals)
    where r.episode_id = h.episode_id and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  from handovers h join teams t on t.partnership_id = h.partnership_id and t.id = h.from_team_id
  where app.rests_on_entry(h, s) order by h.id;
end $$;--> statement-breakpoint

-- @param stops for each hand-over that rests on the entry: id, takes_back (a member of staff of the sending team), returned
-- (whether they become the named worker), step_words, task_words
-- @return how many hand-overs were stopped; null when there is nothing to withdraw
create function app.withdraw_sharing(entry uuid, said text, stops jsonb) returns integer
language plpgsql volatile security definer set search_path = app, public, pg_temp as $$
declare
  s sharing_entries%rowtype;
  h record;
  one jsonb;
  takes_back uuid;
  me app.me%rowtype;
  stopped integer := 0;
begin
  select * into me from app.me;
  select * into s from app.entry_to_withdraw(entry);
  if s.id is null then return null; end if;
  for h in
    select x.*, t.duty_staff_id from handovers x join teams t on t.partnership_id = x.partnership_id and t.id = x.from_team_id
    where app.rests_on_entry(x, s) order by x.id for no key update of x
  loop
    select value into one from jsonb_array_elements(stops) where value ->> 'id' = h.id::text;
    takes_back := (one ->> 'takes_back')::uuid;
    if takes_back is null or takes_back not in (h.return_contact_id, h.sending_worker_id, coalesce(h.duty_staff_id, h.return_contact_id)) then
      raise exception 'a hand-over that rests on this entry has nobody who takes them back' using errcode = 'check_violation';
    end if;
    insert into handover_steps (partnership_id, id, handover_id, episode_id, person_id, what, words, by_staff_id)
    values (s.partnership_id, gen_random_uuid(), h.id, h.episode_id, s.person_id, 'stopped', one ->> 'step_words', me.staff_id);
    insert into tasks (partnership_id, id, episode_id, person_id, for_staff_id, kind, words, due_on)
    values (s.partnership_id, gen_random_uuid(), h.episode_id, s.person_id, takes_back, 'sharing-withdrawn', one ->> 'task_words',
      (now() at time zone 'Europe/London')::date);
    -- Nobody waits in a room for someone whose team no longer takes part.
    update meetings m set cancelled_at = now(), version = m.version + 1
    where m.partnership_id = s.partnership_id and m.episode_id = h.episode_id and m.starts_at > now() and m.cancelled_at is null
      and h.receiving_worker_id in (m.with_staff_id, m.also_staff_id);
    update handovers x set state = 'stopped', ended_at = now(), because_words = said, version = x.version + 1
    where x.partnership_id = s.partnership_id and x.id = h.id;
    if (one ->> 'returned')::boolean then
      update episodes e set named_worker_id = takes_back, team_id = h.from_team_id, version = e.version + 1
      where e.partnership_id = s.partnership_id and e.id = h.episode_id and e.status = 'open';
    end if;
    stopped := stopped + 1;
  end loop;
  update sharing_entries x set withdrawn_at = now(), withdrawn_words = said
  where x.partnership_id = s.partnership_id and x.id = s.id;
  return stopped;
end $$;--> statement-breakpoint

alter function app.entry_to_withdraw(uuid) owner to footpath_resolver;--> statement-breakpoint
alter function app.resting_handovers(uuid) owner to footpath_resolver;--> statement-breakpoint
alter function app.withdraw_sharing(uuid, text, jsonb) owner to footpath_resolver;--> statement-breakpoint
revoke execute on function app.entry_to_withdraw(uuid), app.resting_handovers(uuid), app.withdraw_sharing(uuid, text, jsonb) from public;--> statement-breakpoint
grant execute on function app.resting_handovers(uuid), app.withdraw_sharing(uuid, text, jsonb) to footpath_app;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
