import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Empty } from '@/app/_ui/empty'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { readEquity } from '@/db/reporting/reads'
import { inWords } from '@/lib/day'
import { domains } from '@/lib/places/deprivation'
import { type MeasureKey, measureOf, wordsReviewedOn } from '@/lib/reporting/measures'
import { periodInWords } from '@/lib/reporting/period'
import { ruleInWords } from '@/lib/reporting/protect'
import { attribution, editionInWords } from '@/lib/reporting/source'
import { overall } from '@/lib/reporting/words'
import { addressOf, downloadOf, measureIn } from './address'
import { ChartCard } from './chart-card'
import { csvOf } from './csv'
import { Headlines } from './headlines'
import { MeasureFilter } from './measure-filter'

export const metadata: Metadata = { title: 'Equity' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const chosen = measureIn(await searchParams)
  const { actor, measure, published } = await load(readEquity, { measure: chosen }, addressOf(chosen))
  if (!published)
    return (
      <StaffPage actor={actor} current="/commissioning/equity">
        <PageHeading lede={actor.partnershipName}>Who reaches us, and what happens then</PageHeading>
        <Empty>
          Nothing has been published yet. The first figures come after three months of data, once whoever runs
          the service publishes them.
        </Empty>
      </StaffPage>
    )

  const { release, cells } = published
  const credit = attribution(release.edition)
  const size = Math.ceil(Buffer.byteLength(csvOf(release, actor.partnershipName, measure, cells)) / 1024)
  return (
    <StaffPage actor={actor} current="/commissioning/equity">
      <PageHeading
        lede={`${actor.partnershipName}. ${periodInWords(release)}, published ${inWords(release.publishedOn)}. ${overall(cells, 'people')}`}
      >
        Who reaches us, and what happens then
      </PageHeading>
      <Headlines cells={cells} />
      <MeasureFilter measure={measure} />
      <h2>{measureOf(measure).words}</h2>
      {measure !== 'people' && <p>{overall(cells, measure)}</p>}
      <nav aria-label="On this page">
        <ul className="fp-toc">
          {release.domains.map((domain) => (
            <li key={domain}>
              <a href={`#${domain}`}>{domains[domain]}</a>
            </li>
          ))}
          <li>
            <a href="#meaning">What this means</a>
          </li>
          <li>
            <a href="#rules">Rules and sources</a>
          </li>
          <li>
            <a href="#download">Download</a>
          </li>
        </ul>
      </nav>
      {release.domains.map((domain) => (
        <ChartCard
          key={domain}
          release={release}
          place={actor.partnershipName}
          cells={cells}
          measure={measure}
          domain={domain}
        />
      ))}
      <Meaning measure={measure} />
      <section className="fp-section" aria-labelledby="rules">
        <h2 id="rules">Rules and sources</h2>
        <p className="fp-small">
          {ruleInWords(release.rule)} Tenths and fifths of areas come from {editionInWords(release.edition)}.
        </p>
        {credit && <p className="fp-small">{credit}</p>}
      </section>
      <section className="fp-section" aria-labelledby="download">
        <h2 id="download">Download</h2>
        <p>Every table on this page, with the rules for hiding and rounding in the first lines.</p>
        <div className="fp-actions">
          <a className="nhsuk-button" href={downloadOf(measure)}>
            Download this page’s data
          </a>
          <span className="fp-small fp-quiet">CSV, {size} KB</span>
        </div>
      </section>
    </StaffPage>
  )
}

function Meaning({ measure }: { measure: MeasureKey }) {
  const { means, doesNotMean } = measureOf(measure)
  const lists = [
    { title: 'What it means', sentences: means },
    { title: 'What it does not mean', sentences: doesNotMean },
  ]
  return (
    <section className="fp-section" aria-labelledby="meaning">
      <h2 id="meaning">What this means</h2>
      <div className="fp-pair fp-means">
        {lists.map(({ title, sentences }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul className="nhsuk-list nhsuk-list--bullet">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="fp-chart__note">Words last reviewed {inWords(wordsReviewedOn)}.</p>
    </section>
  )
}
