import { type MeasureKey, measureKeys } from '@/lib/reporting/measures'

type Given = Record<string, string | string[] | undefined>

/** The one filter of the page; anything unknown shows whom the service reaches. */
export const measureIn = ({ measure }: Given): MeasureKey =>
  measureKeys.find((key) => key === measure) ?? 'people'

export const addressOf = (measure: MeasureKey) => `/commissioning/equity?measure=${measure}`
export const downloadOf = (measure: MeasureKey) => `/commissioning/equity/data.csv?measure=${measure}`
