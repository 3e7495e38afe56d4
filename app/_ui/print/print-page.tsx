import type { ReactNode } from 'react'
import { type Day, inWords } from '@/lib/day'
import { nhsNumberInWords } from '@/lib/people/nhs-number'
import { BackLink } from '../back-link'
import { Link } from '../link'
import { PrintButton } from './print-button'
import { type PrintWish, wishAddress } from './wish'

type Props = {
  title: ReactNode
  /** Under the title, on paper too. */
  about?: ReactNode
  person: { name: string; shortName: string; born: Day; nhsNumber: string | null }
  today: Day
  wish: PrintWish
  /** This page without what was chosen. */
  base: string
  back: { href: string; label: string }
  /** False on a young person's own paper, which never asks for a number. */
  offersFull?: boolean
  children: ReactNode
}

/**
 * A page to print: A4, 12 point, or 18 on request, with the day it was printed. The page number comes from the style sheet's
 * page margins. It has no header of the service and no identity bar: whoever finds the paper learns a first name and an
 * initial, unless somebody chose more.
 */
export function PrintPage({
  title,
  about,
  person,
  today,
  wish,
  base,
  back,
  offersFull = true,
  children,
}: Props) {
  const { large, full } = wish
  return (
    <main className={`fp-main fp-paper${large ? ' fp-print-large' : ''}`} id="main" tabIndex={-1}>
      <div className="fp-screen-only fp-paper__ways">
        <BackLink href={back.href}>{back.label}</BackLink>
        <p>Print it from your browser’s menu, or with Ctrl and P.</p>
        <p>
          {large ? (
            <Link href={wishAddress(base, { full, large: false })}>Use 12 point letters</Link>
          ) : (
            <Link href={wishAddress(base, { full, large: true })}>Use 18 point letters</Link>
          )}
        </p>
        {offersFull && (
          <p>
            {full ? (
              <Link href={wishAddress(base, { full: false, large })}>Put only {person.shortName} on it</Link>
            ) : (
              <Link href={wishAddress(base, { full: true, large })}>
                Put the whole name, date of birth and NHS number on it
              </Link>
            )}
          </p>
        )}
        <PrintButton />
      </div>
      <header className="fp-paper__head">
        <h1>{title}</h1>
        <p>
          {full ? (
            <>
              {person.name}, born {inWords(person.born)}
              {person.nhsNumber && (
                <span className="fp-nowrap">, NHS number {nhsNumberInWords(person.nhsNumber)}</span>
              )}
            </>
          ) : (
            person.shortName
          )}
        </p>
        <p>Printed on {inWords(today)}</p>
        {about && <p>{about}</p>}
      </header>
      {children}
    </main>
  )
}
