import { TogetherPage, type TogetherPageProps } from '@/app/care/people/[personId]/plan/together-page'

export const metadata = { title: 'Safety plan, together' }

export default function SafetyPlanTogether(props: TogetherPageProps) {
  return <TogetherPage kind="safety" {...props} />
}
