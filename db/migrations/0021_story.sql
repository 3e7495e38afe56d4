grant create on schema app to footpath_resolver;--> statement-breakpoint

-- The story of one young person, newest first: every kind of entry as rows of one shape. It keeps to what is within reach by
-- itself: the episodes within the reach of whoever asks, once, and then only what hangs on them (a test compares). In one
-- statement under row-level security the planner alone took longer than many pages, because every table brings its policies.
-- Each kind gives no more entries than are wanted, so that a long story costs little more than a short one; where the day is
-- that of the instant, the instant alone gives the order, which an index may have.
-- @param kinds null for every kind; the days, the writer and the place of the last entry of the page before: null for any
create function app.story(person uuid, kinds text[], first_day date, last_day date, writer uuid,
  after_on date, after_at timestamptz, after_id uuid, after_what text, at_most integer) returns table (
  id uuid, kind text, what text, "on" date, at timestamptz, by text, by_id uuid, said json)
language plpgsql stable security definer set search_path = app, public, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
#variable_conflict use_column
declare
  mine uuid;
  seen uuid[];
  their_goals uuid[];
begin
  select m.partnership_id, array(
    select distinct r.episode_id from app.reach r
    where r.partnership_id = m.partnership_id and r.person_id = person and r.principal_id = any (m.principals)
      and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  into mine, seen from app.me m;
  if mine is null or cardinality(seen) = 0 then
    return;
  end if;
  their_goals := array(
    select g.id from goals g where g.partnership_id = mine and g.person_id = person and g.episode_id = any (seen));
  return query
  select e.id, e.kind, e.what, e."on", e.at, coalesce(b.name, ''), e.by_id, e.said
  from (
    select * from (
    (select * from (
    select n.id, 'note', '', n.happened_on, n.made_at, n.by_staff_id, json_build_object('words', n.words, 'forThem', n.for_them,
      'writtenAt', n.made_at, 'corrected', (select json_build_object('because', c.because, 'undo', c.undo, 'replacedBy', c.replaced_by, 'on', (c.made_at at time zone 'Europe/London')::date,
      'by', (select x.name from staff x where x.partnership_id = c.partnership_id and x.id = c.by_staff_id))
    from corrections c where c.partnership_id = n.partnership_id and c.record_id = n.id),
      'corrects', exists (select from corrections c where c.person_id = n.person_id and c.replaced_by = n.id))
    from notes n where n.partnership_id = mine and n.person_id = person and n.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'note' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select r.id, 'rating', r.rater, r.rated_on, r.at, r.by_staff_id, json_build_object('rater', r.rater, 'raterName', r.rater_name,
      'ratings', (select json_agg(json_build_object('id', t.id, 'goal', g.words, 'value', t.value, 'notToday', t.not_today,
          'words', t.words, 'corrected', (select json_build_object('because', c.because, 'undo', c.undo, 'replacedBy', c.replaced_by, 'on', (c.made_at at time zone 'Europe/London')::date,
      'by', (select x.name from staff x where x.partnership_id = c.partnership_id and x.id = c.by_staff_id))
    from corrections c where c.partnership_id = t.partnership_id and c.record_id = t.id)) order by g.rank, t.made_at, t.id)
        from ratings t join goals g on g.partnership_id = t.partnership_id and g.id = t.goal_id
        where t.partnership_id = mine and t.id = any (r.ids)))
    from (
      -- Named after its first rating: one that somebody else put right later stands on the same sheet.
      select (array_agg(t.id order by t.made_at, t.id))[1] as id, t.rater, t.rater_name, t.rated_on, t.by_staff_id, min(t.made_at) as at, array_agg(t.id) as ids
      from ratings t
      where t.sheet_id is not null and t.goal_id = any (their_goals) and t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen)
      group by t.sheet_id, t.rater, t.rater_name, t.rated_on, t.by_staff_id
      union all
      -- Of before there was an undo: what one rater gave on one day.
      select (array_agg(t.id order by t.made_at, t.id))[1], t.rater, t.rater_name, t.rated_on, t.by_staff_id, min(t.made_at), array_agg(t.id)
      from ratings t
      where t.sheet_id is null and t.goal_id = any (their_goals) and t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen)
      group by t.rater, t.rater_name, t.rated_on, t.by_staff_id
    ) r
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'rating' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select g.id, 'goal', 'agreed', g.agreed_on, g.made_at, g.by_staff_id,
      json_build_object('goal', g.words, 'language', g.language, 'whose', g.whose)
    from goals g where g.partnership_id = mine and g.person_id = person and g.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'goal' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select g.id, 'goal', 'ended', g.ended_on, g.ended_on::timestamptz + interval '1 day', null::uuid,
      json_build_object('goal', g.words, 'language', g.language, 'because', g.ended_because, 'words', g.ended_words)
    from goals g where g.partnership_id = mine and g.person_id = person and g.episode_id = any (seen) and g.ended_on is not null
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'goal' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select t.id, 'goal', 'step', (t.made_at at time zone 'Europe/London')::date, t.made_at, t.by_staff_id,
      json_build_object('goal', (select g.words from goals g where g.partnership_id = mine and g.id = t.goal_id), 'words', t.words, 'who', t.who, 'byDay', t.by_day)
    from goal_steps t where t.goal_id = any (their_goals) and t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'goal' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select t.id, 'goal', 'step-done', (t.done_at at time zone 'Europe/London')::date, t.done_at, t.done_by, json_build_object('goal', (select g.words from goals g where g.partnership_id = mine and g.id = t.goal_id), 'words', t.words)
    from goal_steps t where t.goal_id = any (their_goals) and t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen) and t.done_at is not null
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'goal' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select t.id, 'goal', 'talk', t.held_on, t.made_at, t.by_staff_id, json_build_object('goal', (select g.words from goals g where g.partnership_id = mine and g.id = t.goal_id), 'tried', t.tried, 'view', t.view,
      'theirWords', t.their_words, 'decision', t.decision)
    from talks t where t.goal_id = any (their_goals) and t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'goal' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select t.id, 'goal', 'review', t.held_on, t.made_at + interval '1 second', t.by_staff_id,
      json_build_object('words', t.words, 'nextOn', t.next_on)
    from reviews t where t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'goal' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select d.id, 'decision', '', d.decided_on, d.made_at, d.by_staff_id,
      json_build_object('grouping', d.grouping, 'needNow', d.need_now, 'view', d.young_persons_view)
    from grouping_decisions d where d.partnership_id = mine and d.person_id = person and d.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'decision' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select m.id, 'meeting', 'held', (m.starts_at at time zone 'Europe/London')::date, m.starts_at, m.with_staff_id, json_build_object('how', m.how, 'place', m.place, 'startsAt', m.starts_at, 'with', (select x.name from staff x where x.partnership_id = m.partnership_id and x.id = m.with_staff_id),
      'also', (select x.name from staff x where x.partnership_id = m.partnership_id and x.id = m.also_staff_id), 'whoElse', m.who_else,
      'attendance', m.attendance, 'words', m.attendance_words)
    from meetings m where m.partnership_id = mine and m.person_id = person and m.episode_id = any (seen) and m.cancelled_at is null
      and (m.starts_at <= now() or m.started_at is not null or m.attendance is not null)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'meeting' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select m.id, 'meeting', 'booked', (m.made_at at time zone 'Europe/London')::date, m.made_at, m.by_staff_id, json_build_object('how', m.how, 'place', m.place, 'startsAt', m.starts_at, 'with', (select x.name from staff x where x.partnership_id = m.partnership_id and x.id = m.with_staff_id),
      'also', (select x.name from staff x where x.partnership_id = m.partnership_id and x.id = m.also_staff_id), 'whoElse', m.who_else)
    from meetings m where m.partnership_id = mine and m.person_id = person and m.episode_id = any (seen) and (m.made_at at time zone 'Europe/London')::date < (m.starts_at at time zone 'Europe/London')::date
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'meeting' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select m.id, 'meeting', 'cancelled', (m.cancelled_at at time zone 'Europe/London')::date, m.cancelled_at, m.cancelled_by, json_build_object('how', m.how, 'place', m.place, 'startsAt', m.starts_at, 'with', (select x.name from staff x where x.partnership_id = m.partnership_id and x.id = m.with_staff_id),
      'also', (select x.name from staff x where x.partnership_id = m.partnership_id and x.id = m.also_staff_id), 'whoElse', m.who_else,
      'because', m.cancelled_because, 'words', m.cancelled_words)
    from meetings m where m.partnership_id = mine and m.person_id = person and m.episode_id = any (seen) and m.cancelled_at is not null
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'meeting' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select c.id, 'meeting', case when c.attendance is null then 'moved' else 'put-right' end, (c.made_at at time zone 'Europe/London')::date, c.made_at, c.by_staff_id,
      json_build_object('how', c.how, 'place', c.place, 'startsAt', c.starts_at, 'with', (select x.name from staff x where x.partnership_id = c.partnership_id and x.id = c.with_staff_id),
      'also', (select x.name from staff x where x.partnership_id = c.partnership_id and x.id = c.also_staff_id), 'whoElse', c.who_else, 'attendance', c.attendance, 'words', c.because)
    from meeting_changes c where c.partnership_id = mine and c.person_id = person and c.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'meeting' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select v.id, 'plan', v.kind, (v.made_at at time zone 'Europe/London')::date, v.made_at, v.by_staff_id,
      json_build_object('number', v.number, 'how', v.how, 'whoWasThere', v.who_was_there)
    from plan_versions v where v.partnership_id = mine and v.person_id = person
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'plan' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select s.ids[1], 'measure', 'scores', s.scored_on, s.at, s.by_staff_id, json_build_object('measure', s.measure, 'rater', s.rater,
      'raterName', s.rater_name, 'scores', (
        select json_agg(json_build_object('scale', t.scale, 'score', t.score, 'corrected', (select json_build_object('because', c.because, 'undo', c.undo, 'replacedBy', c.replaced_by, 'on', (c.made_at at time zone 'Europe/London')::date,
      'by', (select x.name from staff x where x.partnership_id = c.partnership_id and x.id = c.by_staff_id))
    from corrections c where c.partnership_id = t.partnership_id and c.record_id = t.id)) order by t.made_at, t.id)
        from measure_scores t where t.partnership_id = mine and t.id = any (s.ids)))
    from (
      select t.sitting_id, t.measure, t.rater, t.rater_name, t.scored_on, t.by_staff_id, min(t.made_at) as at,
        array_agg(t.id order by t.made_at, t.id) as ids
      from measure_scores t where t.partnership_id = mine and t.person_id = person and t.episode_id = any (seen)
      group by t.sitting_id, t.measure, t.rater, t.rater_name, t.scored_on, t.by_staff_id
    ) s
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'measure' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select v.id, 'measure', 'current-view', v.completed_on, v.made_at, v.by_staff_id, json_build_object('corrected', (select json_build_object('because', c.because, 'undo', c.undo, 'replacedBy', c.replaced_by, 'on', (c.made_at at time zone 'Europe/London')::date,
      'by', (select x.name from staff x where x.partnership_id = c.partnership_id and x.id = c.by_staff_id))
    from corrections c where c.partnership_id = v.partnership_id and c.record_id = v.id))
    from current_views v where v.partnership_id = mine and v.person_id = person and v.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'measure' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select c.id, 'concern', 'noted', c.noticed_on, c.made_at, c.by_staff_id, json_build_object('concernId', c.id, 'words', c.words)
    from concerns c where c.partnership_id = mine and c.person_id = person and c.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'concern' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select a.id, 'concern', 'added', (a.made_at at time zone 'Europe/London')::date, a.made_at, a.by_staff_id, json_build_object('concernId', a.concern_id,
      'words', a.words, 'told', concat_ws(', ', nullif(a.told_name, ''), nullif(a.told_role, ''), nullif(a.told_agency, '')), 'toldAt', a.told_at)
    from concern_additions a where a.partnership_id = mine and a.person_id = person and a.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'concern' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select x.id, 'handover', x.what, (x.made_at at time zone 'Europe/London')::date, x.made_at, x.by_staff_id, json_build_object('step', x.what, 'words', x.words,
      'from', (select f.name from teams f where f.partnership_id = h.partnership_id and f.id = h.from_team_id),
      'to', (select f.name from teams f where f.partnership_id = h.partnership_id and f.id = h.to_team_id))
    from handover_steps x join handovers h on h.partnership_id = x.partnership_id and h.id = x.handover_id
    where x.partnership_id = mine and x.person_id = person and x.episode_id = any (seen)
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'handover' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by at desc, id desc, what desc limit at_most)
    union all
    (select * from (
    select e.id, 'referral', w.what, w.on_day, w.at, w.by_id, json_build_object('why', w.why, 'words', w.words)
    from episodes e
    cross join lateral (values
      ('referred', e.referred_on, e.made_at - interval '1 second', null::uuid, e.source, e.words),
      ('accepted', e.accepted_on, coalesce(e.decided_at, e.made_at), e.decided_by, '', ''),
      ('declined', case when e.status = 'declined' then coalesce((e.decided_at at time zone 'Europe/London')::date, e.referred_on) end,
        e.decided_at, e.decided_by, e.declined_because, e.declined_words),
      ('ended', e.ended_on, e.ended_on::timestamptz + interval '1 day', null::uuid, e.ended_how, e.ended_words)
    ) as w (what, on_day, at, by_id, why, words)
    where e.partnership_id = mine and e.person_id = person and e.id = any (seen) and w.on_day is not null
    ) s (id, kind, what, "on", at, by_id, said)
    where (kinds is null or 'referral' = any (kinds)) and (first_day is null or "on" >= first_day) and (last_day is null or "on" <= last_day) and (writer is null or by_id = writer)
      and (after_on is null or ("on", at, id, what) < (after_on, after_at, after_id, after_what))
    order by "on" desc, at desc, id desc, what desc limit at_most)
    ) every (id, kind, what, "on", at, by_id, said)
    order by "on" desc, at desc, id desc, what desc limit at_most
  ) e
  left join staff b on b.partnership_id = mine and b.id = e.by_id
  order by e."on" desc, e.at desc, e.id desc, e.what desc;
