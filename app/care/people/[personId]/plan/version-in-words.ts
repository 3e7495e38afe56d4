import { instantInWords } from '@/lib/day'
import type { WayWritten } from '@/lib/plans/plan'

type Version = { number: number; madeAt: Date; how: WayWritten; whoWasThere: string; by: string }

/** 'Version 3, saved 4 March 2027, 14:05. Written together by Sam, Amira Hussain.' */
export function versionInWords({ number, madeAt, how, whoWasThere, by }: Version, knownAs: string): string {
  const saved = `Version ${number}, saved ${instantInWords(madeAt)}.`
  if (how === 'together') return `${saved} Written together by ${whoWasThere}.`
  if (how === 'agreed') return `${saved} ${knownAs} said yes to a change that was suggested.`
  return `${saved} Written by ${by || knownAs}.`
}
