import { PlanPage, type PlanPageProps } from '@/app/care/people/[personId]/plan/plan-page'

export const metadata = { title: 'Safety plan' }

export default function SafetyPlan(props: PlanPageProps) {
  return <PlanPage kind="safety" {...props} />
}
