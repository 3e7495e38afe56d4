import 'server-only'
import { newForm } from '@/app/_ui/form-state'

/**
 * What a form's server action is really called with. Its address stands in the page's own scripts, so anybody can send it
 * anything: what is no form is an empty one, and is refused in a sentence like any form with nothing in it.
 */
export const posted =
  <S extends { status: string }>(action: (state: S, form: FormData) => Promise<S>) =>
  async (state: S, form: FormData): Promise<S> =>
    action(isState(state) ? state : (newForm as S), formOf(form))

export const formOf = (sent: unknown): FormData => (sent instanceof FormData ? sent : new FormData())

const isState = (sent: unknown): boolean => typeof sent === 'object' && sent !== null && 'status' in sent
