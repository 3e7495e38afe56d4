'use server'

import { formAction } from '@/app/_act/form-action'
import { addOrganisation as addOrganisationAct } from '@/db/organisations/add-organisation'
import { addTeam as addTeamAct } from '@/db/organisations/add-team'
import { changeTeam as changeTeamAct } from '@/db/organisations/change-team'

export const addOrganisation = formAction(addOrganisationAct, { to: () => '/admin/teams' })
export const addTeam = formAction(addTeamAct, { to: ({ teamId }) => `/admin/teams/${teamId}` })
export const changeTeam = formAction(changeTeamAct, { to: ({ teamId }) => `/admin/teams/${teamId}` })
