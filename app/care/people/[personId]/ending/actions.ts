'use server'

import { formAction } from '@/app/_act/form-action'
import { endEpisode as endEpisodeAct } from '@/db/referrals/end-episode'

export const endEpisode = formAction(endEpisodeAct, { to: ({ personId }) => `/care/people/${personId}` })
