import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { type Account, account } from '@/db/access/reads'
import { roleNames, teamRoles } from '@/lib/access/roles'
import { instantInWords, timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { endSession, switchRole } from './actions'

export const metadata: Metadata = { title: 'Your account' }

type Search = Record<string, string | string[] | undefined>

export default async function YourAccount({ searchParams }: { searchParams: Promise<Search> }) {
  const { saved } = await searchParams
  const mine = await load(account, undefined, '/account')
  return (
    <StaffPage actor={mine.actor}>
      <div className="fp-form-page">
        <PageHeading>Your account</PageHeading>
        {typeof saved === 'string' && /^\d\d:\d\d$/.test(saved) && <Notice>Saved at {saved}.</Notice>}
        {mine.secondStep && mine.recoveryCodesLeft === 0 && (
          <Notice
            kind="warning"
            action={<ButtonLink href="/account/recovery-codes">Get recovery codes</ButtonLink>}
          >
            You have no recovery code for the day your phone is lost.
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: 'Name', value: mine.actor.name },
            { label: 'E-mail address', value: mine.email || 'None' },
            {
              label: 'Password',
              value: mine.hasPassword ? 'Yours alone' : 'None: you do not sign in with one',
              change: mine.hasPassword ? { href: '/account/password' } : undefined,
            },
            {
              label: 'Second step',
              value: mine.secondStep
                ? `Authenticator app. ${mine.recoveryCodesLeft} recovery ${mine.recoveryCodesLeft === 1 ? 'code' : 'codes'} left`
                : 'Not set up',
              change: mine.secondStep
                ? { href: '/account/recovery-codes', label: 'New recovery codes' }
                : undefined,
            },
            ...((teamRoles as readonly string[]).includes(mine.actor.role)
              ? [
                  {
                    label: 'How young people reach you',
                    value: 'Shown beside your name on their pages',
                    change: { href: '/account/reach' },
                  },
                ]
              : []),
          ]}
        />
        <Roles mine={mine} />
        <Sessions mine={mine} />
      </div>
    </StaffPage>
  )
}

const roleInWords = ({ role, teams }: Account['roles'][number]) =>
  teams.length > 0 ? `${roleNames[role]}, ${teams.join(' and ')}` : roleNames[role]

/** One acting role at a time: what is opened is audited under it. */
function Roles({ mine }: { mine: Account }) {
  const [only] = mine.roles
  return (
    <section className="fp-section" aria-labelledby="roles">
      <h2 className="fp-h2" id="roles">
        Your roles
      </h2>
      {mine.roles.length > 1 ? (
        <Form
          action={switchRole}
          submit="Act in this role"
          tone="quiet"
          idempotencyKey={newId()}
          id="role-form"
        >
          <RadioGroup
            name="role"
            label="Acting as"
            hint="What you see depends on the role you act in."
            value={mine.actor.role}
            options={mine.roles.map((held) => ({ value: held.role, label: roleInWords(held) }))}
          />
        </Form>
      ) : (
        <p>{only && roleInWords(only)}. Your administrator adds and ends roles.</p>
      )}
    </section>
  )
}

function Sessions({ mine }: { mine: Account }) {
  return (
    <section className="fp-section" aria-labelledby="sessions">
      <h2 className="fp-h2" id="sessions">
        Where you are signed in
      </h2>
      <ul className="nhsuk-list fp-list">
        {mine.sessions.map((session) => (
          <li key={session.id}>
            <p>
              {session.here ? <b>Here</b> : 'Somewhere else'}, as {roleNames[session.role].toLowerCase()},
              since {instantInWords(session.from)}. Last used{' '}
              {session.here ? 'now' : instantInWords(session.seen)}.
            </p>
            {!session.here && (
              <Form
                action={endSession}
                submit="End this one"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={{ sessionId: session.id }}
                id={`end-${session.id}`}
                label={`End the session since ${timeInWords(session.from)}`}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="fp-quiet">
        A session ends by itself 12 hours after signing in, and sooner when it is not used.
      </p>
    </section>
  )
}
