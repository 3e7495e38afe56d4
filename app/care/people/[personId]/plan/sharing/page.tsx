import { SharingPage, type SharingPageProps } from '@/app/care/people/[personId]/plan/sharing-page'

export const metadata = { title: 'Who sees which line' }

export default function PlanSharing(props: SharingPageProps) {
  return <SharingPage kind="wellbeing" {...props} />
}
