'use client'

import { useForm } from '@/app/_ui/form-context'

/**
 * Asked once, when the words name a service and not what it would make possible. A question, not an error: the words can be
 * changed above, or kept as they were said.
 */
export function KeepWords() {
  const { errors, prefix } = useForm()
  if (!errors.keepWords) return null
  return (
    <div className="fp-card" id={`${prefix}keepWords`}>
      <p>{errors.keepWords}</p>
      <button className="fp-button-quiet" type="submit" name="keepWords" value="yes">
        Keep these words
      </button>
    </div>
  )
}
