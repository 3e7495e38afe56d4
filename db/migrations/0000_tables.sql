CREATE SCHEMA "app";
--> statement-breakpoint
CREATE SCHEMA "published";
--> statement-breakpoint
CREATE TABLE "app"."audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"partnership_id" uuid,
	"staff_id" uuid,
	"role" text,
	"act" text NOT NULL,
	"outcome" text NOT NULL,
	"person_id" uuid,
	"record_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."audit_seals" (
	"seq" integer PRIMARY KEY NOT NULL,
	"from_xid" "xid8" NOT NULL,
	"to_xid" "xid8" NOT NULL,
	"count" integer NOT NULL,
	"previous" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea",
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."break_glass" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"from_at" timestamp with time zone DEFAULT now() NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" uuid,
	"review_words" text,
	CONSTRAINT "break_glass_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "break_glass_reason" CHECK (length(btrim("app"."break_glass"."reason")) >= 10),
	CONSTRAINT "break_glass_limit" CHECK ("app"."break_glass"."to_at" > "app"."break_glass"."from_at" and "app"."break_glass"."to_at" <= "app"."break_glass"."from_at" + interval '8 hours')
);
--> statement-breakpoint
CREATE TABLE "app"."credentials" (
	"partnership_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"password_hash" text,
	"must_change" boolean DEFAULT false NOT NULL,
	"totp_secret" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"oidc_issuer" text,
	"oidc_subject" text,
	CONSTRAINT "credentials_partnership_id_staff_id_pk" PRIMARY KEY("partnership_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "app"."idempotency_keys" (
	"partnership_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"act" text NOT NULL,
	"input" json,
	"input_hash" text NOT NULL,
	"result" json,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_partnership_id_staff_id_key_pk" PRIMARY KEY("partnership_id","staff_id","key")
);
--> statement-breakpoint
CREATE TABLE "app"."reach" (
	"partnership_id" uuid NOT NULL,
	"principal_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"because" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."recovery_codes" (
	"partnership_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_partnership_id_staff_id_code_hash_pk" PRIMARY KEY("partnership_id","staff_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "app"."searches" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"typed" jsonb NOT NULL,
	"known_here" boolean DEFAULT false NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "searches_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "search_kind" CHECK ("app"."searches"."kind" in ('search', 'referral'))
);
--> statement-breakpoint
CREATE TABLE "app"."sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"partnership_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"stage" text DEFAULT 'full' NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_stage" CHECK ("app"."sessions"."stage" in ('full', 'second-step', 'password'))
);
--> statement-breakpoint
CREATE TABLE "app"."throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "episode_places" (
	"partnership_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"edition" text NOT NULL,
	"vintage" text NOT NULL,
	"status" text NOT NULL,
	"lsoa" text,
	"authority" text,
	"imd" smallint,
	"income" smallint,
	"employment" smallint,
	"education" smallint,
	"health" smallint,
	"crime" smallint,
	"housing" smallint,
	"environment" smallint,
	"idaci" smallint,
	CONSTRAINT "episode_places_partnership_id_episode_id_edition_pk" PRIMARY KEY("partnership_id","episode_id","edition")
);
--> statement-breakpoint
CREATE TABLE "episodes" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"referred_on" date NOT NULL,
	"source" text NOT NULL,
	"referred_by" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"reference" text,
	"come_back_of" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"declined_because" text,
	"declined_words" text DEFAULT '' NOT NULL,
	"accepted_on" date,
	"named_worker_id" uuid,
	"ended_on" date,
	"ended_how" text,
	"ended_words" text DEFAULT '' NOT NULL,
	"come_back_until" date,
	"groups" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "episodes_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "episodes_with_person" UNIQUE("id","person_id","partnership_id"),
	CONSTRAINT "episodes_reference" UNIQUE("reference","team_id","partnership_id"),
	CONSTRAINT "episode_status" CHECK ("episodes"."status" in ('waiting', 'open', 'declined', 'ended')),
	CONSTRAINT "open_has_named_worker" CHECK ("episodes"."status" <> 'open' or ("episodes"."named_worker_id" is not null and "episodes"."accepted_on" is not null)),
	CONSTRAINT "only_open_has_named_worker" CHECK ("episodes"."status" = 'open' or "episodes"."named_worker_id" is null),
	CONSTRAINT "declined_says_why" CHECK (("episodes"."status" = 'declined') = ("episodes"."declined_because" is not null)),
	CONSTRAINT "ended_says_how" CHECK (("episodes"."status" = 'ended') = ("episodes"."ended_on" is not null and "episodes"."ended_how" is not null))
);
--> statement-breakpoint
CREATE TABLE "named_workers" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"during" "tstzrange" NOT NULL,
	CONSTRAINT "named_workers_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"words" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"whose" text NOT NULL,
	"kind" text,
	"theme" text,
	"first_step" text DEFAULT '' NOT NULL,
	"rank" smallint NOT NULL,
	"fourth_because" text,
	"agreed_on" date NOT NULL,
	"ended_on" date,
	"ended_because" text,
	"ended_words" text DEFAULT '' NOT NULL,
	"replaces" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goals_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "goals_with_person" UNIQUE("partnership_id","id","person_id"),
	CONSTRAINT "goal_whose" CHECK ("goals"."whose" in ('young-person', 'parent-or-carer', 'together')),
	CONSTRAINT "goal_words" CHECK (btrim("goals"."words") <> '')
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rater" text NOT NULL,
	"rater_name" text DEFAULT '' NOT NULL,
	"rated_on" date NOT NULL,
	"value" smallint,
	"not_today" text,
	"words" text DEFAULT '' NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "rating_0_to_10" CHECK ("ratings"."value" between 0 and 10),
	CONSTRAINT "rating_or_not_today" CHECK (("ratings"."value" is null) <> ("ratings"."not_today" is null)),
	CONSTRAINT "rating_rater" CHECK ("ratings"."rater" in ('young-person', 'parent-or-carer', 'clinician'))
);
--> statement-breakpoint
CREATE TABLE "grouping_decisions" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"grouping" text NOT NULL,
	"decided_on" date NOT NULL,
	"need_now" text NOT NULL,
	"considered" jsonb NOT NULL,
	"took_part" jsonb NOT NULL,
	"young_persons_view" text DEFAULT '' NOT NULL,
	"view_missing_because" text DEFAULT '' NOT NULL,
	"family_view" text DEFAULT '' NOT NULL,
	"disagreement" text DEFAULT '' NOT NULL,
	"plan" text NOT NULL,
	"everyones_part" text NOT NULL,
	"review_on" date NOT NULL,
	"good_outcome" text DEFAULT '' NOT NULL,
	"outcome_by" date,
	"if_not_reached" text DEFAULT '' NOT NULL,
	"lead_agency" text DEFAULT '' NOT NULL,
	"superseded_at" timestamp with time zone,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grouping_decisions_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "grouping_name" CHECK ("grouping_decisions"."grouping" in ('thriving', 'getting-advice', 'getting-help', 'getting-more-help', 'getting-risk-support')),
	CONSTRAINT "view_or_reason" CHECK ("grouping_decisions"."young_persons_view" <> '' or "grouping_decisions"."view_missing_because" <> ''),
	CONSTRAINT "outcome_answers" CHECK ("grouping_decisions"."grouping" not in ('getting-help', 'getting-more-help') or ("grouping_decisions"."good_outcome" <> '' and "grouping_decisions"."outcome_by" is not null and "grouping_decisions"."if_not_reached" <> ''))
);
--> statement-breakpoint
CREATE TABLE "grouping_drafts" (
	"partnership_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"input" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grouping_drafts_partnership_id_episode_id_pk" PRIMARY KEY("partnership_id","episode_id")
);
--> statement-breakpoint
CREATE TABLE "handover_steps" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handover_steps_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"from_team_id" uuid NOT NULL,
	"to_team_id" uuid NOT NULL,
	"sending_worker_id" uuid NOT NULL,
	"receiving_worker_id" uuid,
	"return_contact_id" uuid NOT NULL,
	"step" text DEFAULT 'thinking' NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"because_words" text DEFAULT '' NOT NULL,
	"goals_reviewed_on" date,
	"keep_doing" text DEFAULT '' NOT NULL,
	"watch_for" text DEFAULT '' NOT NULL,
	"ready_words" text DEFAULT '' NOT NULL,
	"sharing_entry_id" uuid,
	"first_joint_meeting_at" timestamp with time zone,
	"invited_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"declined_words" text DEFAULT '' NOT NULL,
	"step_since" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"come_back_until" date,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "handovers_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "handover_step" CHECK ("handovers"."step" in ('thinking', 'getting-ready', 'meeting-together', 'facilitator-leads', 'living-it', 'ended')),
	CONSTRAINT "handover_state" CHECK ("handovers"."state" in ('active', 'declined', 'stopped', 'ended', 'came-back')),
	CONSTRAINT "accepted_after_invitation" CHECK ("handovers"."accepted_at" is null or "handovers"."invited_at" is not null),
	CONSTRAINT "leads_once_accepted" CHECK ("handovers"."step" in ('thinking', 'getting-ready', 'meeting-together') or "handovers"."accepted_at" is not null),
	CONSTRAINT "over_says_when" CHECK ("handovers"."state" = 'active' or coalesce("handovers"."ended_at", "handovers"."declined_at") is not null)
);
--> statement-breakpoint
CREATE TABLE "imported_referrals" (
	"partnership_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"marks" jsonb NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imported_referrals_partnership_id_team_id_reference_pk" PRIMARY KEY("partnership_id","team_id","reference")
);
--> statement-breakpoint
CREATE TABLE "referral_import_rows" (
	"partnership_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"fields" jsonb NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "referral_import_rows_partnership_id_import_id_line_pk" PRIMARY KEY("partnership_id","import_id","line")
);
--> statement-breakpoint
CREATE TABLE "referral_imports" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"state" text DEFAULT 'checked' NOT NULL,
	"rows_new" integer NOT NULL,
	"rows_changed" integer NOT NULL,
	"rows_same" integer NOT NULL,
	"rows_problem" integer NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"imported_at" timestamp with time zone,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referral_imports_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"team_id" uuid,
	"role" text NOT NULL,
	"referrals_desk" boolean DEFAULT false NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "membership_role" CHECK ("memberships"."role" in ('clinician', 'facilitator', 'team-lead', 'privacy-officer', 'commissioner', 'administrator', 'system')),
	CONSTRAINT "membership_team" CHECK (("memberships"."role" in ('clinician', 'facilitator', 'team-lead')) = ("memberships"."team_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"ods_code" text,
	"kind" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "organisation_kind" CHECK ("organisations"."kind" in ('nhs', 'charity', 'council', 'commissioner'))
);
--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"idle_minutes" integer DEFAULT 30 NOT NULL,
	"hidden_limit" integer DEFAULT 5 NOT NULL,
	"come_back_months" integer DEFAULT 12 NOT NULL,
	"second_step" boolean DEFAULT true NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idle_minutes_15_to_60" CHECK ("partnerships"."idle_minutes" between 15 and 60),
	CONSTRAINT "hidden_limit_5_to_10" CHECK ("partnerships"."hidden_limit" between 5 and 10),
	CONSTRAINT "come_back_months_1_to_36" CHECK ("partnerships"."come_back_months" between 1 and 36)
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"email" text,
	"kind" text DEFAULT 'person' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "staff_kind" CHECK ("staff"."kind" in ('person', 'system')),
	CONSTRAINT "staff_status" CHECK ("staff"."status" in ('active', 'suspended', 'left'))
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"duty_staff_id" uuid,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "team_kind" CHECK ("teams"."kind" in ('clinical', 'community'))
);
--> statement-breakpoint
CREATE TABLE "addresses" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"lines" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"pcds" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"corrects" uuid,
	"corrected_at" timestamp with time zone,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "addresses_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "equality_facts" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"value" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "equality_facts_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"known_as" text DEFAULT '' NOT NULL,
	"pronouns" text DEFAULT '' NOT NULL,
	"born" date NOT NULL,
	"nhs_number" text,
	"nhs_number_absent" text,
	"phone" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"safe_contact" text DEFAULT '' NOT NULL,
	"communication_needs" text DEFAULT '' NOT NULL,
	"language" text DEFAULT '' NOT NULL,
	"school" text DEFAULT '' NOT NULL,
	"gp_practice" text DEFAULT '' NOT NULL,
	"gp_ods_code" text,
	"died_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "people_nhs_number" UNIQUE("nhs_number","partnership_id"),
	CONSTRAINT "nhs_number_ten_digits" CHECK ("people"."nhs_number" ~ '^[0-9]{10}$'),
	CONSTRAINT "nhs_number_or_reason" CHECK ("people"."nhs_number" is not null or "people"."nhs_number_absent" is not null)
);
--> statement-breakpoint
CREATE TABLE "person_references" (
	"partnership_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "person_references_partnership_id_organisation_id_reference_pk" PRIMARY KEY("partnership_id","organisation_id","reference")
);
--> statement-breakpoint
CREATE TABLE "relationships" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"relation" text NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"parental_responsibility" text DEFAULT 'not-asked' NOT NULL,
	"lives_with" text DEFAULT 'not-asked' NOT NULL,
	"contact_words" text DEFAULT '' NOT NULL,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "relationships_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "sharing_entries" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"recipient_team_id" uuid,
	"recipient_words" text DEFAULT '' NOT NULL,
	"purpose" text NOT NULL,
	"wish" text NOT NULL,
	"wish_words" text DEFAULT '' NOT NULL,
	"basis" text,
	"basis_words" text DEFAULT '' NOT NULL,
	"decided_by" text DEFAULT '' NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_words" text,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sharing_entries_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "sharing_wish" CHECK ("sharing_entries"."wish" in ('yes', 'no', 'not-asked'))
);
--> statement-breakpoint
CREATE TABLE "place_areas" (
	"edition" text NOT NULL,
	"vintage" text NOT NULL,
	"lsoa" text NOT NULL,
	"name" text NOT NULL,
	"authority" text NOT NULL,
	"authority_name" text NOT NULL,
	"imd_rank" integer NOT NULL,
	"imd" smallint NOT NULL,
	"income_rank" integer NOT NULL,
	"income" smallint NOT NULL,
	"employment_rank" integer NOT NULL,
	"employment" smallint NOT NULL,
	"education_rank" integer NOT NULL,
	"education" smallint NOT NULL,
	"health_rank" integer NOT NULL,
	"health" smallint NOT NULL,
	"crime_rank" integer NOT NULL,
	"crime" smallint NOT NULL,
	"housing_rank" integer NOT NULL,
	"housing" smallint NOT NULL,
	"environment_rank" integer NOT NULL,
	"environment" smallint NOT NULL,
	"idaci_rank" integer,
	"idaci" smallint,
	CONSTRAINT "place_areas_edition_lsoa_pk" PRIMARY KEY("edition","lsoa")
);
--> statement-breakpoint
CREATE TABLE "place_editions" (
	"edition" text PRIMARY KEY NOT NULL,
	"vintage" text NOT NULL,
	"areas" integer NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_postcode_files" (
	"file_hash" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"rows" integer NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_postcodes" (
	"pcds" text PRIMARY KEY NOT NULL,
	"introduced" integer,
	"terminated" integer,
	"country" text,
	"authority" text,
	"lsoa11" text,
	"lsoa21" text
);
--> statement-breakpoint
CREATE TABLE "published"."cells" (
	"partnership_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"breakdown" text NOT NULL,
	"level" text NOT NULL,
	"group_key" text NOT NULL,
	"position" smallint NOT NULL,
	"hidden" text,
	"numerator" integer,
	"denominator" integer,
	"percent" smallint,
	"lower" smallint,
	"upper" smallint,
	CONSTRAINT "cells_partnership_id_release_id_measure_breakdown_level_group_key_pk" PRIMARY KEY("partnership_id","release_id","measure","breakdown","level","group_key")
);
--> statement-breakpoint
CREATE TABLE "published"."releases" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"edition" text NOT NULL,
	"hidden_limit" integer NOT NULL,
	"newest" boolean DEFAULT true NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"notes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "releases_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"with_staff_id" uuid NOT NULL,
	"also_staff_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"minutes" integer DEFAULT 50 NOT NULL,
	"how" text DEFAULT 'face-to-face' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"who_else" text DEFAULT '' NOT NULL,
	"attendance" text,
	"attendance_words" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meetings_partnership_id_id_pk" PRIMARY KEY("partnership_id","id"),
	CONSTRAINT "meeting_attendance" CHECK ("meetings"."attendance" in ('came', 'could-not-come', 'did-not-come', 'was-not-brought'))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"happened_on" date NOT NULL,
	"words" text NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notes_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"partnership_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"for_staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"due_on" date,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_partnership_id_id_pk" PRIMARY KEY("partnership_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."break_glass" ADD CONSTRAINT "break_glass_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."break_glass" ADD CONSTRAINT "break_glass_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."credentials" ADD CONSTRAINT "credentials_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recovery_codes" ADD CONSTRAINT "recovery_codes_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."searches" ADD CONSTRAINT "searches_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD CONSTRAINT "sessions_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episode_places" ADD CONSTRAINT "episode_places_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_partnership_id_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_partnership_id_named_worker_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","named_worker_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "episodes" ADD CONSTRAINT "episodes_partnership_id_come_back_of_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","come_back_of","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_workers" ADD CONSTRAINT "named_workers_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_workers" ADD CONSTRAINT "named_workers_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_partnership_id_goal_id_person_id_goals_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","goal_id","person_id") REFERENCES "public"."goals"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grouping_decisions" ADD CONSTRAINT "grouping_decisions_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grouping_decisions" ADD CONSTRAINT "grouping_decisions_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grouping_drafts" ADD CONSTRAINT "grouping_drafts_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grouping_drafts" ADD CONSTRAINT "grouping_drafts_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_steps" ADD CONSTRAINT "handover_steps_partnership_id_handover_id_handovers_partnership_id_id_fk" FOREIGN KEY ("partnership_id","handover_id") REFERENCES "public"."handovers"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_steps" ADD CONSTRAINT "handover_steps_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_steps" ADD CONSTRAINT "handover_steps_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_from_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","from_team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_to_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","to_team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_sending_worker_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","sending_worker_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_receiving_worker_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","receiving_worker_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_return_contact_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","return_contact_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partnership_id_sharing_entry_id_sharing_entries_partnership_id_id_fk" FOREIGN KEY ("partnership_id","sharing_entry_id") REFERENCES "public"."sharing_entries"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_referrals" ADD CONSTRAINT "imported_referrals_partnership_id_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_referrals" ADD CONSTRAINT "imported_referrals_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_import_rows" ADD CONSTRAINT "referral_import_rows_partnership_id_import_id_referral_imports_partnership_id_id_fk" FOREIGN KEY ("partnership_id","import_id") REFERENCES "public"."referral_imports"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_imports" ADD CONSTRAINT "referral_imports_partnership_id_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_imports" ADD CONSTRAINT "referral_imports_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_partnership_id_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_partnership_id_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_partnership_id_organisation_id_organisations_partnership_id_id_fk" FOREIGN KEY ("partnership_id","organisation_id") REFERENCES "public"."organisations"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_partnership_id_organisation_id_organisations_partnership_id_id_fk" FOREIGN KEY ("partnership_id","organisation_id") REFERENCES "public"."organisations"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_partnership_id_duty_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","duty_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equality_facts" ADD CONSTRAINT "equality_facts_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equality_facts" ADD CONSTRAINT "equality_facts_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_references" ADD CONSTRAINT "person_references_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_references" ADD CONSTRAINT "person_references_partnership_id_organisation_id_organisations_partnership_id_id_fk" FOREIGN KEY ("partnership_id","organisation_id") REFERENCES "public"."organisations"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_entries" ADD CONSTRAINT "sharing_entries_partnership_id_person_id_people_partnership_id_id_fk" FOREIGN KEY ("partnership_id","person_id") REFERENCES "public"."people"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_entries" ADD CONSTRAINT "sharing_entries_partnership_id_recipient_team_id_teams_partnership_id_id_fk" FOREIGN KEY ("partnership_id","recipient_team_id") REFERENCES "public"."teams"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sharing_entries" ADD CONSTRAINT "sharing_entries_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published"."cells" ADD CONSTRAINT "cells_partnership_id_release_id_releases_partnership_id_id_fk" FOREIGN KEY ("partnership_id","release_id") REFERENCES "published"."releases"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_with_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","with_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_also_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","also_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_partnership_id_by_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","by_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_partnership_id_episode_id_person_id_episodes_partnership_id_id_person_id_fk" FOREIGN KEY ("partnership_id","episode_id","person_id") REFERENCES "public"."episodes"("partnership_id","id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_partnership_id_for_staff_id_staff_partnership_id_id_fk" FOREIGN KEY ("partnership_id","for_staff_id") REFERENCES "public"."staff"("partnership_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_xid" ON "app"."audit_log" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "audit_log_by_person" ON "app"."audit_log" USING btree ("partnership_id","person_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_by_partnership" ON "app"."audit_log" USING btree ("partnership_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "credentials_elsewhere" ON "app"."credentials" USING btree ("oidc_issuer","oidc_subject");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "app"."idempotency_keys" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "reach_by_episode" ON "app"."reach" USING btree ("episode_id","principal_id");--> statement-breakpoint
