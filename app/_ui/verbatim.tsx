type Props = { children: string; lang?: string }

/** Someone's own words inside a heading, link or legend: spelling, lines and direction of writing kept. */
export function Verbatim({ children, lang }: Props) {
  return (
    <span className="fp-verbatim" lang={lang === 'en' ? undefined : lang} dir="auto">
      {children}
    </span>
  )
}
