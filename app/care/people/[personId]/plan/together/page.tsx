import { TogetherPage, type TogetherPageProps } from '@/app/care/people/[personId]/plan/together-page'

export const metadata = { title: 'Plan, together' }

export default function PlanTogether(props: TogetherPageProps) {
  return <TogetherPage kind="wellbeing" {...props} />
}
