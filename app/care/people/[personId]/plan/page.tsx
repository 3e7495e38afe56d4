import { PlanPage, type PlanPageProps } from '@/app/care/people/[personId]/plan/plan-page'

export const metadata = { title: 'Plan' }

export default function Plan(props: PlanPageProps) {
  return <PlanPage kind="wellbeing" {...props} />
}
