import { expect, test } from 'vitest'
import { acceptInvitation } from '@/db/access/accept-invitation'
import { accounts } from '@/db/access/account-reads'
import { endAccount } from '@/db/access/end-account'
import { enterInvitationCode, invitationState } from '@/db/access/enter-invitation-code'
import { inviteParent } from '@/db/access/invite-parent'
import { inviteYoungPerson } from '@/db/access/invite-young-person'
import { newToken } from '@/db/access/session-token'
import { signIn } from '@/db/access/sign-in'
import { signingIn } from '@/db/access/signing-in'
import { newInvitationCode } from '@/lib/access/invitation'
import { newId } from '@/lib/id'
import { allowed } from '../../build/family'
import { Partnership, type Worker } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { rightPassword } from '../../build/sign-in'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const record = await StagedRecord.make(p, team, amira, { word: 'Kestrel' })
  return { p, team, amira, record, personId: record.personId }
}

/** A parent who was allowed pages of their own. */
const mother = async ({ amira, record }: Awaited<ReturnType<typeof stage>>): Promise<string> => {
  const relationshipId = await record.relationship()
  await allowed(amira, { personId: record.personId, relationshipId }, 'pages')
  return relationshipId
}

const invited = async (by: Worker, personId: string, relationshipId?: string) => {
  const given = { token: newToken(), code: newInvitationCode() }
  const result = relationshipId
    ? await inviteParent(by.token, { personId, relationshipId, ...given }, newId())
    : await inviteYoungPerson(by.token, { personId, ...given }, newId())
  return { ...given, result }
}

let count = 0
const way = (name = `otter-${++count}-${newId().slice(-6)}`) => ({
  signInName: name,
  newPassword: rightPassword,
  repeatPassword: rightPassword,
})

const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

test('link and code together open an account of the young person’s own, which signs in by its name', async () => {
  const { amira, personId } = await stage()
  const { token, code, result } = await invited(amira, personId)
  expect(result.ok).toBe(true)
  expect(await enterInvitationCode({ token, code })).toMatchObject({
    kind: 'right',
    name: 'Kestrel',
    parent: false,
    renewal: false,
  })
  const chosen = way()
  const accepted = await acceptInvitation({ token, code }, chosen)
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
  expect(await signingIn(accepted.value.token)).toMatchObject({ stage: 'full', role: 'young-person' })

  const again = await signIn({
    email: ` ${chosen.signInName.toUpperCase()} `,
    password: rightPassword,
    code: '',
  })
  expect(again.kind).toBe('signed-in')
  expect(await sql('select kind, person_id from staff where sign_in_name = $1', [chosen.signInName])).toEqual(
    [{ kind: 'young-person', person_id: personId }],
  )
  expect(
    await sql("select outcome from app.audit_log where act = 'acceptInvitation' and person_id = $1", [
      personId,
    ]),
  ).toEqual([{ outcome: 'done' }])
})

test('neither link nor code can be read from a copy of the tables', async () => {
  const { amira, personId } = await stage()
  const { token, code } = await invited(amira, personId)
  const kept = JSON.stringify(
    await sql(
      `select to_jsonb(i) as row from app.invitations i where person_id = $1
       union all select to_jsonb(k) from app.idempotency_keys k where staff_id = $2
       union all select to_jsonb(a) from app.audit_log a where staff_id = $2`,
      [personId, amira.id],
    ),
  )
  expect(kept).not.toContain(token)
  expect(kept).not.toContain(code)
})

test('a link works once', async () => {
  const { amira, personId } = await stage()
  const { token, code } = await invited(amira, personId)
  const both = await Promise.all([1, 2].map(() => acceptInvitation({ token, code }, way())))
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await invitationState(token)).toBe('used')
  expect(await enterInvitationCode({ token, code })).toEqual({ kind: 'used' })
  expect((await acceptInvitation({ token, code }, way())).ok).toBe(false)
})

test('after seven days a link is worth nothing', async () => {
  const { amira, personId } = await stage()
  const { token, code } = await invited(amira, personId)
  const [row] = await sql('select expires_at - made_at as kept from app.invitations where person_id = $1', [
    personId,
  ])
  expect(row!.kept).toMatchObject({ days: 7 })
  await sql(
    "update app.invitations set made_at = now() - interval '8 days', expires_at = now() - interval '1 day' where person_id = $1",
    [personId],
  )
  expect(await invitationState(token)).toBe('expired')
  expect(await enterInvitationCode({ token, code })).toEqual({ kind: 'expired' })
  expect((await acceptInvitation({ token, code }, way())).ok).toBe(false)
})

