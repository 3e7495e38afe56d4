import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './setup/journey'

/** Points of A4. */
const a4 = { width: 595, height: 842 }

/** The sheets of a PDF of Chromium's, in points. */
const pagesOf = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
    ([, width, height]) => ({
      width: Math.round(Number(width)),
      height: Math.round(Number(height)),
    }),
  )

/** Every size of letters that is printed, in points: Chromium writes them in pixels of CSS, of which 96 are an inch. */
function lettersOf(pdf: Buffer): number[] {
  const sizes = new Set<number>()
  for (const { index } of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const from = pdf.indexOf('\n', index) + 1
    let content: string
    try {
      content = inflateSync(pdf.subarray(from, pdf.indexOf('endstream', from))).toString('latin1')
    } catch {
      // A font or a picture: no text of the page.
      continue
    }
    for (const [, size] of content.matchAll(/\/F\d+ ([\d.]+) Tf/g))
      sizes.add(Math.round(Number(size) * 7.5) / 10)
  }
  return [...sizes].sort((a, b) => a - b)
}

const printed = async (page: Page, address: string) => {
  await page.goto(address)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return { pages: pagesOf(pdf), letters: lettersOf(pdf) }
}

/** Everything stands within the sheet, nothing wider than it: checked as the browser lays it out for paper. */
const withinSheet = async (page: Page) => {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.round((210 - 32) * (96 / 25.4)), height: 900 })
  const seen = await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.checkVisibility())
    const wide = document.documentElement.clientWidth
    const colours = new Set<string>()
    for (const one of shown) {
      if (![...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())) continue
      if (one.closest('svg')) continue
      const style = getComputedStyle(one)
      colours.add(style.color)
    }
    return {
      beyond: shown.filter((one) => one.getBoundingClientRect().right > wide + 1).map((one) => one.className),
      colours: [...colours],
      words: document.body.innerText,
    }
  })
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
  return seen
}

test('on paper: plans, goals, goal sheet and hand-over summary, A4, 12 and 18 point, with no more name than needed', async ({
  as,
  look,
  record,
}) => {
  test.setTimeout(120_000)
  const [sam] = await record<{ id: string; nhs_number: string }>(
    "select id, nhs_number from people where given_name = 'Samuel' and family_name = 'Whitlow'",
  )
  const base = `/care/people/${sam!.id}`
  const amira = await as('clinician')
  const sheets = [
    { address: `${base}/plan/print`, pages: 2 },
    { address: `${base}/safety-plan/print`, pages: 1 },
    { address: `${base}/goals/print`, pages: 1 },
    { address: `${base}/goals/sheet`, pages: 1 },
    { address: `${base}/handover/print`, pages: 1 },
  ]
  for (const { address, pages } of sheets) {
    await test.step(address.slice(base.length), async () => {
      const small = await printed(amira, address)
      expect(small.pages, 'pages at 12 point').toHaveLength(pages)
      for (const page of small.pages) expect(page).toEqual(a4)
      // The number of the page in its margin, which only paper has; nothing else is smaller than 12 point.
      expect(small.letters.slice(0, 2)).toEqual([10, 12])
      await look(amira)
      const seen = await withinSheet(amira)
      expect(seen.beyond).toEqual([])
      expect(seen.colours).toEqual(['rgb(0, 0, 0)'])
      expect(seen.words).toContain('Sam W.')
      expect(seen.words).toMatch(/Printed on \d{1,2} \w+ \d{4}/)
      expect(seen.words).not.toContain('Whitlow')
      expect(seen.words.replaceAll(' ', '')).not.toContain(sam!.nhs_number)

      const large = await printed(amira, `${address}?size=18`)
      expect(large.pages.length, 'pages at 18 point').toBeGreaterThanOrEqual(pages)
      expect(large.letters.slice(0, 2)).toEqual([14, 18])

      await amira.goto(`${address}?identity=full`)
      const full = await withinSheet(amira)
      expect(full.words).toContain('Sam Whitlow')
      expect(full.words.replaceAll(/\s/g, '')).toContain(sam!.nhs_number)
    })
  }
})

test('somebody’s copy of a plan holds the lines shared with them and no others', async ({ as, record }) => {
  const [share] = await record<{ person_id: string; relationship_id: string }>(
    `select s.person_id, s.relationship_id from plan_line_shares s join people p on p.id = s.person_id
     where p.given_name = 'Samuel' and s.withdrawn_at is null and s.relationship_id is not null`,
  )
  const amira = await as('clinician')
  await amira.goto(`/care/people/${share!.person_id}/plan/print?for=relationship:${share!.relationship_id}`)
  await expect(amira.getByText('Walk before bed, same way each time')).toBeVisible()
  await expect(amira.getByText('Drawing')).toHaveCount(0)
})
