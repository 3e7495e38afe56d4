'use client'

import { unstable_rethrow } from 'next/navigation'
import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { v4 } from 'uuid'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import { attemptAfter, type FormAction, type FormState, newForm, type Typed, typed } from './form-state'
import { Icon } from './icon'

type Props = {
  action: FormAction
  /** The words on the one green button. */
  submit: string
  /** What the button says while the answer is awaited. */
  pendingText?: string
  /** What the fields hold before anyone types, by field name. */
  values?: Typed
  /** The version of the record that is being changed, given back so that a change by someone else is seen. */
  version?: number | string
  /** Made on the server when the page is rendered; kept after a failed attempt, so that a retry is the same act. */
  idempotencyKey?: string
  hidden?: Record<string, string | number>
  /** Needed only when two forms on a page have fields of the same name. */
  id?: string
  /** Beside the button: a way out, or a quiet note. */
  beside?: ReactNode
  /** 'quiet' where the page already has its one green button. */
  tone?: 'go' | 'quiet' | 'warning'
  label?: string
  className?: string
  children?: ReactNode
}

const buttonClass = {
  go: 'nhsuk-button',
  quiet: 'fp-button-quiet',
  warning: 'nhsuk-button nhsuk-button--warning',
}

const notSent: Record<'offline' | 'fault', string> = {
  offline: 'Not sent yet. There seems to be no connection. Do not close this page; try again in a moment.',
  fault: 'Something went wrong on our side and this was not saved. Try again in a moment.',
}

/**
 * Posts to a server action, with or without JavaScript. With JavaScript we send the form ourselves, because React
 * empties a form after its action and because a lost connection must not replace the page and what is typed on it.
 * A page that is one form has its heading inside, as the first child: the error summary then stands above the heading.
 */
export function Form(props: Props) {
  const { action, submit, pendingText = 'Saving, please wait', values = {}, id, beside, tone = 'go' } = props
  const [posted, formAction] = useActionState(action, newForm)
  const [sent, setSent] = useState<FormState>()
  const [pending, startTransition] = useTransition()
  const [saves, setSaves] = useState<{ count: number; key?: string }>({ count: 0 })
  const summary = useRef<HTMLDivElement>(null)
  const saved = useRef<HTMLParagraphElement>(null)
  const state = sent ?? posted
  const failure = state.status === 'failed' ? state : undefined

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const data = new FormData(event.currentTarget, submitter)
    for (const name of [...data.keys()]) if (name.startsWith('$ACTION')) data.delete(name)
    startTransition(async () => {
      let next: FormState
      try {
        next = await action(state, data)
      } catch (error) {
        // A redirect is thrown too, and belongs to Next.
        unstable_rethrow(error)
        next = {
          status: 'failed',
          message: error instanceof TypeError ? notSent.offline : notSent.fault,
          fields: {},
          values: typed(data),
          theirs: failure?.theirs,
          attempt: attemptAfter(state),
        }
      }
      startTransition(() => {
        setSent(next)
        // A new key with every save: the next press is another act, not a repeat of this one.
        if (next.status === 'done') setSaves((before) => ({ count: before.count + 1, key: v4() }))
      })
    })
  }

  useEffect(() => {
    if (!failure) return
    const title = document.title
    if (!title.startsWith('Error: ')) document.title = `Error: ${title}`
    summary.current?.focus()
    return () => {
      document.title = document.title.replace(/^Error: /, '')
    }
  }, [failure])

  // The words stand above the form; someone who pressed a button far below it must not miss them.
  useEffect(() => {
    if (saves.count > 0) saved.current?.focus()
  }, [saves.count])

  const prefix = id ? `${id}-` : ''
  const contents = {
    errors: failure?.fields ?? {},
    values: { ...values, ...failure?.values },
    theirs: failure?.theirs ?? {},
    prefix,
  }
  const key = failure?.values.idempotencyKey ?? saves.key ?? props.idempotencyKey
  const version = failure?.theirs?.version ?? props.version

  return (
    <form
      action={formAction}
      onSubmit={send}
      id={id}
      className={props.className}
      aria-label={props.label}
      aria-busy={pending || undefined}
      noValidate
    >
      {failure && <ErrorSummary ref={summary} failure={failure} prefix={prefix} />}
      {state.status === 'done' && (
        <p className="fp-saved" role="status" tabIndex={-1} ref={saved}>
          <Icon name="tick" /> {state.message}
        </p>
      )}
      {key !== undefined && <input type="hidden" name="idempotencyKey" value={String(key)} readOnly />}
      {version !== undefined && <input type="hidden" name="version" value={version} readOnly />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <FormContext value={contents}>
        <div key={saves.count} className="fp-form__fields">
          {props.children}
        </div>
      </FormContext>
      <div className="fp-actions">
        <button className={buttonClass[tone]} type="submit" disabled={pending}>
          {pending ? pendingText : submit}
        </button>
        {beside}
      </div>
    </form>
  )
}
