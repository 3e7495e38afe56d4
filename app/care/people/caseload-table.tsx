import type { Filter, Sort } from '@/db/caseload/caseload'
import { type Html, html } from '@/lib/html'
import { addressOf } from './address'

type Row = {
  personId: string
  name: string
  worker: string
  nextMeeting: string
  lastRated: string
  movement: string
  contact: string
  grouping: string
  step: string
}

type Column = { header: string; fact: keyof Row; sort?: Sort }

const columns: readonly Column[] = [
  { header: 'Name', fact: 'name', sort: 'name' },
  { header: 'Next meeting', fact: 'nextMeeting', sort: 'meeting' },
  { header: 'Last rated', fact: 'lastRated', sort: 'rated' },
  { header: 'First goal', fact: 'movement' },
  { header: 'Since contact', fact: 'contact', sort: 'contact' },
  { header: 'Grouping', fact: 'grouping' },
  { header: 'Hand-over', fact: 'step' },
]
const ofTeam: readonly Column[] = [...columns, { header: 'Named worker', fact: 'worker' }]

/**
 * The list as one table; on a phone each row is a card, by style alone. The rows are one piece of escaped text: as elements
 * they would double what the page costs, because every element is sent twice.
 */
export function CaseloadTable({ rows, filter }: { rows: readonly Row[]; filter: Filter }) {
  const shown = filter.whose === 'team' ? ofTeam : columns
  const caption = filter.whose === 'team' ? 'Young people with my team' : 'Young people with me'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="fp-table-scroll" tabIndex={0} aria-label={`Table: ${caption}`}>
      <table
        className="fp-table fp-table--stack"
        // biome-ignore lint/a11y/noRedundantRoles: said aloud, or the cards on a phone are no table to a screen reader
        role="table"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: everything put in is escaped by html``, which a test attacks
        dangerouslySetInnerHTML={{ __html: tableText(rows, shown, filter, caption).text }}
      />
    </section>
  )
}

const tableText = (
  rows: readonly Row[],
  shown: readonly Column[],
  filter: Filter,
  caption: string,
): Html => html`
<caption class="nhsuk-u-visually-hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${shown.map((column) => heading(column, filter))}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => rowText(row, shown))}</tbody>`

const heading = ({ header, sort }: Column, filter: Filter): Html =>
  sort
    ? html`<th scope="col" role="columnheader"${sort === filter.sort && html` aria-sort="ascending"`}><a href="${addressOf({ ...filter, sort })}">${header}</a></th>`
    : html`<th scope="col" role="columnheader">${header}</th>`

const rowText = (row: Row, shown: readonly Column[]): Html =>
  html`<tr role="row"><th scope="row" role="rowheader"><a href="/care/people/${row.personId}">${row.name}</a></th>${shown
    .slice(1)
    .map(
      ({ header, fact }) => html`<td role="cell" data-label="${header}">${row[fact] || 'None'}</td>`,
    )}</tr>`
