import { PlanPrint, type PlanPrintProps } from '@/app/care/people/[personId]/plan/print-page'

export const metadata = { title: 'My plan' }

export default function PlanOnPaper(props: PlanPrintProps) {
  return <PlanPrint kind="wellbeing" {...props} />
}