test('five wrong codes, sent at the same moment, end the link: the right one opens nothing afterwards', async () => {
  const { amira, personId } = await stage()
  const { token, code } = await invited(amira, personId)
  const wrong = { token, code: wrongOf(code) }
  const answers = await Promise.all(Array.from({ length: 8 }, () => enterInvitationCode(wrong)))
  expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(4)
  expect(answers.filter(({ kind }) => kind === 'dead')).toHaveLength(4)
  expect(await enterInvitationCode({ token, code })).toEqual({ kind: 'dead' })
  expect((await acceptInvitation({ token, code }, way())).ok).toBe(false)
  expect(
    await sql(
      "select count(*)::int as n from app.audit_log where act = 'enterInvitationCode' and person_id = $1",
      [personId],
    ),
  ).toEqual([{ n: 5 }])
})

test('accepting without the code opens nothing, and its tries are the same five', async () => {
  const { amira, personId } = await stage()
  const { token, code } = await invited(amira, personId)
  for (let i = 0; i < 5; i++)
    expect((await acceptInvitation({ token, code: wrongOf(code) }, way())).ok).toBe(false)
  expect(await invitationState(token)).toBe('dead')
  expect((await acceptInvitation({ token, code }, way())).ok).toBe(false)
})

test('a link that nobody made says nothing of anybody', async () => {
  expect(await invitationState(newToken())).toBe('unknown')
  expect(await invitationState('x')).toBe('unknown')
  expect(await enterInvitationCode({ token: newToken(), code: '123456' })).toEqual({ kind: 'unknown' })
})

test('inviting again ends the earlier link', async () => {
  const { amira, personId } = await stage()
  const first = await invited(amira, personId)
  const second = await invited(amira, personId)
  expect(await invitationState(first.token)).toBe('withdrawn')
  expect((await acceptInvitation(second, way())).ok).toBe(true)
})

test('a name that somebody has is not given twice, in any case, and the answer names another to try', async () => {
  const { amira, personId, p, team } = await stage()
  const chosen = way()
  expect((await acceptInvitation(await invited(amira, personId), chosen)).ok).toBe(true)
  const other = await StagedRecord.make(p, team, amira, { word: 'Heron' })
  const link = await invited(amira, other.personId)
  const taken = await acceptInvitation(link, way(chosen.signInName.toUpperCase()))
  if (taken.ok || taken.failure.kind !== 'invalid') throw new Error(JSON.stringify(taken))
  expect(taken.failure.fields.signInName).toMatch(/^You cannot have that name\. Try “.+”\.$/)
  // The link is not used up by it.
  expect((await acceptInvitation(link, way())).ok).toBe(true)
})

test.each([
  ['', 'Choose a name to sign in with.'],
  ['sam@example.test', 'Choose a name that is not an e-mail address.'],
  ['ab', 'Use 3 letters or more.'],
  ['a'.repeat(41), 'Use 40 letters or fewer.'],
  ['two words', 'Use letters, numbers, dots and dashes, and no spaces.'],
  ['Admin', 'Choose another name.'],
])('a name like “%s” is answered with what to do', async (name, sentence) => {
  const { amira, personId } = await stage()
  const answer = await acceptInvitation(await invited(amira, personId), way(name))
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid', fields: { signInName: sentence } } })
})

test('a password that holds their own name, is short, or is typed in two ways is not taken', async () => {
  const { amira, personId } = await stage()
  const link = await invited(amira, personId)
  const tries = [
    ['kestrelkestrel', 'kestrelkestrel', 'newPassword'],
    ['short', 'short', 'newPassword'],
    [rightPassword, 'lantern otter gravol', 'repeatPassword'],
  ]
  for (const [newPassword, repeatPassword, field] of tries) {
    const answer = await acceptInvitation(link, {
      ...way(),
      newPassword: newPassword!,
      repeatPassword: repeatPassword!,
    })
    if (answer.ok || answer.failure.kind !== 'invalid') throw new Error(JSON.stringify(answer))
    expect(Object.keys(answer.failure.fields)).toEqual([field])
  }
})

test('a new link for somebody who has an account renews it: same account, nothing left of the old way in', async () => {
  const { amira, personId } = await stage()
  const before = way()
  const first = await acceptInvitation(await invited(amira, personId), before)
  if (!first.ok) throw new Error(JSON.stringify(first))
  const [account] = await sql("select id from staff where person_id = $1 and kind = 'young-person'", [
    personId,
  ])

  const renewal = await invited(amira, personId)
  expect(renewal.result).toMatchObject({ ok: true, value: { renewal: true } })
  expect(await signingIn(first.value.token)).toBeDefined()
  const after = way()
  expect((await acceptInvitation(renewal, after)).ok).toBe(true)
  expect(
    await sql("select id, sign_in_name from staff where person_id = $1 and kind = 'young-person'", [
      personId,
    ]),
  ).toEqual([{ id: account!.id, sign_in_name: after.signInName }])
  expect(await signingIn(first.value.token)).toBeUndefined()
  expect((await signIn({ email: before.signInName, password: rightPassword, code: '' })).kind).toBe(
    'not-right',
  )
  expect((await signIn({ email: after.signInName, password: rightPassword, code: '' })).kind).toBe(
    'signed-in',
  )
})

