import { describe, expect, test } from 'vitest'
import { sql } from '../../build/sql'

const names = async (text: string) => (await sql<{ name: string }>(text)).map((row) => row.name)

const ours = `n.nspname in ('public', 'app', 'published')`
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours} where c.relkind in ('r', 'p')`
/** Functions of our own: those of an extension belong to it. */
const functions = `pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${ours}
  where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`
const table = `n.nspname || '.' || c.relname as name`

/** Public places, norms, seals of hashes and counters under hashes: nobody is in them. */
const nobodyInThem = [
  'app.audit_seals',
  'app.job_runs',
  'app.throttle',
  'public.place_areas',
  'public.place_editions',
  'public.place_postcode_files',
  'public.place_postcodes',
  'public.rcads_norm_files',
  'public.rcads_norms',
]

describe('tables', () => {
  test('each one with people in it has row-level security enabled, and forced on its owner too', async () => {
    expect(
      await names(
        `select ${table} from ${tables} and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
      ),
    ).toEqual(nobodyInThem)
  })

  test('each one with people in it says which partnership a row belongs to', async () => {
    const has = 'select from pg_attribute a where a.attrelid = c.oid and a.attnotnull'
    expect(
      await names(
        `select ${table} from ${tables} and not exists (${has} and a.attname = 'partnership_id') order by 1`,
      ),
    ).toEqual(
      // Numbers to be signed belong to a browser that nobody has said anything about yet.
      ['app.audit_log', 'app.passkey_challenges', 'public.partnerships', ...nobodyInThem].sort(),
    )
  })

  test('a key from one to another carries the partnership, so that no row points across', async () => {
    const of = (column: string) =>
      `exists (select from pg_attribute a where a.attrelid = k.${column} and a.attname = 'partnership_id')`
    expect(
      await names(
        `select k.conrelid::regclass || ' ' || k.conname as name from pg_constraint k
         join pg_namespace n on n.oid = k.connamespace and ${ours}
         where k.contype = 'f' and ${of('conrelid')} and ${of('confrelid')} and not exists (
           select from unnest(k.conkey, k.confkey) as pair (here, there)
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
           join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
           where a.attname = 'partnership_id' and b.attname = 'partnership_id')`,
      ),
    ).toEqual([])
  })

  test('the application deletes drafts, what was read of a file and old counters, and nothing of a record', async () => {
    expect(
      await names(
        `select ${table} from ${tables} and has_table_privilege('footpath_app', c.oid, 'delete') order by 1`,
      ),
    ).toEqual(['app.throttle', 'public.drafts', 'public.grouping_drafts', 'public.referral_import_rows'])
    expect(
      await names(
        `select ${table} from ${tables} and has_table_privilege('footpath_app', c.oid, 'truncate, references, trigger')`,
      ),
    ).toEqual([])
  })

  test('the commissioners’ role has published figures and nothing else', async () => {
    expect(
      await names(
        `select ${table} from ${tables} and (has_any_column_privilege('footpath_report', c.oid, 'select, insert, update')
           or has_table_privilege('footpath_report', c.oid, 'delete, truncate')) order by 1`,
      ),
    ).toEqual(['published.cells', 'published.releases'])
  })
})

describe('policies', () => {
  test('find out who is asking in one place only: none reads the session itself', async () => {
    expect(
      await names(
        `select tablename || ' ' || policyname as name from pg_policies
         where coalesce(qual, '') || coalesce(with_check, '') like '%current_setting%'`,
      ),
    ).toEqual([])
  })

  test('each is for one role, never for everybody', async () => {
    expect(await names('select distinct roles::text as name from pg_policies order by 1')).toEqual([
      '{footpath_app}',
      '{footpath_jobs}',
      '{footpath_report}',
      '{footpath_resolver}',
      '{footpath_sealer}',
    ])
  })

  test('each that lets the application in asks who is asking, or what is within their reach', async () => {
    expect(
      await names(
        `select schemaname || '.' || tablename || ' ' || policyname as name from pg_policies
         where roles = '{footpath_app}' and schemaname || '.' || tablename not like 'public.place%'
           and coalesce(qual, with_check) !~ '(app\\.)?(me|reach)\\M|my_[a-z_]+\\(|holds_desk|referral_imports'`,
      ),
    ).toEqual([])
  })
})

describe('roles', () => {
  test('none of the service is a superuser or passes by the line; only the backup reads everything', async () => {
    expect(
      await names(
        `select rolname as name from pg_roles where rolname like 'footpath\\_%'
         and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or (rolbypassrls and (rolcanlogin or rolname <> 'footpath_backup')))`,
      ),
    ).toEqual([])
  })

  test('the application owns nothing, belongs to no other role and makes nothing', async () => {
    const owned = `select ${table} from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where pg_get_userbyid(c.relowner) in ('footpath_app', 'footpath_report', 'footpath_sealer', 'footpath_jobs')`
    expect(await names(owned)).toEqual([])
    expect(
      await names(
        `select roleid::regrole::text as name from pg_auth_members
         where member in ('footpath_app'::regrole, 'footpath_report'::regrole, 'footpath_sealer'::regrole, 'footpath_jobs'::regrole)`,
      ),
    ).toEqual([])
    expect(
      await names(
        `select r.rolname || ' ' || n.nspname as name from pg_namespace n, pg_roles r where ${ours}
         and r.rolname like 'footpath\\_%' and r.rolname <> 'footpath_owner' and has_schema_privilege(r.rolname, n.oid, 'create')`,
      ),
    ).toEqual([])
  })
})

