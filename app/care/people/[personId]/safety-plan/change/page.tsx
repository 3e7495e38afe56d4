import { ChangePage, type ChangePageProps } from '@/app/care/people/[personId]/plan/change-page'

export const metadata = { title: 'Suggest a change' }

export default function ChangeSafetyPlan(props: ChangePageProps) {
  return <ChangePage kind="safety" {...props} />
}
