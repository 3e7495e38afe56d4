import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Link } from './link'
import { type NavItem, NavLinks } from './nav-links'
import { OtherTabs } from './other-tabs'
import { Session } from './session/session'

type ServerAction = string | ((data: FormData) => void | Promise<void>)

type Props = {
  /** The service's own name, set by whoever runs it. */
  brand?: string
  /** The partnership the signed-in person works in; not shown on young people's pages. */
  partnership?: string
  /** Where the wordmark leads. */
  home?: string
  actor?: { name: string }
  /** Whose session the page is drawn in: it is watched over. */
  session?: { staffId: string; name: string; role: string }
  nav?: readonly NavItem[]
  /** The href of the navigation item this page is under. */
  current?: string
  /** Links in the account menu, such as 'Your account'. */
  account?: readonly { href: string; label: string }[]
  signOut?: ServerAction
  /** Where a search for a person is posted; leave out for people who may not search. Posts `q`. */
  search?: ServerAction
  /** The page with the search box for narrow screens. */
  searchHref?: string
  /** Where a concern about safety is noted: on every page for workers. */
  concernHref?: string
  /** Young people's pages: one column, large text, "Get help now" on every page. */
  youngPerson?: boolean
  /** The address of "Get help now": a bar on young people's pages, a link in the header when nobody is signed in. */
  helpNowHref?: string
  /** A neutral site to go to at once, offered on young people's pages. */
  leaveHref?: string
  demonstration?: boolean
  /** The board needs more room than reading does. */
  wide?: boolean
  /** Between header and main, over the whole width: the identity bar. */
  banner?: ReactNode
  footerLinks?: readonly { href: string; label: string }[]
  children: ReactNode
}

const everyPage = [
  { href: '/help', label: 'Help' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/privacy', label: 'Privacy' },
] as const

/** Header, navigation, main and footer of every page. Navigation comes as data, so that roles are decided elsewhere. */
export function Shell(props: Props) {
  const { brand = 'Footpath', home = '/', nav = [], footerLinks = everyPage, youngPerson, wide } = props
  const container = `fp-container${wide ? ' fp-container--wide' : ''}`
  return (
    <div className={youngPerson ? 'fp-shell fp-me' : 'fp-shell'}>
      <header className="fp-header">
        {props.demonstration && (
          <p className="fp-banner">
            <span className={container}>Demonstration. Everyone here is invented: enter nobody real.</span>
          </p>
        )}
        <div className={`${container} fp-header__row`}>
          <Link className="fp-wordmark" href={home}>
            {brand}
          </Link>
          {props.partnership && <span className="fp-header__service">{props.partnership}</span>}
          {props.search && <Search action={props.search} />}
          <div className="fp-header__end">
            {props.search && props.searchHref && (
              <Link className="fp-search-link" href={props.searchHref}>
                Search
              </Link>
            )}
            {props.concernHref && <Link href={props.concernHref}>Concern about safety</Link>}
            {!youngPerson && props.helpNowHref && <Link href={props.helpNowHref}>Get help now</Link>}
            {props.actor && <Account {...props} actor={props.actor} />}
            {props.leaveHref && (
              <a href={props.leaveHref} rel="noreferrer">
                Leave this page
              </a>
            )}
          </div>
        </div>
        {nav.length > 0 && <NavLinks label="Main" items={nav} current={props.current} wide={wide} />}
        {youngPerson && props.helpNowHref && (
          <div className="fp-helpbar">
            <div className={container}>
              <Link className="fp-help" href={props.helpNowHref}>
                Get help now <Icon name="forward" />
              </Link>
            </div>
          </div>
        )}
      </header>
      {props.banner}
      {props.actor && <OtherTabs />}
      <main className="fp-main" id="main" tabIndex={-1}>
        <div className={container}>
          <Watched session={props.session}>{props.children}</Watched>
        </div>
      </main>
      <footer className="fp-footer">
        <div className={container}>
          <ul>
            {footerLinks.map((link) => (
              <li key={link.href}>
                <Link href={link.href}>{link.label}</Link>
              </li>
            ))}
            {youngPerson && props.signOut && (
              <li>
                <SignOut signOut={props.signOut} />
              </li>
            )}
          </ul>
        </div>
      </footer>
    </div>
  )
}

const Watched = ({ session, children }: Pick<Props, 'session' | 'children'>) =>
  session ? (
    <Session drawnFor={session.staffId} name={session.name} role={session.role}>
      {children}
    </Session>
  ) : (
    children
  )

/** Posts, so that no name is ever part of an address. */
function Search({ action }: { action: ServerAction }) {
  return (
    <search className="fp-search">
      <form
        className="fp-search__box"
        action={action}
        method={typeof action === 'string' ? 'post' : undefined}
      >
        <label className="nhsuk-u-visually-hidden" htmlFor="header-search">
          Find a young person by name, NHS number or date of birth
        </label>
        <input
          className="fp-search__input"
          id="header-search"
          name="q"
          type="search"
          autoComplete="off"
          placeholder="Name, NHS number or date of birth"
        />
        <button className="fp-search__button" type="submit">
          <Icon name="search" />
          <span className="nhsuk-u-visually-hidden">Search</span>
        </button>
      </form>
    </search>
  )
}

/** A native disclosure: opens without script and with the keyboard. */
function Account({
  actor,
  account = [],
  signOut,
}: Pick<Props, 'account' | 'signOut'> & { actor: { name: string } }) {
  if (account.length === 0 && !signOut) return <span>{actor.name}</span>
  return (
    <details className="fp-account">
      <summary className="fp-account__name">
        {actor.name}
        <span className="nhsuk-u-visually-hidden">, your account</span>
      </summary>
      <div className="fp-account__menu">
        {account.map((link) => (
          <Link key={link.href} href={link.href}>
            {link.label}
          </Link>
        ))}
        {signOut && <SignOut signOut={signOut} />}
      </div>
    </details>
  )
}

function SignOut({ signOut }: { signOut: ServerAction }) {
  return (
    <form action={signOut} method={typeof signOut === 'string' ? 'post' : undefined}>
      <button className="fp-link-button" type="submit">
        Sign out
      </button>
    </form>
  )
}
