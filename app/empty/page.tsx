import { headers } from 'next/headers'

/** Nothing but the frame, made anew for each request: the yardstick that the benches hold other pages against. */
export default async function EmptyPage() {
  await headers()
  return <p>Nothing here.</p>
}
