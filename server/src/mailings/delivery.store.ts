import type { AccountId, DeliveryReason, InvitationId, MailingId, OrganizationId, SendingWay } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

/** Whether anything was left to stop. What is being sent this very moment goes out. */
export async function stopDeliveries(tx: Tx, id: MailingId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('state', '=', 'waiting')
    .set({ state: 'stopped', reason: '', changed_at: now })
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx.updateTable('mailing').where('id', '=', id).set({ stopped_at: now }).execute()
  return true
}

/** The failed ones wait again; how many. */
export async function waitAgain(tx: Tx, id: MailingId, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('state', '=', 'failed')
    .where('address', '<>', '')
    .set({ state: 'waiting', reason: '', attempts: 0, due_at: now, changed_at: now })
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Left behind by a server that was killed: whether they went out, nobody knows. */
export async function endInterrupted(db: Db, id: MailingId, now: Date): Promise<void> {
  await db
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('state', '=', 'sending')
    .set({ state: 'failed', reason: 'interrupted', changed_at: now })
    .execute()
}

/** Due for so long that no job can be left which would send them. The index of what is left holds little besides. */
export async function giveUp(db: Db, dueBefore: Date, now: Date): Promise<void> {
  await db
    .updateTable('invitation_delivery')
    .where('state', '=', 'waiting')
    .where('due_at', '<', dueBefore)
    .set({ state: 'failed', reason: 'given-up', changed_at: now })
    .execute()
}

export type TakenDelivery = {
  readonly place: number
  readonly invitationId: InvitationId
  readonly way: SendingWay
  readonly address: string
  readonly attempts: number
}

/** The next one that is due, marked as being sent before it is: a crash can't send it twice. */
export function takeNext(db: Db, id: MailingId, now: Date): Promise<TakenDelivery | undefined> {
  return db
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('place', '=', (eb) =>
      eb
        .selectFrom('invitation_delivery')
        .where('mailing_id', '=', id)
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('place')
        .limit(1)
        .forUpdate()
        .select('place'),
    )
    .where('state', '=', 'waiting')
    .set({ state: 'sending', attempts: sql<number>`attempts + 1`, changed_at: now })
    .returning(['place', 'invitation_id as invitationId', 'way', 'address', 'attempts'])
    .executeTakeFirst()
}

export type Outcome =
  | { readonly state: 'sent' }
  | { readonly state: 'failed' | 'stopped'; readonly reason: DeliveryReason }
  | { readonly state: 'waiting'; readonly reason: DeliveryReason; readonly dueAt: Date; readonly isCounted: boolean }

export async function settleDelivery(
  db: Db,
  { id, place }: { id: MailingId; place: number },
  outcome: Outcome,
  now: Date,
): Promise<void> {
  const waits = outcome.state === 'waiting'
  await db
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('place', '=', place)
    .set({ state: outcome.state, reason: outcome.state === 'sent' ? '' : outcome.reason, changed_at: now })
    .$if(waits, (query) => query.set({ due_at: waits ? outcome.dueAt : now }))
    .$if(waits && !outcome.isCounted, (query) => query.set({ attempts: sql<number>`attempts - 1` }))
    .execute()
}

/** The others that go the same way wait as long: one that nobody answers to is not asked for each. */
export async function postpone(db: Db, { id, way }: { id: MailingId; way: SendingWay }, dueAt: Date): Promise<void> {
  await db
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('way', '=', way)
    .where('state', '=', 'waiting')
    .where('due_at', '<', dueAt)
    .set({ due_at: dueAt })
    .execute()
}

/** All that is left of it waits for the end of the quiet hours. */
export async function holdUp(tx: Tx, id: MailingId, until: Date): Promise<void> {
  await tx
    .updateTable('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('state', '=', 'waiting')
    .where('due_at', '<', until)
    .set({ due_at: until })
    .execute()
  await tx.updateTable('mailing').where('id', '=', id).set({ starts_at: until }).execute()
}

export type MailingFactsToSend = {
  readonly organizationId: OrganizationId
  readonly createdAt: Date
  readonly startsAt: Date | null
  readonly isAwaited: boolean
  readonly createdBy: AccountId
}

export async function findToSend(db: Db, id: MailingId): Promise<MailingFactsToSend | undefined> {
  return db
    .selectFrom('mailing')
    .where('id', '=', id)
    .select([
      'organization_id as organizationId',
      'created_at as createdAt',
      'starts_at as startsAt',
      'is_awaited as isAwaited',
      'created_by as createdBy',
    ])
    .executeTakeFirst()
}

/** When the next one is due; null when nothing is left. */
export async function findNextDue(db: Db, id: MailingId): Promise<Date | null> {
  const row = await db
    .selectFrom('invitation_delivery')
    .where('mailing_id', '=', id)
    .where('state', '=', 'waiting')
    .select((eb) => eb.fn.min('due_at').as('dueAt'))
    .executeTakeFirst()
  return row?.dueAt ?? null
}

/** Addresses are kept no longer than somebody may still remind. */
export async function forgetAddresses(db: Db, before: Date): Promise<void> {
  await db
    .updateTable('invitation_delivery')
    .where('changed_at', '<', before)
    .where('address', '<>', '')
    .set({ address: '' })
    .execute()
}

export async function countAddresses(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('invitation_delivery')
    .where('changed_at', '<', before)
    .where('address', '<>', '')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
