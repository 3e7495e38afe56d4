import { z } from 'zod'
import { id } from '@/lib/id'
import { requiredText } from '@/lib/parse'

export const teamKinds = {
  clinical: 'Clinical',
  community: 'Community',
} as const
export type TeamKind = keyof typeof teamKinds

const kinds = Object.keys(teamKinds) as [TeamKind, ...TeamKind[]]
const name = requiredText('Enter the name of the team.').max(100, 'Use 100 letters or fewer.')
const kind = z.enum(kinds, { error: 'Choose what kind of team it is.' })

export const newTeam = z.strictObject({
  organisationId: z.uuid({ error: 'Choose the organisation it belongs to.' }),
  name,
  kind,
})

export const changedTeam = z.strictObject({
  teamId: id,
  name,
  kind,
  /** Empty for nobody. */
  dutyStaffId: z.union([z.literal(''), z.uuid()], { error: 'Choose a duty worker.' }).default(''),
  standing: z.enum(['open', 'closed'], { error: 'Choose whether the team is open.' }).default('open'),
})

/** What a team still holds, as a sentence that says why it cannot close; undefined when nothing does. */
export const whyNotClosed = (held: {
  open: number
  waiting: number
  handovers: number
}): string | undefined => {
  const parts = [
    held.open > 0 && `${people(held.open)} with it`,
    held.waiting > 0 && `${people(held.waiting)} waiting`,
    held.handovers > 0 && `${held.handovers} ${held.handovers === 1 ? 'hand-over' : 'hand-overs'} under way`,
  ].filter(Boolean)
  return parts.length > 0
    ? `This team cannot close yet: it has ${parts.join(', ')}. The team ends these or hands them over first.`
    : undefined
}

/** '1 young person', '12 young people' */
export const people = (count: number) => `${count} young ${count === 1 ? 'person' : 'people'}`
