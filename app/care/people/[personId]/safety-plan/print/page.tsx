import { PlanPrint, type PlanPrintProps } from '@/app/care/people/[personId]/plan/print-page'

export const metadata = { title: 'My safety plan' }

export default function SafetyPlanPrint(props: PlanPrintProps) {
  return <PlanPrint kind="safety" {...props} />
}
