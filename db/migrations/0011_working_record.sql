CREATE TABLE "app"."account_endings" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"because" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_endings_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "ending_because" CHECK ("app"."account_endings"."because" in ('asked', 'not-safe', 'wrong-person', 'not-needed', 'other')),
	CONSTRAINT "ending_words" CHECK ("app"."account_endings"."because" <> 'other' or btrim("app"."account_endings"."words") <> '')
);
--> statement-breakpoint
CREATE TABLE "app"."invitations" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relationship_id" uuid,
	"account_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"tries_left" integer DEFAULT 5 NOT NULL,
	"expires_at" timestamp with time zone DEFAULT now() + interval '7 days' NOT NULL,
	"used_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "invitation_tries" CHECK ("app"."invitations"."tries_left" between 0 and 5),
	CONSTRAINT "invitation_ends" CHECK ("app"."invitations"."expires_at" <= "app"."invitations"."made_at" + interval '8 days')
);
--> statement-breakpoint
CREATE TABLE "app"."passkey_challenges" (
	"challenge" "bytea" PRIMARY KEY NOT NULL,
	"bound_to" "bytea" NOT NULL,
	"expires_at" timestamp with time zone DEFAULT now() + interval '5 minutes' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."passkeys" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkeys_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "concern_additions" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"concern_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"told_name" text DEFAULT '' NOT NULL,
	"told_role" text DEFAULT '' NOT NULL,
	"told_agency" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concern_additions_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "concern_additions_numbered" UNIQUE("concern_id","number","partnership_id"),
	CONSTRAINT "addition_told_when" CHECK (("concern_additions"."told_name" = '') = ("concern_additions"."told_at" is null)),
	CONSTRAINT "addition_says_something" CHECK ("concern_additions"."words" <> '' or "concern_additions"."told_name" <> '')
);
--> statement-breakpoint
CREATE TABLE "concern_sightings" (
	"partnership_id" uuid NOT NULL,
	"concern_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"because" text NOT NULL,
	"unread" boolean DEFAULT true NOT NULL,
	"read_up_to" integer,
	"read_at" timestamp with time zone,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concern_sightings_partnership_id_concern_id_staff_id_pk" PRIMARY KEY("partnership_id","concern_id","staff_id"),
	CONSTRAINT "sighting_because" CHECK ("concern_sightings"."because" in ('named-worker', 'duty', 'beside', 'team-lead', 'wrote-it')),
	CONSTRAINT "sighting_read" CHECK (("concern_sightings"."read_up_to" is null) = ("concern_sightings"."read_at" is null))
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"noticed_on" date NOT NULL,
	"words" text NOT NULL,
	"seen_or_heard" text NOT NULL,
	"done_now" text NOT NULL,
	"young_person_knows" text NOT NULL,
	"young_person_words" text DEFAULT '' NOT NULL,
	"task_id" uuid,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concerns_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "concerns_of_episode" UNIQUE("partnership_id","id","episode_id","person_id"),
	CONSTRAINT "concern_known" CHECK ("concerns"."young_person_knows" in ('yes', 'not-yet', 'not-safe'))
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"partnership_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"replaced_by" uuid,
	"because" text DEFAULT '' NOT NULL,
	"undo" boolean DEFAULT false NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "corrections_partnership_id_record_id_pk" PRIMARY KEY("partnership_id","record_id"),
	CONSTRAINT "correction_kind" CHECK ("corrections"."kind" ~ '^[a-z-]+$'),
	CONSTRAINT "correction_has_a_reason" CHECK ("corrections"."undo" or btrim("corrections"."because") <> ''),
	CONSTRAINT "undo_replaces_nothing" CHECK (not "corrections"."undo" or "corrections"."replaced_by" is null),
	CONSTRAINT "correction_of_another" CHECK ("corrections"."replaced_by" <> "corrections"."record_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"form" text NOT NULL,
	"person_id" uuid,
	"record_id" uuid,
	"input" jsonb NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"by_window" uuid NOT NULL,
	"turn" integer NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "one_draft_of_a_form" UNIQUE NULLS NOT DISTINCT("partnership_id","staff_id","form","person_id","record_id")
);
--> statement-breakpoint
CREATE TABLE "app"."held_texts" (
	"partnership_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allowances" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relationship_id" uuid NOT NULL,
	"item" text NOT NULL,
	"item_id" uuid,
	"section" text DEFAULT '' NOT NULL,
	"basis" text NOT NULL,
	"capacity_id" uuid,
	"wish_words" text DEFAULT '' NOT NULL,
	"decided_by" text DEFAULT '' NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"ended_because" text DEFAULT '' NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "allowances_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "allowance_item" CHECK ("allowances"."item" in ('pages', 'goals', 'goal', 'ratings', 'meetings', 'plan-section')),
	CONSTRAINT "allowance_basis" CHECK ("allowances"."basis" in ('own-yes', 'own-yes-gillick', 'parental-responsibility')),
	CONSTRAINT "one_goal_is_named" CHECK (("allowances"."item" = 'goal') = ("allowances"."item_id" is not null)),
	CONSTRAINT "one_section_is_named" CHECK (("allowances"."item" = 'plan-section') = ("allowances"."section" <> '')),
	CONSTRAINT "under_16_rests_on_a_decision" CHECK ("allowances"."basis" = 'own-yes' or "allowances"."capacity_id" is not null),
	CONSTRAINT "a_parents_decision_ends_at_16" CHECK ("allowances"."basis" <> 'parental-responsibility' or "allowances"."to_day" is not null),
	CONSTRAINT "allowance_ended_by_somebody" CHECK (("allowances"."ended_at" is null) = ("allowances"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "capacity_decisions" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"question" text NOT NULL,
	"relationship_id" uuid,
	"words" text NOT NULL,
	"able" boolean NOT NULL,
	"understanding" text NOT NULL,
	"maturity" text NOT NULL,
	"voluntariness" text NOT NULL,
	"assessor" text DEFAULT '' NOT NULL,
	"others_present" text DEFAULT '' NOT NULL,
	"assessed_on" date NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "capacity_decisions_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "capacity_with_person" UNIQUE("partnership_id","id","person_id"),
	CONSTRAINT "capacity_question" CHECK ("capacity_decisions"."question" in ('pages', 'goals', 'goal', 'ratings', 'meetings', 'plan-section', 'other')),
	CONSTRAINT "capacity_decision_words" CHECK (btrim("capacity_decisions"."words") <> '')
);
--> statement-breakpoint
CREATE TABLE "help_lines" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"hours" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"contact" text NOT NULL,
	"text_word" text DEFAULT '' NOT NULL,
	"position" integer NOT NULL,
	"checked_on" date NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "help_lines_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "help_line_kind" CHECK ("help_lines"."kind" in ('phone', 'text', 'web')),
	CONSTRAINT "help_line_contact" CHECK (btrim("help_lines"."contact") <> '')
);
--> statement-breakpoint
CREATE TABLE "worker_cards" (
	"partnership_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "worker_cards_partnership_id_staff_id_pk" PRIMARY KEY("partnership_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "goal_steps" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"who" text DEFAULT '' NOT NULL,
	"by_day" date,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goal_steps_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "step_words" CHECK (btrim("goal_steps"."words") <> ''),
	CONSTRAINT "step_done_by_somebody" CHECK (("goal_steps"."done_at" is null) = ("goal_steps"."done_by" is null))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"next_on" date,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reviews_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "reviews_with_person" UNIQUE("partnership_id","id","person_id"),
	CONSTRAINT "review_looks_ahead" CHECK ("reviews"."next_on" > "reviews"."held_on")
);
--> statement-breakpoint
CREATE TABLE "talks" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"tried" text DEFAULT '' NOT NULL,
	"view" text DEFAULT '' NOT NULL,
	"their_words" text DEFAULT '' NOT NULL,
	"decision" text NOT NULL,
	"review_id" uuid,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "talks_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "one_entry_for_each_goal_of_a_review" UNIQUE("review_id","goal_id"),
	CONSTRAINT "talk_decision" CHECK ("talks"."decision" in ('keep-going', 'change-the-goal', 'change-how-we-help', 'something-in-the-community', 'stop-for-now', 'bring-someone-in'))
);
--> statement-breakpoint
CREATE TABLE "current_views" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"completed_on" date NOT NULL,
	"reason" text NOT NULL,
	"problems" jsonb NOT NULL,
	"factors" jsonb NOT NULL,
	"contexts" jsonb NOT NULL,
	"education" jsonb NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "current_views_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "current_view_reason" CHECK ("current_views"."reason" in ('first-contact', 'changed-situation', 'changed-understanding'))
);
--> statement-breakpoint
CREATE TABLE "measure_scores" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sitting_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"scale" text NOT NULL,
	"rater" text NOT NULL,
	"rater_name" text DEFAULT '' NOT NULL,
	"score" numeric(6, 2) NOT NULL,
	"scored_on" date NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "measure_scores_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "score_measure" CHECK ("measure_scores"."measure" ~ '^[a-z0-9-]+$' and "measure_scores"."scale" ~ '^[a-z0-9-]+$'),
	CONSTRAINT "score_rater" CHECK ("measure_scores"."rater" in ('young-person', 'parent-or-carer', 'clinician'))
);
--> statement-breakpoint
CREATE TABLE "rcads_norm_files" (
	"file_hash" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"rows" integer NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rcads_norms" (
	"sex" text NOT NULL,
	"age" smallint NOT NULL,
	"measure" text NOT NULL,
	"scale" text NOT NULL,
	"mean" double precision NOT NULL,
	"sd" double precision NOT NULL,
	CONSTRAINT "rcads_norms_measure_scale_sex_age_pk" PRIMARY KEY("measure","scale","sex","age"),
	CONSTRAINT "norm_sex" CHECK ("rcads_norms"."sex" in ('male', 'female')),
	CONSTRAINT "norm_spread" CHECK ("rcads_norms"."sd" > 0 and "rcads_norms"."mean" >= 0)
);
--> statement-breakpoint
CREATE TABLE "contact_preferences" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relationship_id" uuid,
	"reminders" boolean NOT NULL,
	"hours_before" integer DEFAULT 24 NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"place_in_calendar" boolean DEFAULT false NOT NULL,
	"asked_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_preferences_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "one_preference_each" UNIQUE NULLS NOT DISTINCT("person_id","relationship_id","partnership_id"),
	CONSTRAINT "reminder_hours" CHECK ("contact_preferences"."hours_before" between 1 and 168),
	CONSTRAINT "address_of_the_young_person_is_in_their_details" CHECK ("contact_preferences"."relationship_id" is not null or "contact_preferences"."email" = '')
);
--> statement-breakpoint
CREATE TABLE "app"."job_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	"went_well" boolean NOT NULL,
	"words" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text DEFAULT 'meeting' NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"relationship_id" uuid,
	"meeting_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"try_after" timestamp with time zone,
	"sending_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"why_not" text,
	"stop_hash" "bytea",
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "each_reminder_once" UNIQUE NULLS NOT DISTINCT("meeting_id","relationship_id","starts_at","partnership_id"),
	CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('meeting')),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sending', 'sent', 'not-sent')),
	CONSTRAINT "sent_says_when" CHECK (("outbox"."state" = 'sent') = ("outbox"."sent_at" is not null)),
	CONSTRAINT "not_sent_says_why" CHECK (("outbox"."state" = 'not-sent') = ("outbox"."why_not" is not null)),
	CONSTRAINT "sending_says_since_when" CHECK ("outbox"."state" <> 'sending' or "outbox"."sending_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "plan_line_shares" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"line_id" uuid NOT NULL,
	"relationship_id" uuid,
	"staff_id" uuid,
	"team_id" uuid,
	"organisation_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_line_shares_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "share_kind" CHECK ("plan_line_shares"."kind" in ('wellbeing', 'safety')),
	CONSTRAINT "share_with_one" CHECK (num_nonnulls("plan_line_shares"."relationship_id", "plan_line_shares"."staff_id", "plan_line_shares"."team_id", "plan_line_shares"."organisation_id") = 1),
	CONSTRAINT "share_withdrawn_by" CHECK (("plan_line_shares"."withdrawn_at" is null) = ("plan_line_shares"."withdrawn_by" is null))
);
--> statement-breakpoint
CREATE TABLE "plan_proposals" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"based_on" integer NOT NULL,
	"sections" jsonb NOT NULL,
	"why" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"answer_words" text DEFAULT '' NOT NULL,
	"became" integer,
	"episode_id" uuid,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_proposals_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "proposal_kind" CHECK ("plan_proposals"."kind" in ('wellbeing', 'safety')),
	CONSTRAINT "proposal_state" CHECK ("plan_proposals"."state" in ('waiting', 'agreed', 'declined', 'withdrawn')),
	CONSTRAINT "proposal_answered" CHECK (("plan_proposals"."state" = 'waiting') = ("plan_proposals"."answered_at" is null)),
	CONSTRAINT "proposal_became" CHECK (("plan_proposals"."state" = 'agreed') = ("plan_proposals"."became" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"sections" jsonb NOT NULL,
	"how" text NOT NULL,
	"who_was_there" text DEFAULT '' NOT NULL,
	"episode_id" uuid,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_versions_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "plan_versions_numbered" UNIQUE("person_id","kind","number","partnership_id"),
	CONSTRAINT "plan_kind" CHECK ("plan_versions"."kind" in ('wellbeing', 'safety')),
	CONSTRAINT "plan_numbered_from_1" CHECK ("plan_versions"."number" >= 1),
	CONSTRAINT "plan_how" CHECK ("plan_versions"."how" in ('alone', 'together', 'agreed'))
);
--> statement-breakpoint
CREATE TABLE "meeting_changes" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"how" text NOT NULL,
	"place" text NOT NULL,
	"with_staff_id" uuid NOT NULL,
	"also_staff_id" uuid,
	"who_else" text NOT NULL,
	"contact_words" text NOT NULL,
	"attendance" text,
	"attendance_words" text DEFAULT '' NOT NULL,
	"because" text NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_changes_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."sessions" DROP CONSTRAINT "session_stage";--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "membership_role";--> statement-breakpoint
ALTER TABLE "staff" DROP CONSTRAINT "staff_kind";--> statement-breakpoint
ALTER TABLE "app"."break_glass" ADD COLUMN "kept_from_them" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD COLUMN "in_room_with" uuid;--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "themes" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "goals" ADD COLUMN "starred" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "sheet_id" uuid;--> statement-breakpoint
ALTER TABLE "partnerships" ADD COLUMN "show_last_rating" text DEFAULT 'after' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "relationship_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "sign_in_name" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "contact_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "together_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "after_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "sheet_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "nothing_next" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "nothing_next_because" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancelled_by" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancelled_because" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancelled_words" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "happened_at" time;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "kind" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "for_them" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "not_for_them_because" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."account_endings" ADD CONSTRAINT "account_endings_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account_endings" ADD CONSTRAINT "account_endings_partnership_id_account_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","account_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account_endings" ADD CONSTRAINT "account_endings_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_partnership_id_relationship_id_relationships_partnership_id_id_fk" FOREIGN KEY ("partnership_id","relationship_id") REFERENCES "public"."relationships"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."invitations" ADD CONSTRAINT "invitations_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."passkeys" ADD CONSTRAINT "passkeys_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_additions" ADD CONSTRAINT "concern_additions_partnership_id_concern_id_episode_id_person_id_concerns_partnership_id_id_episode_id_person_id_fk" FOREIGN KEY ("partnership_id","concern_id","episode_id","person_id") REFERENCES "public"."concerns"("partnership_id","id","episode_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_additions" ADD CONSTRAINT "concern_additions_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_sightings" ADD CONSTRAINT "concern_sightings_partnership_id_concern_id_episode_id_person_id_concerns_partnership_id_id_episode_id_person_id_fk" FOREIGN KEY ("partnership_id","concern_id","episode_id","person_id") REFERENCES "public"."concerns"("partnership_id","id","episode_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_sightings" ADD CONSTRAINT "concern_sightings_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_partnership_id_task_id_tasks_partnership_id_id_fk" FOREIGN KEY ("partnership_id","task_id") REFERENCES "public"."tasks"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."held_texts" ADD CONSTRAINT "held_texts_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowances" ADD CONSTRAINT "allowances_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowances" ADD CONSTRAINT "allowances_partnership_id_relationship_id_relationships_partnership_id_id_fk" FOREIGN KEY ("partnership_id","relationship_id") REFERENCES "public"."relationships"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowances" ADD CONSTRAINT "allowances_partnership_id_capacity_id_person_id_capacity_decisions_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","capacity_id","person_id") REFERENCES "public"."capacity_decisions"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowances" ADD CONSTRAINT "allowances_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allowances" ADD CONSTRAINT "allowances_partnership_id_ended_by_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","ended_by") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_decisions" ADD CONSTRAINT "capacity_decisions_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_decisions" ADD CONSTRAINT "capacity_decisions_partnership_id_relationship_id_relationships_partnership_id_id_fk" FOREIGN KEY ("partnership_id","relationship_id") REFERENCES "public"."relationships"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_decisions" ADD CONSTRAINT "capacity_decisions_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_lines" ADD CONSTRAINT "help_lines_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worker_cards" ADD CONSTRAINT "worker_cards_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_partnership_id_goal_id_person_id_goals_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","goal_id","person_id") REFERENCES "public"."goals"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goal_steps" ADD CONSTRAINT "goal_steps_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_partnership_id_goal_id_person_id_goals_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","goal_id","person_id") REFERENCES "public"."goals"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_partnership_id_review_id_person_id_reviews_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","review_id","person_id") REFERENCES "public"."reviews"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_views" ADD CONSTRAINT "current_views_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_views" ADD CONSTRAINT "current_views_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_scores" ADD CONSTRAINT "measure_scores_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_scores" ADD CONSTRAINT "measure_scores_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD CONSTRAINT "contact_preferences_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD CONSTRAINT "contact_preferences_partnership_id_relationship_id_relationships_partnership_id_id_fk" FOREIGN KEY ("partnership_id","relationship_id") REFERENCES "public"."relationships"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_preferences" ADD CONSTRAINT "contact_preferences_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_partnership_id_meeting_id_meetings_partnership_id_id_fk" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "public"."meetings"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_partnership_id_relationship_id_relationships_partnership_id_id_fk" FOREIGN KEY ("partnership_id","relationship_id") REFERENCES "public"."relationships"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_relationship_id_relationships_partnership_id_id_fk" FOREIGN KEY ("partnership_id","relationship_id") REFERENCES "public"."relationships"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_organisation_id_organisations_partnership_id_id_fk" FOREIGN KEY ("partnership_id","organisation_id") REFERENCES "public"."organisations"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line_shares" ADD CONSTRAINT "plan_line_shares_partnership_id_withdrawn_by_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","withdrawn_by") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposals" ADD CONSTRAINT "plan_proposals_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposals" ADD CONSTRAINT "plan_proposals_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposals" ADD CONSTRAINT "plan_proposals_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposals" ADD CONSTRAINT "plan_proposals_partnership_id_answered_by_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","answered_by") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_partnership_id_meeting_id_meetings_partnership_id_id_fk" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "public"."meetings"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_endings_of_person" ON "app"."account_endings" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token" ON "app"."invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_of_person" ON "app"."invitations" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_invitation" ON "app"."invitations" USING btree ("account_id") WHERE used_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_credential" ON "app"."passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_of_account" ON "app"."passkeys" USING btree ("partnership_id","staff_id");--> statement-breakpoint
CREATE INDEX "concern_sightings_unread" ON "concern_sightings" USING btree ("staff_id") WHERE "concern_sightings"."unread";--> statement-breakpoint
CREATE INDEX "concerns_of_person" ON "concerns" USING btree ("person_id","made_at");--> statement-breakpoint
CREATE INDEX "concerns_by_episode" ON "concerns" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "corrections_of_person" ON "corrections" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "drafts_by_age" ON "drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "held_texts_by_age" ON "app"."held_texts" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "allowances_of_person" ON "allowances" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "allowances_of_relationship" ON "allowances" USING btree ("relationship_id");--> statement-breakpoint
CREATE UNIQUE INDEX "allowed_once" ON "allowances" USING btree ("partnership_id","relationship_id","item",coalesce(item_id, relationship_id),"section") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "capacity_decisions_of_person" ON "capacity_decisions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "goal_steps_of_goal" ON "goal_steps" USING btree ("goal_id");--> statement-breakpoint
CREATE INDEX "goal_steps_of_person" ON "goal_steps" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reviews_of_person" ON "reviews" USING btree ("person_id","held_on");--> statement-breakpoint
CREATE INDEX "talks_of_goal" ON "talks" USING btree ("goal_id","held_on");--> statement-breakpoint
CREATE INDEX "talks_of_person" ON "talks" USING btree ("person_id","held_on");--> statement-breakpoint
CREATE INDEX "current_views_of_person" ON "current_views" USING btree ("person_id","completed_on");--> statement-breakpoint
CREATE INDEX "measure_scores_of_person" ON "measure_scores" USING btree ("person_id","scored_on");--> statement-breakpoint
CREATE INDEX "measure_scores_of_episode" ON "measure_scores" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "outbox_open" ON "outbox" USING btree ("due_at") WHERE "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_of_person" ON "outbox" USING btree ("person_id","due_at");--> statement-breakpoint
CREATE INDEX "outbox_by_link" ON "outbox" USING btree ("stop_hash") WHERE "outbox"."stop_hash" is not null;--> statement-breakpoint
CREATE INDEX "plan_line_shares_of_person" ON "plan_line_shares" USING btree ("person_id","kind");--> statement-breakpoint
CREATE INDEX "plan_proposals_of_person" ON "plan_proposals" USING btree ("person_id","kind","state");--> statement-breakpoint
CREATE INDEX "changes_of_meeting" ON "meeting_changes" USING btree ("meeting_id","made_at");--> statement-breakpoint
CREATE INDEX "meeting_changes_of_person" ON "meeting_changes" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_after_id_meetings_partnership_id_id_fk" FOREIGN KEY ("partnership_id","after_id") REFERENCES "public"."meetings"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_cancelled_by_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","cancelled_by") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_partnership_id_meeting_id_meetings_partnership_id_id_fk" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "public"."meetings"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_partnership_id_meeting_id_meetings_partnership_id_id_fk" FOREIGN KEY ("partnership_id","meeting_id") REFERENCES "public"."meetings"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ratings_of_sheet" ON "ratings" USING btree ("sheet_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_sign_in_name" ON "staff" USING btree (lower("sign_in_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "one_account_of_a_young_person" ON "staff" USING btree ("person_id","partnership_id") WHERE kind = 'young-person' and status <> 'left';--> statement-breakpoint
CREATE UNIQUE INDEX "one_account_of_a_parent" ON "staff" USING btree ("relationship_id","partnership_id") WHERE kind = 'parent-or-carer' and status <> 'left';--> statement-breakpoint
CREATE INDEX "staff_of_person" ON "staff" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meetings_together" ON "meetings" USING btree ("together_id") WHERE "meetings"."together_id" is not null;--> statement-breakpoint
CREATE INDEX "notes_of_meeting" ON "notes" USING btree ("meeting_id") WHERE "notes"."meeting_id" is not null;--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD CONSTRAINT "session_in_room" CHECK (("app"."sessions"."stage" = 'in-room') = ("app"."sessions"."in_room_with" is not null));--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD CONSTRAINT "session_stage" CHECK ("app"."sessions"."stage" in ('full', 'second-step', 'password', 'in-room'));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "membership_role" CHECK ("memberships"."role" in ('clinician', 'facilitator', 'team-lead', 'privacy-officer', 'commissioner', 'administrator', 'young-person', 'parent-or-carer', 'in-room', 'system'));--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "show_last_rating" CHECK ("partnerships"."show_last_rating" in ('after', 'always', 'never'));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "account_of_a_person" CHECK (("staff"."kind" in ('young-person', 'parent-or-carer')) = ("staff"."person_id" is not null));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "parent_is_named" CHECK (("staff"."kind" = 'parent-or-carer') = ("staff"."relationship_id" is not null));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "sign_in_name" CHECK ("staff"."sign_in_name" ~ '^[^@[:space:]]{3,40}$');--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_kind" CHECK ("staff"."kind" in ('person', 'system', 'young-person', 'parent-or-carer'));--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meeting_cancelled_because" CHECK ("meetings"."cancelled_because" in ('they-asked', 'we-could-not', 'not-needed', 'by-mistake'));--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "note_kind" CHECK ("notes"."kind" in ('meeting', 'call', 'message', 'other'));--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "not_for_them_is_explained" CHECK ("notes"."for_them" = ("notes"."not_for_them_because" = ''));