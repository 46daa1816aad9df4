import { type AccountId, type SessionId, type SignedIn } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import type { Client } from '#platform/http.ts'
import { newId } from '#platform/new-id.ts'
import { getMe, updateUsedAt } from './account.store.ts'
import type { Found } from './find-account.ts'
import { admitAwaitedOperator } from './operator.store.ts'
import { listEntitlements } from './personal-code.store.ts'
import { createToken, hashSessionToken } from './secrets.ts'
import { endSessions, insertSession } from './session.store.ts'
import type { SignInPort } from './sign-in-port.ts'

export type Entrance = {
  readonly client: Client
  /** Who was signed in on this device until now. */
  readonly before: Actor | null
  readonly way: 'sms' | 'email' | 'joining' | 'coming-back' | 'operator-link' | 'demo'
}

/** What the route needs: the answer, and the token for the cookie. */
export type In = { readonly token: string; readonly answer: SignedIn }

/** Starts the session of an account that has proven itself, and everything that follows from it. */
export async function enter(
  context: Context,
  port: SignInPort,
  tx: Tx,
  { accountId, isNew, losers }: Found,
  { client, before, way }: Entrance,
  afterCommit: AfterCommit,
): Promise<In> {
  const { bus } = context
  const now = context.clock()
  const token = createToken()
  const sessionId = newId<SessionId>()
  await insertSession(tx, {
    id: sessionId,
    tokenHash: hashSessionToken(context, token),
    accountId,
    userAgent: client.userAgent,
    address: client.address,
    now,
  })
  await updateUsedAt(tx, accountId, now)
  const ended = before ? await endSessions(tx, before.accountId, { only: before.sessionId }, now) : []

  const known = await getMe(tx, accountId)
  const isOperator =
    (known.phone !== null && known.isPhoneVerified && (await admitAwaitedOperator(tx, accountId, known.phone))) ||
    known.isOperator
  const actor: Actor = { accountId, sessionId, isOperator }
  const entry = { organizationId: null, subjectKind: 'account', subjectId: accountId, details: { way } }
  await recordAudit(tx, actor, { ...entry, action: isNew ? 'account.created' : 'account.signed-in' })
  const { phone, isPhoneVerified, email } = known
  const entered = { actor, accountId, phone, isPhoneVerified, email, isEmailVerified: email !== null }
  await port.entered(tx, entered, afterCommit)
  afterCommit(() => {
    if (ended.length > 0) bus.publish({ type: 'sessions-ended', sessionIds: ended })
    publishStale(bus, losers, 'account')
    publishStale(bus, [accountId], 'devices')
  })
  return { token, answer: { accountId, isNew, invitationIds: await listEntitlements(tx, accountId) } }
}

/** A session for an account without any proof; the demonstration's one click, and nothing else. */
export type EnterAs = (visit: { accountId: AccountId } & Omit<Entrance, 'way'>) => Promise<string>

export function createEnterAs(context: Context, port: SignInPort): EnterAs {
  return ({ accountId, client, before }) =>
    transact(context.db, async (tx, afterCommit) => {
      const found = { accountId, isNew: false, losers: [] }
      return (await enter(context, port, tx, found, { client, before, way: 'demo' }, afterCommit)).token
    })
}

/** Ends sessions of one account and says so wherever they are in use. */
export async function endSessionsOf(
  { bus, clock }: Context,
  tx: Tx,
  accountId: AccountId,
  which: { only: SessionId } | { allBut: SessionId },
  afterCommit: AfterCommit,
): Promise<SessionId[]> {
  const sessionIds = await endSessions(tx, accountId, which, clock())
  afterCommit(() => {
    if (sessionIds.length > 0) bus.publish({ type: 'sessions-ended', sessionIds })
    publishStale(bus, [accountId], 'devices')
  })
  return sessionIds
}
