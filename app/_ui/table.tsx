import type { ReactNode } from 'react'
import { Link } from './link'

export type Column = {
  header: string
  number?: boolean
  /** A link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

export type Row = {
  key: string
  /** The first cell is the row's header. One cell fewer, with `span`, says something instead of numbers. */
  cells: readonly ReactNode[]
  /** The last cell runs over the remaining columns, for example "Hidden to protect privacy". */
  span?: boolean
}

type Props = {
  caption: string
  columns: readonly Column[]
  rows: readonly Row[]
  foot?: Row
  /** Say the caption to screen readers only, where a heading just above says it already. */
  captionHidden?: boolean
  /** Rows become short blocks on a phone, instead of scrolling sideways. */
  stack?: boolean
}

/** Caption, header cells with scope, and a named region that scrolls sideways and takes focus. */
export function Table({ caption, columns, rows, foot, captionHidden, stack }: Props) {
  // A stacked table loses its meaning in some browsers unless the roles are said aloud.
  const role = (name: string) => (stack ? name : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="fp-table-scroll" tabIndex={0} aria-label={`Table: ${caption}`}>
      <table className={`fp-table${stack ? ' fp-table--stack' : ''}`} role={role('table')}>
        <caption className={captionHidden ? 'nhsuk-u-visually-hidden' : undefined}>{caption}</caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map((column) => (
              <th
                key={column.header}
                scope="col"
                role={role('columnheader')}
                className={column.number ? 'is-n' : undefined}
                aria-sort={column.sort?.now}
              >
                {column.sort ? <Link href={column.sort.href}>{column.header}</Link> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <TableRow key={row.key} row={row} columns={columns} role={role} />
          ))}
        </tbody>
        {foot && (
          <tfoot role={role('rowgroup')}>
            <TableRow row={foot} columns={columns} role={role} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

type RowProps = { row: Row; columns: readonly Column[]; role: (name: string) => string | undefined }

function TableRow({ row, columns, role }: RowProps) {
  return (
    <tr role={role('row')}>
      {row.cells.map((cell, index) => {
        const column = columns[index]
        const key = column?.header ?? index
        const number = column?.number ? 'is-n' : undefined
        if (index === 0)
          return (
            <th key={key} scope="row" role={role('rowheader')} className={number}>
              {cell}
            </th>
          )
        const spans = row.span && index === row.cells.length - 1
        return (
          <td
            key={key}
            role={role('cell')}
            className={spans ? 'fp-quiet' : number}
            colSpan={spans ? columns.length - index : undefined}
            data-label={column?.header}
          >
            {cell}
          </td>
        )
      })}
    </tr>
  )
}
