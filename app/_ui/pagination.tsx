import { Link } from './link'

type Props = {
  /** Counted from 1. */
  page: number
  pages: number
  /** The address of this page without `page`, filters included, for example '/care/people?step=2'. */
  path: string
  label?: string
}

/** Previous and next, with the page number in the address. Nothing at all when there is one page. */
export function Pagination({ page, pages, path, label = 'Pages' }: Props) {
  if (pages <= 1) return null
  const href = (to: number) => `${path}${path.includes('?') ? '&' : '?'}page=${to}`
  return (
    <nav className="fp-pages" aria-label={label}>
      {page > 1 && (
        <Link href={href(page - 1)} rel="prev">
          Previous page
        </Link>
      )}
      <span className="fp-quiet fp-num">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={href(page + 1)} rel="next">
          Next page
        </Link>
      )}
    </nav>
  )
}
