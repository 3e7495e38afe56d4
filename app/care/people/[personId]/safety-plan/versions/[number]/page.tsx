import { VersionPage } from '@/app/care/people/[personId]/plan/version-page'

export const metadata = { title: 'Version of the safety plan' }

export default function SafetyPlanVersion({
  params,
}: {
  params: Promise<{ personId: string; number: string }>
}) {
  return <VersionPage kind="safety" params={params} />
}