end $$;--> statement-breakpoint

-- Whoever wrote in it, for the filter.
create function app.story_writers(person uuid) returns table (id uuid, name text)
language plpgsql stable security definer set search_path = app, public, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
#variable_conflict use_column
declare
  mine uuid;
  seen uuid[];
begin
  select m.partnership_id, array(
    select distinct r.episode_id from app.reach r
    where r.partnership_id = m.partnership_id and r.person_id = person and r.principal_id = any (m.principals)
      and r.from_at <= now() and (r.to_at is null or r.to_at > now()))
  into mine, seen from app.me m;
  return query
  select s.id, s.name from staff s where s.partnership_id = mine and s.id in (
    select n.by_staff_id from notes n where n.person_id = person and n.episode_id = any (seen)
    union select t.by_staff_id from ratings t where t.person_id = person and t.episode_id = any (seen)
    union select m.with_staff_id from meetings m where m.person_id = person and m.episode_id = any (seen)
    union select m.by_staff_id from meetings m where m.person_id = person and m.episode_id = any (seen)
    union select t.by_staff_id from talks t where t.person_id = person and t.episode_id = any (seen)
    union select d.by_staff_id from grouping_decisions d where d.person_id = person and d.episode_id = any (seen)
    union select c.by_staff_id from concerns c where c.person_id = person and c.episode_id = any (seen)
    union select x.by_staff_id from handover_steps x where x.person_id = person and x.episode_id = any (seen))
  order by lower(s.name), s.id;