describe('functions', () => {
  /** What each of these opens is argued where it is written; a new one has to be added here too. */
  const forTheApplication = [
    'busy',
    'my_partnership',
    'my_partnership_as',
    'my_person_as',
    'my_principals',
    'my_staff',
    ...['attach_known', 'begin_second_step', 'break_glass', 'caseload', 'confirm_second_step'],
    ...['demonstration_accounts', 'end_session', 'enter', 'forget_day_old', 'forget_sign_in'],
    ...['give_to_duty_worker', 'held_by_team', 'holds_desk', 'known_here', 'known_referrals', 'match_people'],
    ...['my_sign_in', 'note_outside', 'reset_sign_in', 'resting_handovers', 'seal_state', 'search_people'],
    ...['set_own_password', 'set_recovery_codes', 'sign_in_elsewhere', 'sign_in_facts'],
    ...[
      'start_demonstration_session',
      'start_session',
      'switch_role',
      'withdraw_sharing',
      'young_people_with',
    ],
    ...['outbox_counts', 'turn_off_reminders', 'story', 'story_writers', 'who_looked'],
    ...[
      'drafts_waiting',
      'drop_held_text',
      'forget_old_drafts',
      'held_text',
      'hold_text',
      'of_a_meeting_held',
    ],
    'sign_in_address',
    ...[
      'accept_invitation',
      'add_passkey',
      'end_account',
      'hand_over_screen',
      'invitation_state',
      'keep_challenge',
    ],
    ...[
      'pass_back',
      'passkey_facts',
      'remove_passkey',
      'start_passkey_session',
      'take_challenge',
      'try_invitation',
    ],
    ...['my_allowances', 'my_allowed_goals', 'my_allowed_person', 'my_child', 'my_childs_open_episode'],
    ...[
      'my_childs_plan_lines',
      'my_relationship',
      'put_right',
      'shown_help_lines',
      'who_can_see_me',
      'who_looked_at_me',
    ],
  ]
  const forTheOwner = ['create_partnership', 'open_desk_session', 'partnerships_here', 'start_system_session']
  const forTheReport = ['report_enter']
  const forTheJobs = ['note_job_run', 'outbox_due']
  /** Called by triggers and by the functions above. */
  const within = [
    ...['always_a_named_worker', 'commissioner_opens_no_record', 'entry_to_withdraw', 'keep_named_worker'],
    ...['keep_reach', 'keep_session_alive'],
    ...['known_out_of_reach', 'may_ask_known_here', 'named_worker_is_here', 'next_stage', 'open_session'],
    ...['may_be_tried_out', 'places_of', 'reach_of', 'roles_held', 'use_passkey'],
    ...['must_see_concern', 'next_plan_version', 'show_concern', 'show_concerns_on'],
  ]
  const definers = `select p.proname as name from ${functions} and p.prosecdef`

  test('none may be called by everybody', async () => {
    expect(
      await names(
        `select p.proname as name from ${functions} and has_function_privilege('public', p.oid, 'execute')`,
      ),
    ).toEqual([])
  })

  test('those that work with another’s rights are known by name, with who may call them', async () => {
    const callable = (role: string) =>
      names(`${definers} and has_function_privilege('${role}', p.oid, 'execute') order by 1`)
    expect(await callable('footpath_app')).toEqual([...forTheApplication].sort())
    expect(await callable('footpath_report')).toEqual(forTheReport)
    expect(await callable('footpath_jobs')).toEqual(
      [...forTheJobs, 'forget_day_old', 'forget_old_drafts', 'start_system_session'].sort(),
    )
    expect(await callable('footpath_sealer')).toEqual(['forget_day_old', 'forget_old_drafts'])
    expect(await names(`${definers} order by 1`)).toEqual(
      [...forTheApplication, ...forTheOwner, ...forTheReport, ...forTheJobs, ...within].sort(),
    )
  })

  test('those belong to the resolver and look things up nowhere but in our schemas', async () => {
    expect(
      await names(
        `${definers} and (pg_get_userbyid(p.proowner) <> 'footpath_resolver'
           or not coalesce('search_path=app, public, pg_temp' = any (p.proconfig), false))`,
      ),
    ).toEqual([])
  })

  test('the one view that works with the resolver’s rights is the one that says who is asking', async () => {
    expect(
      await names(
        `select ${table} from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${ours}
         where c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
      ),
    ).toEqual(['app.me'])
    expect(
      await names(`select reloptions::text as name from pg_class where oid = 'app.me'::regclass`),
    ).toEqual(['{security_barrier=true}'])
  })
})
