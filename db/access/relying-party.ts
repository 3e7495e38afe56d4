import { env } from '../env'

/** Who a passkey is for: this service at this very address. A passkey made here signs for no other site. */
export const relyingParty = (): { id: string; name: string; origin: string } => {
  const { hostname, origin } = new URL(env().AUTH_URL ?? 'http://localhost:3000')
  return { id: hostname, name: 'Footpath', origin }
}
