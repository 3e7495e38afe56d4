import { databaseAnswer } from '@/db/client'
import { invalid } from '@/lib/errors'

/** An e-mail address signs in one person, wherever they work. */
export const orTaken = async <T>(saving: Promise<T>): Promise<T> => {
  try {
    return await saving
  } catch (error) {
    if (databaseAnswer(error)?.constraint === 'staff_email')
      throw invalid({ email: 'Someone already signs in with this e-mail address. Check it, or use another.' })
    throw error
  }
}
