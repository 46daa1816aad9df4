import type { Call, CallId, WaitingId, WaitingPerson } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import { tellOwners } from '#meetings/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, type Db, transact, type Tx } from '#platform/db.ts'
import { accessCall, type ClearedCall } from './access.ts'
import type { CallContext } from './context.ts'
import {
  decideGuests,
  decidePeople,
  listAtTheDoor,
  listHosts,
  updateStillWaiting,
  upsertWaiting,
} from './door.store.ts'
import { getCall } from './get-call.ts'
import { findMeetingOfGuests } from './guest.store.ts'
import { journalOf } from './journal.ts'
import { actInCall, tellAccounts } from './locked.ts'
import { doorOf } from './policy.ts'
import type { StoredCall } from './store.ts'
import { heardSince } from './view.store.ts'

/** Before the door, for as long as this is said again and again. Whoever may go in goes in. */
export async function waitAtTheDoor(context: CallContext, actor: Actor, callId: CallId): Promise<Call> {
  await accessCall(context.db, actor, callId, 'wait')
  // A beat changes nothing that anybody else looks at: hundreds of them must not queue for the chat's lock.
  if (!(await isKnownToWait(context, actor, callId))) await comeToTheDoor(context, actor, callId)
  return getCall(context, actor, callId)
}

function isKnownToWait({ db, clock }: CallContext, { accountId }: Actor, callId: CallId): Promise<boolean> {
  const now = clock()
  return transact(db, (tx) => updateStillWaiting(tx, callId, accountId, { now, heardSince: heardSince(now) }))
}

const comeToTheDoor = (context: CallContext, actor: Actor, callId: CallId): Promise<void> =>
  actInCall(context, actor, { callId, action: 'wait' }, async (tx, call, afterCommit) => {
    if (doorOf(call.facts) === 'open') return
    const now = context.clock()
    const isNew = await upsertWaiting(tx, callId, actor.accountId, { now, heardSince: heardSince(now) })
    if (isNew) await tellOfArrival(context, tx, afterCommit, call)
  })

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
    // «Впущено: n из m» on the meeting's page.
    const meetingId = letIn && guestIds.length > 0 ? await findMeetingOfGuests(tx, guestIds) : null
    if (meetingId) await tellOwners(context, tx, meetingId, afterCommit)
    await tellHosts(context, tx, afterCommit, call)
    const people = await present(tx, callId, now)
    const noPlace = letIn ? people.filter(({ id, isGuest }) => isGuest && ids.includes(id)).length : 0
    return { people, noPlace }
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
  const people = await listAtTheDoor(db, callId, { now, heardSince: heardSince(now) })
  return people.map((person) => ({ ...person, since: person.since.toISOString() }))
}

/** Somebody has come. Those who let people in look anew at who waits. */
export async function tellOfArrival(
  { arrivals }: Pick<CallContext, 'arrivals'>,
  db: Db,
  afterCommit: AfterCommit,
  { chatId }: Pick<StoredCall, 'chatId'>,
): Promise<void> {
  const hosts = await listHosts(db, { chatId })
  afterCommit(() => {
    arrivals(chatId, hosts)
  })
}

/** The same, of what was decided, or of somebody who has gone. */
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
