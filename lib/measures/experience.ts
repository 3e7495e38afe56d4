import type { Rater } from '@/lib/goals/rating'
import { type Measure, type Scale, scale } from './measure'

/** Measures of how the help was. They are kept and shown, and never compared: there is nothing in them to change. */
const sessions = (
  key: string,
  name: string,
  fullName: string,
  ages: string,
  raters: Measure['raters'],
  codes: readonly string[],
): Measure => ({
  key,
  name,
  fullName,
  raters,
  ages,
  experience: true,
  licence: 'Needs a licence from its owner. Scores only are kept here.',
  scales: [
    scale({ key: 'score', name: 'Score', min: 0, max: 40, decimals: 1, better: 'higher', snomed: codes }),
  ],
})

/** Twelve answers of 1 to 3. What is asked belongs to the questionnaire, so they are known by number only. */
const chiEsq = (key: string, who: string, rater: Rater, ages: string, codes: readonly string[]): Measure => ({
  key,
  name: `CHI-ESQ, ${who}`,
  fullName: 'Experience of Service Questionnaire',
  raters: [rater],
  ages,
  experience: true,
  licence: 'Needs permission from its owner. Answers only are kept here.',
  scales: codes.map((code, at) =>
    scale({
      key: `item-${at + 1}`,
      name: `Item ${at + 1}`,
      min: 1,
      max: 3,
      better: 'higher',
      snomed: [code],
    }),
  ) as [Scale, ...Scale[]],
})

export const experience: readonly Measure[] = [
  sessions(
    'srs',
    'SRS',
    'Session Rating Scale',
    '13 and over',
    ['young-person', 'parent-or-carer'],
    ['720482000', '960451000000101'],
  ),
  sessions(
    'csrs',
    'CSRS',
    'Child Session Rating Scale',
    '6 to 12',
    ['young-person'],
    ['718762000', '1036271000000108'],
  ),
  chiEsq('chi-esq-9-11', 'young person aged 9 to 11', 'young-person', '9 to 11', [
    '1035981000000107',
    '1035991000000109',
    '1036001000000108',
    '1036011000000105',
    '1036021000000104',
    '1036031000000102',
    '1036041000000106',
    '1036061000000107',
    '1036051000000109',
    '1036071000000100',
    '1036081000000103',
    '1036091000000101',
  ]),
  chiEsq('chi-esq-12-18', 'young person aged 12 to 18', 'young-person', '12 to 18', [
    '1035861000000109',
    '1035871000000102',
    '1035881000000100',
    '1035891000000103',
    '1035901000000102',
    '1035911000000100',
    '1035921000000106',
    '1035931000000108',
    '1035941000000104',
    '1035951000000101',
    '1035961000000103',
    '1035971000000105',
  ]),
  chiEsq('chi-esq-parent', 'parent or carer', 'parent-or-carer', 'any', [
    '1035681000000101',
    '1035711000000102',
    '1035721000000108',
    '1035731000000105',
    '1035741000000101',
    '1035761000000100',
    '1035771000000107',
    '1035781000000109',
    '1035791000000106',
    '1035801000000105',
    '1035811000000107',
    '1035821000000101',
  ]),
]
