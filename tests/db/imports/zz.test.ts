import pg from 'pg'
import { test } from 'vitest'
import { importEqualityOracle } from '../../build/equality-oracle'
test('time', async () => {
  const orig = pg.Client.prototype.query as any
  ;(pg.Client.prototype as any).query = function (...a: any[]) {
    const t = Date.now()
    const r = orig.apply(this, a)
    const text = typeof a[0] === 'string' ? a[0] : a[0]?.text
    if (r?.then) r.then(() => { const d = Date.now() - t; if (d > 40) console.log(d, text?.slice(0, 90).replace(/\s+/g, ' ')) }, (e: any) => console.log('FAIL', Date.now() - t, e.message, text?.slice(0, 90)))
    return r
  }
  await importEqualityOracle()
}, 60000)
