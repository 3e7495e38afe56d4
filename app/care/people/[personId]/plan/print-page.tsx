import { load } from '@/app/_act/load'
import { PaperHelp, PlanPaper } from '@/app/_ui/print/plan-paper'
import { PrintPage } from '@/app/_ui/print/print-page'
import { wishIn } from '@/app/_ui/print/wish'
import { readPlan } from '@/db/plans/reads'
import { type PlanKind, planKinds, sharedLines } from '@/lib/plans/plan'
import { recipientFrom, recipientKey } from '@/lib/plans/sharing'
import { planAddress } from './address'
import { versionInWords } from './version-in-words'

export type PlanPrintProps = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The plan on paper, or with `?for=` only the lines that are shared with one person: their copy. */
export async function PlanPrint({ kind, params, searchParams }: PlanPrintProps & { kind: PlanKind }) {
  const { personId } = await params
  const query = await searchParams
  const base = planAddress({ personId, kind })
  const { identity, today, plan, shares } = await load(readPlan, { personId, kind }, `${base}/print`)
  const { title, name } = planKinds[kind]
  const reader = recipientFrom(query.for)
  const theirs = reader && shares.filter((one) => recipientKey(one.with) === recipientKey(reader))
  const sections = plan?.sections ?? {}
  const shown = theirs ? sharedLines(sections, new Set(theirs.map((one) => one.lineId))) : sections
  const whose = reader && recipientKey(reader)
  return (
    <PrintPage
      title={title}
      about={
        plan
          ? `${versionInWords(plan, identity.knownAs)}${theirs ? ` The lines shared with ${theirs[0]?.name ?? 'nobody'}.` : ''}`
          : 'Nothing written yet.'
      }
      person={identity}
      today={today}
      wish={wishIn(query)}
      base={whose ? `${base}/print?for=${encodeURIComponent(whose)}` : `${base}/print`}
      back={{ href: base, label: `Back to ${identity.knownAs}’s ${name}` }}
    >
      <PlanPaper kind={kind} sections={shown} copy={theirs !== undefined} />
      {kind === 'safety' && <PaperHelp />}
    </PrintPage>
  )
}
