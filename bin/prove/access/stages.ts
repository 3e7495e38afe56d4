import type { StagedAct } from './scene'
import { handoverStages } from './stages-handover'
import { recordStages } from './stages-record'
import { staffStages } from './stages-staff'

/** Every act with the stage for one call of it. */
export const stages: readonly StagedAct[] = [...recordStages, ...handoverStages, ...staffStages]
