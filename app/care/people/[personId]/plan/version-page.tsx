import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { PlanText } from '@/app/_ui/plan/plan-text'
import { RecordPage } from '@/app/_ui/staff-page'
import { readPlanVersion } from '@/db/plans/reads'
import { type PlanKind, planKinds } from '@/lib/plans/plan'
import { planAddress } from './address'
import { versionInWords } from './version-in-words'

type Props = { kind: PlanKind; params: Promise<{ personId: string; number: string }> }

/** One version as it was. An earlier one says so before anything else. */
export async function VersionPage({ kind, params }: Props) {
  const { personId, number } = await params
  if (!/^[1-9]\d{0,5}$/.test(number)) return notFound()
  const base = planAddress({ personId, kind })
  const { actor, identity, version, newest } = await load(
    readPlanVersion,
    { personId, kind, number: Number(number) },
    `${base}/versions/${number}`,
  )
  const { name, path } = planKinds[kind]
  return (
    <RecordPage actor={actor} identity={identity} tab={path}>
      <BackLink href={base}>
        Back to {identity.knownAs}’s {name}
      </BackLink>
      {version.number < newest && (
        <Notice kind="warning" action={<Link href={base}>Show version {newest}.</Link>}>
          This is an earlier version. It does not count any more.
        </Notice>
      )}
      <PageHeading lede={versionInWords(version, identity.knownAs)}>
        {identity.knownAs}’s {name}, version {version.number}
      </PageHeading>
      <PlanText kind={kind} sections={version.sections} />
    </RecordPage>
  )
}
