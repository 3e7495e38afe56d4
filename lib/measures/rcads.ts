import type { Rater } from '@/lib/goals/rating'
import { type Measure, type Scale, scale } from './measure'

type Row = readonly [
  key: string,
  name: string,
  max: number,
  codes: readonly [string, string],
  points?: number,
]

/** Raw scores are kept; the thresholds are in T scores, for which norms by sex and age must be imported. */
const version = (rater: Rater, rows: readonly Row[]): Measure => ({
  key: rater === 'young-person' ? 'rcads-self' : 'rcads-parent',
  name: rater === 'young-person' ? 'RCADS, young person' : 'RCADS, parent or carer',
  fullName: 'Revised Children’s Anxiety and Depression Scale',
  raters: [rater],
  ages: '8 to 17',
  licence: 'Belongs to its authors. Scores only are kept here.',
  scales: rows.map(([key, name, max, snomed, points]) =>
    scale({
      key,
      name,
      min: 0,
      max,
      better: 'lower',
      snomed,
      points,
      ...(points !== undefined && { tScore: true, counts: rater === 'young-person' ? 'Self' : 'Parent' }),
    }),
  ) as [Scale, ...Scale[]],
})

export const rcads: readonly Measure[] = [
  version('young-person', [
    ['depression', 'Depression', 30, ['718655001', '958231000000102'], 17.73],
    ['generalised-anxiety', 'Generalised anxiety', 18, ['718656000', '958251000000109'], 14.91],
    ['ocd', 'Obsessions and compulsions', 18, ['718657009', '958261000000107'], 16.35],
    ['panic', 'Panic', 27, ['718658004', '958221000000104'], 18.29],
    ['separation-anxiety', 'Separation anxiety', 21, ['718659007', '958241000000106'], 22.95],
    ['social-phobia', 'Social anxiety', 27, ['718660002', '958211000000105'], 13.99],
    ['total-anxiety', 'Total anxiety', 111, ['718661003', '958271000000100']],
    ['total', 'Total anxiety and depression', 141, ['718662005', '958281000000103']],
  ]),
  version('parent-or-carer', [
    ['depression', 'Depression', 30, ['718665007', '958301000000102'], 22.87],
    ['generalised-anxiety', 'Generalised anxiety', 18, ['718666008', '958311000000100'], 18.3],
    ['ocd', 'Obsessions and compulsions', 18, ['718667004', '958321000000106'], 24.06],
    ['panic', 'Panic', 27, ['718668009', '958331000000108'], 40.93],
    ['separation-anxiety', 'Separation anxiety', 21, ['718669001', '958341000000104'], 28],
    ['social-phobia', 'Social anxiety', 27, ['718670000', '958351000000101'], 16.63],
    ['total-anxiety', 'Total anxiety', 111, ['718671001', '958371000000105']],
    ['total', 'Total anxiety and depression', 141, ['718672008', '958361000000103']],
  ]),
]
