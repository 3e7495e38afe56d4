import type { Role } from '@/lib/access/roles'

const items = {
  today: { href: '/care/today', label: 'Today' },
  people: { href: '/care/people', label: 'My young people' },
  referrals: { href: '/care/referrals', label: 'Referrals' },
  handovers: { href: '/care/handovers', label: 'Hand-overs' },
  equity: { href: '/commissioning/equity', label: 'Equity' },
  staff: { href: '/admin/people', label: 'People and access' },
  teams: { href: '/admin/teams', label: 'Teams' },
  settings: { href: '/admin/settings', label: 'Settings' },
  jobs: { href: '/admin/jobs', label: 'Jobs' },
  helpLines: { href: '/admin/help-lines', label: 'Help lines' },
  audit: { href: '/admin/audit', label: 'Audit log' },
  breakGlass: { href: '/admin/break-glass', label: 'Records opened in need' },
} as const

const worker = [items.today, items.people, items.referrals, items.handovers]

/** Where each role may go from every page (ux.md section 3), as far as the pages exist. */
export const navigation: Record<Role, readonly { href: string; label: string }[]> = {
  clinician: worker,
  facilitator: worker,
  'team-lead': [...worker, items.equity],
  'privacy-officer': [items.breakGlass, items.audit],
  commissioner: [items.equity],
  administrator: [
    items.staff,
    items.teams,
    items.settings,
    items.helpLines,
    items.jobs,
    items.audit,
    items.equity,
  ],
  'young-person': [
    { href: '/me', label: 'Home' },
    { href: '/me/goals', label: 'My goals' },
    { href: '/me/plan', label: 'My plan' },
    { href: '/me/people', label: 'My people' },
  ],
  'parent-or-carer': [{ href: '/family', label: 'Home' }],
  'in-room': [{ href: '/in-the-room', label: 'How close do you feel?' }],
  system: [],
}

/** The first page after signing in. */
export const homeOf = (role: Role): string => navigation[role][0]?.href ?? '/account'