end $$;--> statement-breakpoint

-- Who looked at a record and when, for those within whose reach it is (a young person asks app.who_looked_at_me): by day, without
-- what whoever asks did themselves. Of the audit log it says who and when, never what was done.
create function app.who_looked(person uuid, before date, at_most integer) returns table (
  "on" date, name text, role text, team text, first timestamptz, last timestamptz, times integer, in_need boolean)
language sql stable security definer set search_path = app, public, pg_temp as $$
  with me as materialized (select m.partnership_id, m.staff_id, m.principals from app.me m)
  select d.day, s.name, d.role,
    (select t.name from memberships b join teams t on t.partnership_id = b.partnership_id and t.id = b.team_id
      where b.partnership_id = d.partnership_id and b.staff_id = d.staff_id and b.role = d.role
        and b.from_day <= d.day and (b.to_day is null or b.to_day > d.day)
      order by b.from_day desc limit 1),
    d.first, d.last, d.times::int,
    exists (select from app.break_glass b where b.partnership_id = d.partnership_id and b.person_id = person
      and b.staff_id = d.staff_id and b.from_at <= d.last and b.to_at >= d.first)
  from (
    select l.partnership_id, l.staff_id, l.role, (l.at at time zone 'Europe/London')::date as day,
      min(l.at) as first, max(l.at) as last, count(*) as times
    from me join app.audit_log l on l.partnership_id = me.partnership_id and l.person_id = person
    where l.outcome in ('opened', 'done') and l.staff_id <> me.staff_id and l.role <> 'system'
      and (before is null or l.at < (before + 1)::timestamp at time zone 'Europe/London')
      and (exists (select from app.reach r where r.partnership_id = me.partnership_id and r.person_id = person
          and r.principal_id = any (me.principals) and r.from_at <= now() and (r.to_at is null or r.to_at > now())))
    group by 1, 2, 3, 4
    order by day desc, last desc limit at_most
  ) d
  join staff s on s.partnership_id = d.partnership_id and s.id = d.staff_id
  order by d.day desc, d.last desc
$$;--> statement-breakpoint

do $$
declare
  f text;
begin
  foreach f in array array[
    'story(uuid, text[], date, date, uuid, date, timestamptz, uuid, text, integer)', 'story_writers(uuid)', 'who_looked(uuid, date, integer)'
  ] loop
    execute format('alter function app.%s owner to footpath_resolver', f);
    execute format('revoke execute on function app.%s from public', f);
    execute format('grant execute on function app.%s to footpath_app', f);
  end loop;
end $$;--> statement-breakpoint
revoke create on schema app from footpath_resolver;
