ALTER TABLE "app"."sessions" DROP CONSTRAINT "session_stage";--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "membership_role";--> statement-breakpoint
ALTER TABLE "staff" DROP CONSTRAINT "staff_kind";--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD COLUMN "in_room_with" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "relationship_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "sign_in_name" text;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_sign_in_name" ON "staff" USING btree (lower("sign_in_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "one_account_of_a_young_person" ON "staff" USING btree ("person_id","partnership_id") WHERE kind = 'young-person' and status <> 'left';--> statement-breakpoint
CREATE UNIQUE INDEX "one_account_of_a_parent" ON "staff" USING btree ("relationship_id","partnership_id") WHERE kind = 'parent-or-carer' and status <> 'left';--> statement-breakpoint
CREATE INDEX "staff_of_person" ON "staff" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD CONSTRAINT "session_in_room" CHECK (("app"."sessions"."stage" = 'in-room') = ("app"."sessions"."in_room_with" is not null));--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD CONSTRAINT "session_stage" CHECK ("app"."sessions"."stage" in ('full', 'second-step', 'password', 'in-room'));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "membership_role" CHECK ("memberships"."role" in ('clinician', 'facilitator', 'team-lead', 'privacy-officer', 'commissioner', 'administrator', 'young-person', 'parent-or-carer', 'in-room', 'system'));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "account_of_a_person" CHECK (("staff"."kind" in ('young-person', 'parent-or-carer')) = ("staff"."person_id" is not null));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "parent_is_named" CHECK (("staff"."kind" = 'parent-or-carer') = ("staff"."relationship_id" is not null));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "sign_in_name" CHECK ("staff"."sign_in_name" ~ '^[^@[:space:]]{3,40}$');--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_kind" CHECK ("staff"."kind" in ('person', 'system', 'young-person', 'parent-or-carer'));