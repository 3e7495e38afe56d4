import { searchPeople } from './actions'

type Props = { typed?: string; error?: string }

/** The search box of the page itself. It posts, so that no name is ever part of an address. */
export function SearchForm({ typed, error }: Props) {
  return (
    <search>
      <form action={searchPeople} className="fp-form-page">
        <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}`}>
          <label className="nhsuk-label fp-h4" htmlFor="q">
            Name, NHS number or date of birth
          </label>
          <div className="nhsuk-hint" id="q-hint">
            For example, Sam Whitlow, or 14 5 2010. Near spellings are found too.
          </div>
          {error && (
            <span className="nhsuk-error-message" id="q-error">
              <span className="nhsuk-u-visually-hidden">Error:</span> {error}
            </span>
          )}
          <input
            className={`nhsuk-input${error ? ' nhsuk-input--error' : ''}`}
            id="q"
            name="q"
            type="text"
            defaultValue={typed}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-describedby={error ? 'q-hint q-error' : 'q-hint'}
          />
        </div>
        <button className="fp-button-quiet" type="submit">
          Search
        </button>
      </form>
    </search>
  )
}