test('a parent’s account opens nothing of the young person by itself, and each has a link of their own', async () => {
  const staged = await stage()
  const { amira, personId } = staged
  const kerry = await mother(staged)
  const link = await invited(amira, personId, kerry)
  expect(await enterInvitationCode(link)).toMatchObject({ kind: 'right', parent: true, name: 'Kestrel' })
  const accepted = await acceptInvitation(link, way())
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
  expect(await signingIn(accepted.value.token)).toMatchObject({ role: 'parent-or-carer' })
  expect(
    await sql('select kind, person_id, relationship_id from staff where person_id = $1', [personId]),
  ).toEqual([{ kind: 'parent-or-carer', person_id: personId, relationship_id: kerry }])
})

test('someone who no longer matters to them is not invited, and a link made before opens nothing', async () => {
  const staged = await stage()
  const { amira, personId } = staged
  const kerry = await mother(staged)
  const link = await invited(amira, personId, kerry)
  expect(link.result.ok).toBe(true)
  await sql('update relationships set ended_on = current_date where id = $1', [kerry])
  expect((await acceptInvitation(link, way())).ok).toBe(false)
  expect((await invited(amira, personId, kerry)).result).toMatchObject({
    ok: false,
    failure: { kind: 'refused' },
  })
})

test('a parent is not invited before it is recorded who decided that', async () => {
  const { amira, record, personId } = await stage()
  expect((await invited(amira, personId, await record.relationship())).result).toMatchObject({
    ok: false,
    failure: { kind: 'refused' },
  })
})

test('somebody else’s relationship, or a young person out of reach, is not found', async () => {
  const { p, amira, record } = await stage()
  const neighbour = await p.worker('clinician', await p.team({ name: 'Elsewhere' }))
  expect((await invited(neighbour, record.personId)).result).toMatchObject({
    ok: false,
    failure: { kind: 'not-found' },
  })
  const other = await stage()
  expect((await invited(amira, record.personId, await other.record.relationship())).result).toMatchObject({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(
    await sql('select from app.invitations where person_id = any ($1)', [[record.personId, other.personId]]),
  ).toEqual([])
})

test('an account that is ended is out on its very next request, with a reason kept, and its name is free again', async () => {
  const { amira, personId } = await stage()
  const chosen = way()
  const accepted = await acceptInvitation(await invited(amira, personId), chosen)
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
  const [account] = await sql("select id from staff where person_id = $1 and kind = 'young-person'", [
    personId,
  ])
  const input = { personId, accountId: account!.id as string, because: 'other' as const }
  expect(await endAccount(amira.token, input, newId())).toMatchObject({
    ok: false,
    failure: { fields: { words: 'Say why in a few words.' } },
  })
  expect(await endAccount(amira.token, { ...input, because: 'not-safe' }, newId())).toMatchObject({
    ok: true,
  })
  expect(await signingIn(accepted.value.token)).toBeUndefined()
  expect((await signIn({ email: chosen.signInName, password: rightPassword, code: '' })).kind).toBe(
    'not-right',
  )
  expect(await sql('select because from app.account_endings where account_id = $1', [account!.id])).toEqual([
    { because: 'not-safe' },
  ])
  // They can be invited again, under the same name if they like.
  expect((await acceptInvitation(await invited(amira, personId), chosen)).ok).toBe(true)
  expect(await endAccount(amira.token, { ...input, because: 'asked' }, newId())).toMatchObject({
    ok: false,
    failure: { kind: 'not-found' },
  })
})

test('the worker’s page says who has pages of their own and whose invitation waits, and never a name to sign in with', async () => {
  const staged = await stage()
  const { amira, personId } = staged
  const chosen = way()
  await acceptInvitation(await invited(amira, personId), chosen)
  const kerry = await mother(staged)
  await invited(amira, personId, kerry)
  const page = await accounts(amira.token, { personId })
  if (!page.ok) throw new Error(JSON.stringify(page))
  expect(
    page.value.accounts.map(({ relationshipId, account, invitation }) => [
      relationshipId,
      account !== null,
      invitation?.by ?? null,
    ]),
  ).toEqual([
    [null, true, null],
    [kerry, false, amira.name],
  ])
  expect(JSON.stringify(page)).not.toContain(chosen.signInName)
})

test('guesses at a young person’s password are counted as everybody’s are', async () => {
  const { amira, personId } = await stage()
  const chosen = way()
  await acceptInvitation(await invited(amira, personId), chosen)
  const guess = () => signIn({ email: chosen.signInName, password: 'lantern otter marble', code: '' })
  const answers = []
  for (let i = 0; i < 11; i++) answers.push((await guess()).kind)
  expect(answers.slice(0, 10)).toEqual(Array(10).fill('not-right'))
  expect(answers[10]).toBe('throttled')
})
