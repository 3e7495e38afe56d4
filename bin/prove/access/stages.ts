import type { StagedAct } from './scene'
import { accountStages } from './stages-accounts'
import { draftStages } from './stages-drafts'
import { goalStages } from './stages-goals'
import { handoverStages } from './stages-handover'
import { measureStages } from './stages-measures'
import { outboxStages } from './stages-outbox'
import { ownPagesStages } from './stages-own-pages'
import { planStages } from './stages-plans'
import { recordStages } from './stages-record'
import { roomStages } from './stages-room'
import { staffStages } from './stages-staff'
import { storyStages } from './stages-story'

/** Every act with the stage for one call of it. */
export const stages: readonly StagedAct[] = [
  ...recordStages,
  ...draftStages,
  ...goalStages,
  ...handoverStages,
  ...staffStages,
  ...accountStages,
  ...ownPagesStages,
  ...roomStages,
  ...measureStages,
  ...planStages,
  ...outboxStages,
  ...storyStages,
]
