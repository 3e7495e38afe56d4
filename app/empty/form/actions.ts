'use server'

/** Does nothing: the yardstick that the benches hold other actions against. */
export async function nothing(): Promise<{ status: 'new' }> {
  return { status: 'new' }
}
