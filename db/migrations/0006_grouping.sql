-- A draft that has become a shared decision goes away with it; the decision holds the words from then on.
create policy finish on grouping_drafts for delete to footpath_app using (
  (select true from app.reach r where r.episode_id = grouping_drafts.episode_id
    and r.partnership_id = grouping_drafts.partnership_id limit 1));--> statement-breakpoint
