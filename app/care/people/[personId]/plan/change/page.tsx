import { ChangePage, type ChangePageProps } from '@/app/care/people/[personId]/plan/change-page'

export const metadata = { title: 'Suggest a change' }

export default function ChangePlan(props: ChangePageProps) {
  return <ChangePage kind="wellbeing" {...props} />
}
