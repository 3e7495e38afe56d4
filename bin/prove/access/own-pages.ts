import type { Role } from '@/lib/access/roles'
import type { AllowanceItem } from '@/lib/people/allowances'
import { allowed } from '@/tests/build/family'
import type { Worker } from '@/tests/build/partnership'
import { StagedRecord } from '@/tests/build/record'
import type { Place } from './scene'

/** The record each own account opens. It is made with the account: nobody signs in to the pages of nobody. */
const records = new Map<string, StagedRecord>()

/** The record whose pages this account opens; undefined for those who work here. */
export const ownRecordOf = (worker: Worker): StagedRecord | undefined => records.get(worker.id)

const everything: readonly AllowanceItem[] = ['pages', 'goals', 'ratings', 'meetings']

/**
 * A young person with pages of their own, a parent or carer who was allowed everything there is to allow, or a worker's
 * screen in the young person's hands.
 */
export async function ownAccount(
  role: Extract<Role, 'young-person' | 'parent-or-carer' | 'in-room'>,
  { p, team, colleague }: Place,
  word: string,
): Promise<Worker> {
  const record = await StagedRecord.make(p, team, colleague, { word })
  await record.goal()
  const { personId } = record
  let account: Worker
  if (role === 'young-person') account = await p.ownAccount(personId, { name: word })
  else if (role === 'in-room') account = await p.inRoom(await p.worker('clinician', team), personId)
  else {
    const relationshipId = await record.relationship()
    for (const item of everything) await allowed(colleague, { personId, relationshipId }, item)
    account = await p.ownAccount(personId, { name: word, relationshipId })
  }
  records.set(account.id, record)
  return account
}
