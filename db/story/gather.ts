import { invalid, Stop } from '@/lib/errors'

/**
 * Does every part of a form that has several, so that the sentences of all of them come at once; the transaction then goes
 * back as a whole.
 * @throws invalid with every part's sentences
 */
export async function gather(...parts: (() => Promise<unknown>)[]): Promise<void> {
  let fields: Record<string, string> = {}
  for (const part of parts)
    try {
      await part()
    } catch (error) {
      if (!(error instanceof Stop) || error.failure.kind !== 'invalid') throw error
      // The first sentence for a field stays, in the order of the page.
      fields = { ...fields, ...error.failure.fields, ...fields }
    }
  if (Object.keys(fields).length > 0) throw invalid(fields)
}
