import { type PlanKind, planKinds } from '@/lib/plans/plan'

/** Where their own plan of one kind stands. */
export const myPlanAddress = ({ kind }: { kind: PlanKind }): string => `/me/${planKinds[kind].path}`
