import { experience } from './experience'
import { honosca } from './honosca'
import { type Measure, type Scale, scale } from './measure'
import { rcads } from './rcads'
import { sdq } from './sdq'

/*
 * Our own table of the facts of the common measures. Ranges, directions, codes and thresholds are those of NHS England's
 * outcome metrics (mental-health-monthly-statistics, MIT); a test compares them with that table. There is no text of any
 * questionnaire here: those have owners. Ages are hints for whoever chooses a form, from common use.
 */

type One = Omit<Measure, 'scales'> & Omit<Parameters<typeof scale>[0], 'key' | 'name'>

/** A measure with one score. */
const single = ({ key, name, fullName, raters, ages, licence, experience, ...score }: One): Measure => ({
  key,
  name,
  fullName,
  raters,
  ages,
  licence,
  ...(experience && { experience }),
  scales: [scale({ key: 'score', name: 'Score', ...score })],
})

const licensed = 'Needs a licence from its owner. Scores only are kept here.'
const self = ['young-person'] as const

const wholes: readonly Measure[] = [
  single({
    key: 'ors',
    name: 'ORS',
    fullName: 'Outcome Rating Scale',
    raters: self,
    ages: '13 and over',
    licence: licensed,
    min: 0,
    max: 40,
    decimals: 1,
    better: 'higher',
    snomed: ['716613004', '960251000000100'],
    points: 6.6,
    counts: 'Self',
  }),
  single({
    key: 'cors',
    name: 'CORS',
    fullName: 'Child Outcome Rating Scale',
    raters: self,
    ages: '6 to 12',
    licence: licensed,
    min: 0,
    max: 40,
    decimals: 1,
    better: 'higher',
    snomed: ['718458005', '960321000000103'],
    points: 10,
    counts: 'Self',
  }),
  single({
    key: 'yp-core',
    name: 'YP-CORE',
    fullName: 'Young Person’s Clinical Outcomes in Routine Evaluation',
    raters: self,
    ages: '11 to 16',
    licence: 'CC BY-NC-ND: its wording may not be changed. Scores only are kept here.',
    min: 0,
    max: 40,
    decimals: 1,
    better: 'lower',
    snomed: ['718437004', '960601000000104'],
    points: 8,
  }),
  single({
    key: 'core-10',
    name: 'CORE-10',
    fullName: 'Clinical Outcomes in Routine Evaluation, 10 items',
    raters: self,
    ages: '17 and over',
    licence: 'CC BY-NC-ND: its wording may not be changed. Scores only are kept here.',
    min: 0,
    max: 40,
    decimals: 1,
    better: 'lower',
    snomed: ['718583008', '958051000000104'],
    points: 5,
    counts: 'Self',
  }),
  single({
    key: 'gad-7',
    name: 'GAD-7',
    fullName: 'Generalised Anxiety Disorder, 7 items',
    raters: self,
    ages: '12 and over',
    licence: 'Free to use. Scores only are kept here.',
    min: 0,
    max: 21,
    better: 'lower',
    snomed: ['445455005'],
    points: 4,
    counts: 'Self',
  }),
  single({
    key: 'phq-9',
    name: 'PHQ-9',
    fullName: 'Patient Health Questionnaire, 9 items',
    raters: self,
    ages: '12 and over',
    licence: 'Free to use. Scores only are kept here.',
    min: 0,
    max: 27,
    better: 'lower',
    snomed: ['720433000', '506701000000100'],
    points: 6,
    counts: 'Self',
  }),
  single({
    key: 'swemwbs',
    name: 'SWEMWBS',
    fullName: 'Short Warwick-Edinburgh Mental Wellbeing Scale',
    raters: self,
    ages: '13 and over',
    licence: licensed,
    min: 7,
    max: 35,
    // The metric score of its authors has two digits after the point.
    decimals: 2,
    better: 'higher',
    snomed: ['718466001', '960481000000107'],
    points: 3,
    source: 'Shah and others 2018, as used by NHS England',
  }),
  single({
    key: 'wemwbs',
    name: 'WEMWBS',
    fullName: 'Warwick-Edinburgh Mental Wellbeing Scale',
    raters: self,
    ages: '13 and over',
    licence: licensed,
    min: 14,
    max: 70,
    better: 'higher',
    snomed: ['718426000', '885541000000103'],
    points: 9,
    source: 'Maheswaran and others 2012, as used by NHS England',
  }),
  single({
    key: 'cgas',
    name: 'CGAS',
    fullName: 'Children’s Global Assessment Scale',
    raters: ['clinician'],
    ages: '4 to 17',
    licence: 'Free to use. Scores only are kept here.',
    min: 1,
    max: 100,
    better: 'higher',
    snomed: ['860591000000104'],
    points: 11,
    source: 'Bird and others 1987, as used by NHS England',
    counts: 'Clinician',
  }),
  {
    key: 'score-15',
    name: 'SCORE-15',
    fullName: 'SCORE Index of Family Functioning and Change, 15 items',
    raters: ['young-person', 'parent-or-carer'],
    ages: '12 and over',
    licence: 'Free to use with acknowledgement. Scores only are kept here.',
    scales: [
      scale({
        key: 'total',
        name: 'Total',
        min: 15,
        max: 75,
        // The instrument counts difficulties, so less is better; NHS England's table turns it the other way round.
        better: 'lower',
        nationalBetter: 'higher',
        snomed: ['718455008', '959961000000106'],
        points: 10,
        source: 'Stratton and others 2014, as used by NHS England',
      }),
      ...(
        [
          ['strengths', 'Strengths and adaptability', ['720200007', '959981000000102']],
          ['overwhelmed', 'Overwhelmed by difficulties', ['720196002', '959991000000100']],
          ['communication', 'Disrupted communication', ['720594007', '960001000000109']],
        ] as const
      ).map(([key, name, snomed]) =>
        scale({ key, name, min: 5, max: 25, better: 'lower', nationalBetter: 'higher', snomed }),
      ),
    ],
  },
]

/** In the order they are offered. */
export const measures: readonly Measure[] = [...sdq, ...rcads, ...wholes, ...honosca, ...experience]

const byKey = new Map(measures.map((measure) => [measure.key, measure]))

export const measureOf = (key: string): Measure | undefined => byKey.get(key)

export const scaleOf = (measure: string, key: string): Scale | undefined =>
  byKey.get(measure)?.scales.find((one) => one.key === key)

/**
 * Goals in the national figures: the scores of goals 1 to 3 of the goal-based outcomes tool, then of the older goal progress
 * chart. The threshold is the one for movement (lib/goals/movement).
 */
export const goalCodes = {
  tool: ['1638531000000102', '1638541000000106', '1638551000000109'],
  progressChart: ['1034351000000101', '1034361000000103', '1034371000000105'],
  progressChartAny: '959951000000108',
} as const
