import { chromium } from '@playwright/test'
import { findChromium } from '../bin/chromium.mjs'
import { openScratch } from '../bin/scratch'
import type { Bench } from './bench'
import { layOut } from './scene'
import { serve } from './served'

/** Bytes as they come over the wire, compressed. 1 KB is 1,000 of them. */
const goals = { first: 45_000, all: 190_000 }

/**
 * What the young person's Home weighs on a phone that has nothing of it yet: what it needs to be read and used (HTML, CSS and
 * pictures), and everything it loads. With script off every link of it must be there all the same.
 */
export const run: Bench = async () => {
  const scratch = await openScratch()
  const { records } = await layOut(scratch.urls.DATABASE_ADMIN_URL, {
    workers: 1,
    people: 1,
    goals: 3,
    ratings: 8,
  })
  const server = await serve(3295)
  const browser = await chromium.launch({
    executablePath: await findChromium(() => {}),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    const [name, value] = records[0]!.cookie.split('=', 2) as [string, string]
    const open = async (script: boolean) => {
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        javaScriptEnabled: script,
      })
      await context.addCookies([{ name, value, url: server.base }])
      const page = await context.newPage()
      const wire = await context.newCDPSession(page)
      const kinds = new Map<string, string>()
      const bytes: Record<string, number> = {}
      await wire.send('Network.enable')
      wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
      wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const kind = kinds.get(requestId) ?? 'Other'
        bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
      })
      const answer = await page.goto(`${server.base}/me`, { waitUntil: 'networkidle' })
      if (answer?.status() !== 200) throw new Error(`Home answered ${answer?.status()}.`)
      const links = await page.getByRole('main').getByRole('link').count()
      const heading = await page.getByRole('heading', { level: 1 }).textContent()
      await context.close()
      return { bytes, links, heading }
    }
    const [withScript, without] = [await open(true), await open(false)]
    const of = (kind: string) => withScript.bytes[kind] ?? 0
    const first = of('Document') + of('Stylesheet') + of('Image')
    const all = Object.values(withScript.bytes).reduce((sum, size) => sum + size, 0)
    const kb = (size: number) => `${(size / 1000).toFixed(1)} KB`
    const usable = without.links === withScript.links && without.heading === withScript.heading
    console.log(
      `  HTML ${kb(of('Document'))}, CSS ${kb(of('Stylesheet'))}, pictures ${kb(of('Image'))}, scripts ${kb(of('Script'))}`,
    )
    console.log(
      `  before any script: “${without.heading}” and ${without.links} of ${withScript.links} links in it`,
    )
    const ratio = Math.max(first / goals.first, all / goals.all)
    console.log(
      `home: ratio ${ratio.toFixed(2)} (goal at most 1: ${kb(first)} of ${kb(goals.first)} to be usable, ${kb(all)} of ${kb(goals.all)} in all)`,
    )
    return ratio <= 1 && usable
  } finally {
    await browser.close()
    server.stop()
    await scratch.close()
  }
}
