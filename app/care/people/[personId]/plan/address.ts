import { type PlanKind, planKinds } from '@/lib/plans/plan'

/** Where the plan of one kind stands. */
export const planAddress = ({ personId, kind }: { personId: string; kind: PlanKind }): string =>
  `/care/people/${personId}/${planKinds[kind].path}`