CREATE INDEX "reach_by_person" ON "app"."reach" USING btree ("person_id","principal_id");--> statement-breakpoint
CREATE INDEX "reach_by_principal" ON "app"."reach" USING btree ("principal_id","episode_id");--> statement-breakpoint
CREATE INDEX "searches_by_age" ON "app"."searches" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "sessions_of_staff" ON "app"."sessions" USING btree ("partnership_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_come_back" ON "episodes" USING btree ("come_back_of","partnership_id");--> statement-breakpoint
CREATE INDEX "episodes_of_person" ON "episodes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "episodes_of_team" ON "episodes" USING btree ("team_id","status");--> statement-breakpoint
CREATE INDEX "episodes_of_worker" ON "episodes" USING btree ("named_worker_id","status");--> statement-breakpoint
CREATE INDEX "named_workers_of_episode" ON "named_workers" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "goals_of_person" ON "goals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "goals_of_episode" ON "goals" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "ratings_of_goal" ON "ratings" USING btree ("goal_id","rated_on");--> statement-breakpoint
CREATE INDEX "ratings_of_person" ON "ratings" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_current_grouping" ON "grouping_decisions" USING btree ("partnership_id","episode_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "handover_steps_of_handover" ON "handover_steps" USING btree ("handover_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_active_handover" ON "handovers" USING btree ("partnership_id","episode_id") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "handovers_to_team" ON "handovers" USING btree ("to_team_id","state");--> statement-breakpoint
CREATE INDEX "handovers_from_team" ON "handovers" USING btree ("from_team_id","state");--> statement-breakpoint
CREATE INDEX "handovers_of_episode" ON "handovers" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "imported_referrals_of_episode" ON "imported_referrals" USING btree ("episode_id");--> statement-breakpoint
CREATE INDEX "referral_import_rows_by_kind" ON "referral_import_rows" USING btree ("import_id","kind","line");--> statement-breakpoint
CREATE INDEX "memberships_of_staff" ON "memberships" USING btree ("partnership_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_email" ON "staff" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "addresses_of_person" ON "addresses" USING btree ("person_id","from_day");--> statement-breakpoint
CREATE INDEX "equality_facts_of_person" ON "equality_facts" USING btree ("person_id","fact","made_at");--> statement-breakpoint
CREATE INDEX "people_by_birth" ON "people" USING btree ("born","partnership_id");--> statement-breakpoint
CREATE INDEX "relationships_of_person" ON "relationships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sharing_entries_of_person" ON "sharing_entries" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "cells_by_release" ON "published"."cells" USING btree ("release_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_newest_release" ON "published"."releases" USING btree ("partnership_id") WHERE newest;--> statement-breakpoint
CREATE INDEX "meetings_of_worker" ON "meetings" USING btree ("with_staff_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_also" ON "meetings" USING btree ("also_staff_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_of_person" ON "meetings" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE INDEX "notes_of_person" ON "notes" USING btree ("person_id","happened_on");--> statement-breakpoint
CREATE INDEX "tasks_of_staff" ON "tasks" USING btree ("for_staff_id","done_at");--> statement-breakpoint
CREATE INDEX "tasks_of_person" ON "tasks" USING btree ("person_id");