import { MyPlanPage, type MyPlanProps } from '@/app/me/plan/plan-page'

export const metadata = { title: 'My safety plan' }

export default function MyPlan(props: MyPlanProps) {
  return <MyPlanPage kind="safety" {...props} />
}
