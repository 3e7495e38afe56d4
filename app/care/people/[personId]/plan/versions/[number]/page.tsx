import { VersionPage } from '@/app/care/people/[personId]/plan/version-page'

export const metadata = { title: 'Version of the plan' }

export default function PlanVersion({ params }: { params: Promise<{ personId: string; number: string }> }) {
  return <VersionPage kind="wellbeing" params={params} />
}
