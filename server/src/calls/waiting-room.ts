import type { Call, CallId, WaitingId, WaitingPerson } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Db, Tx } from '#platform/db.ts'
import { accessCall, type ClearedCall } from './access.ts'
import type { CallContext } from './context.ts'
import { decideGuests, decidePeople, isAnyLinkFull, listAtTheDoor, listHosts, upsertWaiting } from './door.store.ts'
import { getCall } from './get-call.ts'
import { journalOf } from './journal.ts'
import { actInCall, tellAccounts } from './locked.ts'
import { doorOf } from './policy.ts'
import type { StoredCall } from './store.ts'
import { heardSince } from './view.store.ts'

/** Before the door, for as long as this is said again and again. Whoever may go in goes in. */
export async function waitAtTheDoor(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await actInCall(context, actor, { callId, action: 'wait' }, async (tx, call, afterCommit) => {
    if (doorOf(call.facts) === 'open') return
    const now = context.clock()
    const isNew = await upsertWaiting(tx, callId, actor.accountId, { now, heardSince: heardSince(now) })
    if (isNew) await tellHosts(context, tx, afterCommit, call)
  })
  return getCall(context, actor, callId)
}

export async function getWaiting(context: CallContext, actor: Actor, callId: CallId) {
  await accessCall(context.db, actor, callId, 'letIn')
  return { people: await present(context.db, callId, context.clock()) }
}

type Deciding = { readonly callId: CallId; readonly ids: readonly WaitingId[]; readonly letIn: boolean }

/** Of two hosts who decide of the same person the later one is right, but nobody is turned away who is in. */
export const decide = (context: CallContext, actor: Actor, { callId, ids, letIn }: Deciding) =>
  actInCall(context, actor, { callId, action: 'letIn' }, async (tx, call, afterCommit) => {
    const now = context.clock()
    const decision = { ids, letIn, by: actor.accountId, now }
    const accountIds = await decidePeople(tx, callId, decision)
    const guestIds = await decideGuests(tx, callId, decision)
    if (letIn && (await isAnyLinkFull(tx, guestIds))) throw new AppError('guest-link-full')
    await write(tx, actor, call, [
      ...guestIds.map((guestId) => ({
        action: letIn ? ('call.guest-let-in' as const) : ('call.guest-turned-away' as const),
        details: { guestId },
      })),
      // Whoever belongs here and is let in comes in as to any call; the call's attendance tells of it.
      ...(letIn ? [] : accountIds).map((accountId) => ({
        action: 'call.participant-turned-away' as const,
        details: { accountId },
      })),
    ])
    tellAccounts(context, afterCommit, ...accountIds)
    await tellHosts(context, tx, afterCommit, call)
    return { people: await present(tx, callId, now) }
  })

type Entry = Pick<Parameters<typeof recordAudits>[2][number], 'action' | 'details'>

async function write(tx: Tx, actor: Actor, { id, chat }: ClearedCall, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const about = { organizationId: journalOf(chat), subjectKind: 'call', subjectId: id } as const
  await recordAudits(
    tx,
    actor,
    entries.map((entry) => ({ ...about, ...entry })),
  )
}

async function present(db: Db, callId: CallId, now: Date): Promise<WaitingPerson[]> {
  const people = await listAtTheDoor(db, callId, heardSince(now))
  return people.map((person) => ({ ...person, since: person.since.toISOString() }))
}

/** Those who let people in look anew at who waits. */
export async function tellHosts(
  { bus }: Pick<CallContext, 'bus'>,
  db: Db,
  afterCommit: AfterCommit,
  call: Pick<StoredCall, 'chatId'>,
): Promise<void> {
  const hosts = await listHosts(db, call)
  afterCommit(() => {
    publishStale(bus, hosts, 'calls')
  })
}
