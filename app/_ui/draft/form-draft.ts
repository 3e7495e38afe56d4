import type { Typed } from '@/lib/drafts/drafts'
import type { DraftForm } from '@/lib/drafts/forms'

/** What a form needs to know to keep a draft; made on the server by `draftFor`. */
export type FormDraft = {
  form: DraftForm
  personId?: string
  recordId?: string
  /** The version of the saved record that this page shows, '' where there is none. */
  basis: string
  /** The draft's own id, new where there is no draft yet. */
  id: string
  /** 0 where there is no draft yet. */
  version: number
  /** What was kept earlier, where something was. */
  kept?: {
    fields: Typed
    /** 'Tuesday 14:05' */
    when: string
    /** Whether the saved record changed since the draft was begun; undefined where nothing is saved yet. */
    changed?: boolean
    /** 'offered' until somebody chose to go on with it. 'held': posted when the session had ended. */
    state: 'offered' | 'continued' | 'held'
  }
  /** This page with the draft gone on with. */
  continueHref: string
}
