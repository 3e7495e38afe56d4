import type { MyPlanProps } from '@/app/me/plan/plan-page'
import { MyPlanSharingPage } from '@/app/me/plan/sharing-page'

export const metadata = { title: 'Who sees which line' }

export default function MyPlanSharing(props: MyPlanProps) {
  return <MyPlanSharingPage kind="safety" {...props} />
}
