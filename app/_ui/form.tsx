'use client'

import {
  type ComponentType,
  type FormEvent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react'
import { v4 } from 'uuid'
import { ClashNotice } from './draft/clash-notice'
import { DraftNotice } from './draft/draft-notice'
import type { FormDraft } from './draft/form-draft'
import type { Clash, DraftKeeper, KeepDraftProps } from './draft/keep-draft'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import type { FormAction, FormState, Typed } from './form-state'
import { differing } from './form-values'
import { Icon } from './icon'
import { NotSent } from './not-sent'
import { useSession } from './session/session-context'
import { useMounted } from './use-mounted'
import { useSending } from './use-sending'

// A page that cannot fetch it just now goes on without drafts: it never breaks over them.
const KeepDraft = lazy(
  (): Promise<{ default: ComponentType<KeepDraftProps> }> =>
    import('./draft/keep-draft').catch(() => ({ default: () => null })),
)

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
  /** Keeps what is typed on the server until it is saved: `await draftFor(…)`. */
  draft?: FormDraft
  children?: ReactNode
}

const buttonClass = {
  go: 'nhsuk-button',
  quiet: 'fp-button-quiet',
  warning: 'nhsuk-button nhsuk-button--warning',
}

/**
 * Posts to a server action, with or without JavaScript. With JavaScript we send the form ourselves, because React
 * empties a form after its action and because a lost connection must not replace the page and what is typed on it.
 * A page that is one form has its heading inside, as the first child: the error summary then stands above the heading.
 */
export function Form(props: Props) {
  const [round, setRound] = useState(0)
  const deleted = useRef<string>(undefined)
  const id = props.draft?.id
  // The page comes back without the draft that was deleted: the form begins anew.
  useEffect(() => {
    if (!deleted.current || deleted.current === id) return
    deleted.current = undefined
    setRound((before) => before + 1)
  }, [id])
  return (
    <OneForm
      {...props}
      key={round}
      onDelete={() => {
        deleted.current = id
      }}
    />
  )
}

function OneForm({ onDelete, ...props }: Props & { onDelete: () => void }) {
  const { submit, pendingText = 'Saving, please wait', values = {}, id, beside, tone = 'go' } = props
  const { drawnFor } = useSession()
  const form = useRef<HTMLFormElement>(null)
  const keeper = useRef<DraftKeeper>(null)
  const resting = useRef(false)
  const summary = useRef<HTMLDivElement>(null)
  const saved = useRef<HTMLParagraphElement>(null)
  // Of the first drawing: a page that is drawn again under a form somebody types in changes nothing in it.
  const [first] = useState({ key: props.idempotencyKey, draft: props.draft })
  const [saves, setSaves] = useState<{ count: number; key?: string }>({ count: 0 })
  const [draftId, setDraftId] = useState(first.draft?.id)
  const [offered, setOffered] = useState(first.draft?.kept?.state === 'offered')
  const [said, setSaid] = useState('')
  const [clash, setClash] = useState<Clash>()
  const [through, setThrough] = useState(true)
  const [chosen, setChosen] = useState<Typed>()
  const mounted = useMounted()

  const { state, formAction, pending, notSent, send } = useSending(props.action, form, {
    before: async () => {
      resting.current = true
      await keeper.current?.rest()
    },
    after: (next: FormState) => {
      if (next.status === 'done') {
        // A new key with every save: the next press is another act, not a repeat of this one.
        setSaves((before) => ({ count: before.count + 1, key: v4() }))
        setSaid('')
        takeUp(0)
      } else if (next.status === 'saved') setSaves((before) => ({ ...before, key: v4() }))
      else {
        resting.current = false
        keeper.current?.goOn()
      }
    },
  })
  // The number of a draft whose form was saved is used up: what is typed from here on has one of its own.
  const takeUp = (version: number, otherId?: string) => {
    const next = otherId ?? v4()
    setDraftId((before) => before && next)
    resting.current = false
    keeper.current?.takeUp(version, next)
  }
  const failure = state.status === 'failed' ? state : undefined

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

  const kept = saves.count === 0 ? first.draft?.kept : undefined
  const prefix = id ? `${id}-` : ''
  const typed = failure?.values ?? chosen ?? kept?.fields
  const contents = {
    errors: failure?.fields ?? {},
    values: { ...values, ...typed },
    whole: typed !== undefined,
    changed: kept?.changed && !failure,
    theirs: clash?.differing ?? failure?.theirs ?? (kept?.changed ? differing(values, kept.fields) : {}),
    theirsSays: clash && 'The other window says',
    prefix,
  }
  const key = failure?.values.idempotencyKey ?? saves.key ?? first.key
  const version = failure?.theirs?.version ?? props.version

  return (
    <>
      {first.draft && kept && !failure && (
        <DraftNotice
          draft={first.draft}
          kept={offered ? kept : { ...kept, state: kept.state === 'held' ? 'held' : 'continued' }}
          onContinue={() => setOffered(false)}
          onDelete={() => {
            void keeper.current?.rest()
            onDelete()
          }}
        />
      )}
      <form
        ref={form}
        action={formAction}
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault()
          if (!pending) send((event.nativeEvent as SubmitEvent).submitter)
        }}
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
        {clash && (
          <ClashNotice
            clash={clash}
            onKeep={() => {
              setClash(undefined)
              takeUp(clash.version, clash.draftId)
            }}
            onTake={() => {
              setChosen(asChosen(form.current, clash.theirs))
              setSaves((before) => ({ ...before, count: before.count + 1 }))
              setClash(undefined)
              takeUp(clash.version, clash.draftId)
            }}
          />
        )}
        {key !== undefined && <input type="hidden" name="idempotencyKey" value={String(key)} readOnly />}
        {version !== undefined && <input type="hidden" name="version" value={version} readOnly />}
        {drawnFor && <input type="hidden" name="drawn-for" value={drawnFor} readOnly />}
        {draftId && <input type="hidden" name="own-draft" value={draftId} readOnly />}
        {Object.entries(props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        <FormContext value={contents}>
          <Fields key={saves.count} locked={offered}>
            {props.children}
          </Fields>
        </FormContext>
        {(notSent || !through) && <NotSent />}
        <div className="fp-actions">
          <button className={buttonClass[tone]} type="submit" disabled={pending || offered}>
            {pending ? pendingText : submit}
          </button>
          {beside}
          {first.draft && (
            <p className="fp-small fp-quiet" role="status" data-draft>
              {said}
            </p>
          )}
        </div>
      </form>
      {first.draft && mounted && !offered && (
        <Suspense>
          <KeepDraft
            ref={keeper}
            form={form}
            draft={first.draft}
            leaveOut={Object.keys(props.hidden ?? {})}
            resting={resting}
            onSaid={setSaid}
            onClash={setClash}
            onLine={setThrough}
          />
        </Suspense>
      )}
    </>
  )
}

/** What another window kept, as the fields of this form take it: of ticked boxes there may be several. */
const asChosen = (form: HTMLFormElement | null, theirs: Record<string, string>): Typed =>
  Object.fromEntries(
    Object.entries(theirs).map(([name, text]) => [
      name,
      form?.querySelector(`input[type=checkbox][name="${CSS.escape(name)}"]`) ? text.split('\n') : text,
    ]),
  )

/** Until somebody says whether to go on with a draft, it is there to be read and cannot be changed by accident. */
const Fields = ({ locked, children }: { locked: boolean; children: ReactNode }) =>
  locked ? (
    <fieldset className="fp-form__fields fp-form__locked" disabled>
      {children}
    </fieldset>
  ) : (
    <div className="fp-form__fields">{children}</div>
  )
