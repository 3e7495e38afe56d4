'use client'

import type { ReactNode } from 'react'
import { useField } from '../form-context'
import { FieldError, Theirs } from './field'

type Props = {
  /** Posts '0' to '10' or 'not-today'. */
  name: string
  /** Posts why there is no number today; `name-reason` unless told. */
  reasonName?: string
  /** Posts what makes it that number; `name-words` unless told. */
  wordsName?: string
  /** The goal as the young person said it. */
  legend: ReactNode
  /** Language of the goal's words, when it is not English. */
  lang?: string
  /** Why there is no number today. */
  reasons: readonly { value: string; label: string }[]
  anchors?: readonly [string, string, string]
  /** The one optional line under the tiles. */
  wordsLabel?: string
}

const numbers = Array.from({ length: 11 }, (_, number) => number)

/** Eleven numbers and "Not today" in one group of radios. None is chosen beforehand, and 0 is an answer. */
export function RatingTiles({
  name,
  reasonName = `${name}-reason`,
  wordsName = `${name}-words`,
  legend,
  lang,
  reasons,
  anchors = ['no closer yet', 'about half way', 'I have got there'],
  wordsLabel = 'What makes it that number?',
}: Props) {
  const field = useField(name)
  const reason = useField(reasonName)
  const words = useField(wordsName)
  const notTodayId = `${field.id}-not-today`
  return (
    <fieldset
      className={`fp-rate${field.error ? ' fp-error' : ''}`}
      aria-describedby={field.describedBy(true)}
    >
      <legend className="fp-rate__legend" lang={lang}>
        {legend}
      </legend>
      <Theirs field={field} />
      {field.error && <FieldError id={field.errorId} text={field.error} />}
      <p className="nhsuk-u-visually-hidden" id={field.hintId}>
        0 means {anchors[0]}, 5 {anchors[1]}, 10 {anchors[2]}.
      </p>
      <div className="fp-scale">
        {numbers.map((number) => {
          const id = number === 0 ? field.id : `${field.id}-${number}`
          return (
            <div className="fp-tile" key={number}>
              <input
                className="fp-tile__input"
                type="radio"
                id={id}
                name={name}
                value={number}
                defaultChecked={field.value === String(number)}
              />
              <label className="fp-tile__label" htmlFor={id}>
                {number}
              </label>
            </div>
          )
        })}
        <p className="fp-scale__mark fp-scale__mark--0" aria-hidden="true">
          {anchors[0]}
        </p>
        <p className="fp-scale__mark fp-scale__mark--5" aria-hidden="true">
          {anchors[1]}
        </p>
        <p className="fp-scale__mark fp-scale__mark--10" aria-hidden="true">
          {anchors[2]}
        </p>
      </div>
      <div className="fp-rate__rest">
        <div className="nhsuk-radios nhsuk-radios--small">
          <div className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input fp-not-today"
              type="radio"
              id={notTodayId}
              name={name}
              value="not-today"
              defaultChecked={field.value === 'not-today'}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={notTodayId}>
              Not today
            </label>
          </div>
          <fieldset
            className="nhsuk-fieldset nhsuk-radios__conditional fp-reveal"
            aria-describedby={reason.describedBy(false)}
          >
            <legend className="nhsuk-u-visually-hidden">Why not today?</legend>
            {reason.error && <FieldError id={reason.errorId} text={reason.error} />}
            <div className="nhsuk-radios nhsuk-radios--small">
              {reasons.map((option, index) => {
                const id = index === 0 ? reason.id : `${reason.id}-${index}`
                return (
                  <div className="nhsuk-radios__item" key={option.value}>
                    <input
                      className="nhsuk-radios__input"
                      type="radio"
                      id={id}
                      name={reasonName}
                      value={option.value}
                      defaultChecked={reason.value === option.value}
                    />
                    <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
                      {option.label}
                    </label>
                  </div>
                )
              })}
            </div>
          </fieldset>
        </div>
        <div className="fp-rate__words">
          <label className="nhsuk-label fp-small" htmlFor={words.id}>
            {wordsLabel} <span className="fp-optional">(optional)</span>
          </label>
          <Theirs field={words} takes />
          {words.error && <FieldError id={words.errorId} text={words.error} />}
          <input
            className="nhsuk-input"
            id={words.id}
            name={wordsName}
            type="text"
            defaultValue={words.value}
            aria-describedby={words.describedBy(false)}
            autoComplete="off"
          />
        </div>
      </div>
    </fieldset>
  )
}
