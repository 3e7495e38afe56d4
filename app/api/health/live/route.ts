/** The process answers. No database: a database that is away is no reason to end the process. */
export const dynamic = 'force-dynamic'

export const GET = () => Response.json({ live: true }, { headers: { 'cache-control': 'no-store' } })
