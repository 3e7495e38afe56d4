import type { Ref } from 'react'
import type { FormState } from './form-state'

type Props = {
  failure: Extract<FormState, { status: 'failed' }>
  /** Put before a field's name to make the id of its first control. */
  prefix: string
  ref?: Ref<HTMLDivElement>
}

/** The box at the top of a failed form. It takes focus and links to each field. */
export function ErrorSummary({ failure, prefix, ref }: Props) {
  const theirs = Object.keys(failure.theirs ?? {}).filter((name) => name !== 'version')
  const errors = Object.entries(failure.fields)
  // Where everything that comes back is a question, nothing is wrong with what was typed.
  const asks = errors.length > 0 && errors.every(([, sentence]) => sentence.endsWith('?'))
  return (
    <div className="nhsuk-error-summary fp-form-page" tabIndex={-1} ref={ref} data-form-errors>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">{asks ? 'One question first' : 'There is a problem'}</h2>
        <div className="nhsuk-error-summary__body">
          {failure.message && <p>{failure.message}</p>}
          {theirs.length > 0 && (
            <p>
              Someone else changed this while you were writing. Their text is with yours below. Change yours
              if you need to, then save again.
            </p>
          )}
          {!failure.secret && <p>Nothing you entered is lost.</p>}
          {errors.length > 0 && (
            <ul className={asks ? 'nhsuk-list' : 'nhsuk-list nhsuk-error-summary__list'}>
              {errors.map(([name, sentence]) => (
                <li key={name}>
                  <a href={`#${prefix}${name}`}>{sentence}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
