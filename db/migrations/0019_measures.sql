-- Scores of measures and Current View: append-only, within reach of the episode they were given in. Norms hold nobody.

grant select, insert on measure_scores, current_views to footpath_app;--> statement-breakpoint
grant select on measure_scores, current_views to footpath_resolver, footpath_backup;--> statement-breakpoint
grant select on rcads_norms, rcads_norm_files to footpath_app, footpath_backup;--> statement-breakpoint

do $$
declare
  t text;
begin
  foreach t in array array['measure_scores', 'current_views'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy resolver on %s to footpath_resolver using (true) with check (true)', t);
    execute format($p$create policy see on %1$s for select to footpath_app using (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1)
      or partnership_id = (select app.my_partnership_as('system')))$p$, t);
    execute format($p$create policy add on %1$s for insert to footpath_app with check (
      (select true from app.reach r where r.episode_id = %1$s.episode_id and r.partnership_id = %1$s.partnership_id limit 1))$p$, t);
    execute format('create trigger append_only before update or delete on %s for each row execute function app.never_changed()', t);
    execute format('create trigger append_only_whole before truncate on %s for each statement execute function app.never_changed()', t);
  end loop;
end $$;--> statement-breakpoint
-- Their own scores are theirs to see. Current View is a practitioner's sheet and opens nothing to them.
create policy account on measure_scores for select to footpath_app using (
  rater = 'young-person' and person_id = (select app.my_person_as('young-person')) and partnership_id = (select app.my_partnership()));--> statement-breakpoint

-- A correction is of a record that is there, of the same person and episode; what replaces a score is of the same scale and rater.
create function app.correction_of_a_measure() returns trigger
language plpgsql set search_path = app, public, pg_temp as $$
declare
  found_it boolean := true;
begin
  if new.kind = 'score' then
    select count(*) = 1 into found_it from measure_scores s
    left join measure_scores n on n.partnership_id = s.partnership_id and n.id = new.replaced_by
    where s.partnership_id = new.partnership_id and s.id = new.record_id and s.episode_id = new.episode_id
      and s.person_id = new.person_id
      and (new.replaced_by is null
        or (n.person_id, n.measure, n.scale, n.rater, n.rater_name) = (s.person_id, s.measure, s.scale, s.rater, s.rater_name));
  elsif new.kind = 'current-view' then
    select count(*) = 1 and new.replaced_by is null into found_it from current_views v
    where v.partnership_id = new.partnership_id and v.id = new.record_id and v.episode_id = new.episode_id
      and v.person_id = new.person_id;
  end if;
  if not found_it then
    raise exception 'a correction is of a record of the same person and episode' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger correction_of_a_measure after insert on corrections
  for each row execute function app.correction_of_a_measure();--> statement-breakpoint

-- The scores that count.
create view standing_scores with (security_invoker = true) as
select s.* from measure_scores s
where not exists (select from corrections c where c.partnership_id = s.partnership_id and c.record_id = s.id);--> statement-breakpoint
grant select on standing_scores to footpath_app, footpath_resolver, footpath_backup;
