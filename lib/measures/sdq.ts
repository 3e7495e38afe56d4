import type { Rater } from '@/lib/goals/rating'
import { type Measure, type NationalRater, type Scale, scale } from './measure'

const goodman = 'Worked out from SDQ norms (Goodman 2001), as used by NHS England'

type Codes = Record<
  'emotional' | 'conduct' | 'hyperactivity' | 'peer' | 'prosocial' | 'impact' | 'total',
  string[]
>

/** The two versions differ in their codes and in two thresholds. NHS England lists no threshold for the total. */
const scales = (
  codes: Codes,
  counts: NationalRater,
  peer: number,
  prosocial: number,
): [Scale, ...Scale[]] => {
  const problems = (key: keyof Codes, name: string, max: number) =>
    ({ key, name, min: 0, max, better: 'lower', snomed: codes[key] }) as const
  return [
    scale({ ...problems('emotional', 'Emotional', 10), points: 4, counts }),
    scale({ ...problems('conduct', 'Conduct', 10), points: 4, counts }),
    scale({ ...problems('hyperactivity', 'Hyperactivity', 10), points: 4, counts }),
    scale({ ...problems('peer', 'Peers', 10), points: peer, source: goodman }),
    scale({
      key: 'prosocial',
      name: 'Prosocial',
      min: 0,
      max: 10,
      better: 'higher',
      // NHS England sets one direction for the whole questionnaire. Its figures then call a better score a worse one.
      nationalBetter: 'lower',
      snomed: codes.prosocial,
      points: prosocial,
      source: goodman,
    }),
    scale({ ...problems('impact', 'Impact', 10), points: 3, counts }),
    // The four problem scales together; prosocial and impact are not part of it.
    scale(problems('total', 'Total difficulties', 40)),
  ]
}

const version = (rater: Rater, ages: string, versionScales: [Scale, ...Scale[]]): Measure => ({
  key: rater === 'young-person' ? 'sdq-self' : 'sdq-parent',
  name: rater === 'young-person' ? 'SDQ, young person' : 'SDQ, parent or carer',
  fullName: 'Strengths and Difficulties Questionnaire',
  raters: [rater],
  ages,
  licence: 'Needs a licence from its owner. Scores only are kept here.',
  scales: versionScales,
})

export const sdq: readonly Measure[] = [
  version(
    'young-person',
    '11 to 17',
    scales(
      {
        emotional: ['718145004', '986001000000109'],
        conduct: ['718143006', '985991000000105'],
        hyperactivity: ['718482000', '986011000000106'],
        peer: ['718146003', '986021000000100'],
        prosocial: ['718147007', '986031000000103'],
        impact: ['718477007', '986051000000105'],
        total: ['718134002', '986041000000107'],
      },
      'Self',
      5,
      4,
    ),
  ),
  version(
    'parent-or-carer',
    '4 to 17',
    scales(
      {
        emotional: ['986071000000101'],
        conduct: ['986061000000108'],
        hyperactivity: ['986081000000104'],
        peer: ['986101000000105'],
        prosocial: ['986111000000107'],
        impact: ['986091000000102'],
        total: ['986121000000101'],
      },
      'Parent',
      3,
      3,
    ),
  ),
]
