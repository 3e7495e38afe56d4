/** Runs once when the server starts, before the first request. */
export async function register(): Promise<void> {
  // Written as a block: only so does Next leave it out of what it compiles for its other runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { refuseMightyRole } = await import('./db/health')
    await refuseMightyRole()
  }
}
