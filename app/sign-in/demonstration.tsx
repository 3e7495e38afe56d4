import { Icon } from '@/app/_ui/icon'
import type { DemonstrationAccount } from '@/db/access/demonstration-accounts'
import { ownPagesRoles, type Role, roleNames } from '@/lib/access/roles'
import { signInToDemonstration } from './actions'

/** One press signs in. The list is empty unless the database carries the demonstration's mark. */
export function Demonstration({ accounts, to }: { accounts: DemonstrationAccount[]; to: string }) {
  const theirs = (role: Role) => (ownPagesRoles as readonly Role[]).includes(role)
  return (
    <section className="fp-card fp-card--strong" aria-labelledby="demonstration">
      <h2 className="fp-h2" id="demonstration">
        Look round the demonstration
      </h2>
      <p className="fp-small fp-quiet">
        One press signs you in as an invented person. Nobody here is real; please enter no real person.
      </p>
      <form action={signInToDemonstration}>
        <input type="hidden" name="to" value={to} />
        <Roles accounts={accounts.filter(({ role }) => !theirs(role))} />
        {accounts.some(({ role }) => theirs(role)) && (
          <>
            <h3 className="fp-h3 fp-section">Their own pages</h3>
            <Roles accounts={accounts.filter(({ role }) => theirs(role))} />
          </>
        )}
      </form>
    </section>
  )
}

const Roles = ({ accounts }: { accounts: DemonstrationAccount[] }) => (
  <ul className="fp-roles">
    {accounts.map((account) => (
      <li key={account.staffId}>
        <button className="fp-role" type="submit" name="staffId" value={account.staffId}>
          <span>
            <b>{roleNames[account.role]}</b>
            <span>{[account.name, account.team || account.jobTitle].filter(Boolean).join('. ')}</span>
          </span>
          <Icon name="forward" />
        </button>
      </li>
    ))}
  </ul>
)
