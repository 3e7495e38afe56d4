import { MyPlanChangePage } from '@/app/me/plan/change-page'

export const metadata = { title: 'Change my safety plan' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default function ChangeMyPlan({ searchParams }: Props) {
  return <MyPlanChangePage kind="safety" searchParams={searchParams} />
}
