import { Link } from './link'

export type NavItem = { href: string; label: string; count?: number }

type Props = {
  label: string
  items: readonly NavItem[]
  /** The href of the item we are on or under. */
  current?: string
  wide?: boolean
}

/** Links that wrap: no menu button, so nothing depends on script. */
export function NavLinks({ label, items, current, wide }: Props) {
  return (
    <nav className="fp-nav" aria-label={label}>
      <div className={`fp-container${wide ? ' fp-container--wide' : ''}`}>
        <ul className="fp-nav__list">
          {items.map((item) => (
            <li className="fp-nav__item" key={item.href}>
              <Link
                className="fp-nav__link"
                href={item.href}
                aria-current={item.href === current ? 'page' : undefined}
              >
                {item.label}
                {item.count !== undefined && <span className="fp-count">{item.count}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
