import type {
  AccountId,
  ConfirmationId,
  ConfirmationState,
  MembershipId,
  OrganizationId,
  QueueSort,
  QueueState,
} from '@kolosok/contract'
import { type SqlBool, sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'
import { queueOrder } from '#platform/queue-order.ts'
import type { ConfirmationFacts } from './policy.ts'

export type FoundConfirmation = ConfirmationFacts & {
  readonly id: ConfirmationId
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  readonly accountId: AccountId
  readonly position: string
}

/** Undefined when there is no such request in that organization, or who asked has left. */
export function findConfirmationFacts(
  db: Db,
  { organizationId, confirmationId }: { organizationId: OrganizationId; confirmationId: ConfirmationId },
  accountId: AccountId,
): Promise<FoundConfirmation | undefined> {
  return db
    .selectFrom('confirmation')
    .innerJoin('membership', 'membership.id', 'confirmation.membership_id')
    .where('confirmation.id', '=', confirmationId)
    .where('confirmation.organization_id', '=', organizationId)
    .where('membership.ended_at', 'is', null)
    .select([
      'confirmation.id',
      'confirmation.organization_id as organizationId',
      'confirmation.membership_id as membershipId',
      'confirmation.position',
      'confirmation.state',
      'membership.account_id as accountId',
      'membership.is_admin as isAboutAdmin',
      sql<boolean>`membership.account_id = ${accountId}`.as('isOwn'),
      sql<OrganizationRole[]>`organization_roles(confirmation.organization_id, ${accountId})`.as('roles'),
    ])
    .executeTakeFirst()
}

const FULL_NAME = sql<string>`concat_ws(' ', nullif(account.family_name, ''), account.given_name, nullif(account.patronymic, ''))`

const confirmationRows = (db: Db) =>
  db
    .selectFrom('confirmation')
    .innerJoin('membership', 'membership.id', 'confirmation.membership_id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .leftJoin('account as decider', 'decider.id', 'confirmation.decided_by')
    .where('membership.ended_at', 'is', null)
    .select([
      'confirmation.id',
      'confirmation.membership_id as membershipId',
      FULL_NAME.as('fullName'),
      sql<string>`coalesce(account.phone, account.unverified_phone, '')`.as('phone'),
      sql<boolean>`account.phone is not null`.as('isPhoneVerified'),
      'confirmation.position',
      'confirmation.how_to_check as howToCheck',
      'confirmation.word',
      'confirmation.state',
      'confirmation.reason',
      'confirmation.requested_at as requestedAt',
      'confirmation.decided_at as decidedAt',
      'confirmation.reminded_at as remindedAt',
      sql<string | null>`decider.given_name || coalesce(' ' || nullif(decider.patronymic, ''), '')`.as('decidedBy'),
    ])

export type ConfirmationRow = Awaited<ReturnType<ReturnType<typeof confirmationRows>['executeTakeFirstOrThrow']>>

export const PAGE = 50

export type Wanted = {
  readonly organizationId: OrganizationId
  readonly state: QueueState
  readonly sort?: QueueSort | undefined
}

type Page = { readonly after?: ConfirmationId | undefined; readonly limit: number }

/** A page in the order asked for. */
export function listQueue(
  db: Db,
  { organizationId, state, sort, after, limit }: Wanted & Page,
): Promise<ConfirmationRow[]> {
  const { by, isDown } = queueOrder(state, sort)
  const key = by === 'name' ? FULL_NAME : sql.ref(`confirmation.${by}`)
  return (
    confirmationRows(db)
      .where('confirmation.organization_id', '=', organizationId)
      .where('confirmation.state', state === 'requested' ? '=' : '<>', 'requested')
      // The same names as outside, so that the same key means the last row's.
      .$if(after !== undefined, (query) =>
        query.where(sql<SqlBool>`(${key}, confirmation.id) ${sql.raw(isDown ? '<' : '>')} (
          select ${key}, confirmation.id from confirmation
          join membership on membership.id = confirmation.membership_id
          join account on account.id = membership.account_id
          where confirmation.id = ${after as ConfirmationId})`),
      )
      .orderBy(key, isDown ? 'desc' : 'asc')
      .orderBy('confirmation.id', isDown ? 'desc' : 'asc')
      .limit(limit)
      .execute()
  )
}

export async function countWaiting(db: Db, organizationId: OrganizationId): Promise<number> {
  const { count } = await db
    .selectFrom('confirmation')
    .innerJoin('membership', 'membership.id', 'confirmation.membership_id')
    .where('confirmation.organization_id', '=', organizationId)
    .where('confirmation.state', '=', 'requested')
    .where('membership.ended_at', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export function findConfirmation(db: Db, id: ConfirmationId): Promise<ConfirmationRow | undefined> {
  return confirmationRows(db).where('confirmation.id', '=', id).executeTakeFirst()
}

/** The last request of this membership. */
export function findLast(db: Db, membershipId: MembershipId): Promise<ConfirmationRow | undefined> {
  return confirmationRows(db)
    .where('confirmation.membership_id', '=', membershipId)
    .orderBy('confirmation.requested_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export type NewConfirmation = {
  readonly id: ConfirmationId
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  readonly position: string
  readonly howToCheck: string
  readonly word: string
  readonly requestedAt: Date
}

/** False when the id is taken, or when another request of this teacher waits. */
export async function insertConfirmation(tx: Tx, given: NewConfirmation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('confirmation')
    .values({
      id: given.id,
      organization_id: given.organizationId,
      membership_id: given.membershipId,
      position: given.position,
      how_to_check: given.howToCheck,
      word: given.word,
      requested_at: given.requestedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Two deciding at once: the second waits here, and then finds it decided. */
export async function lockConfirmation(tx: Tx, id: ConfirmationId): Promise<void> {
  await tx.selectFrom('confirmation').where('id', '=', id).forUpdate().select('id').execute()
}

export async function updateConfirmationState(
  tx: Tx,
  id: ConfirmationId,
  decided: { state: ConfirmationState; reason: string; position?: string | undefined; at: Date; by: AccountId },
): Promise<void> {
  await tx
    .updateTable('confirmation')
    .where('id', '=', id)
    .set({
      state: decided.state,
      reason: decided.reason,
      decided_at: decided.at,
      decided_by: decided.by,
      ...(decided.position !== undefined && { position: decided.position }),
    })
    .execute()
}

export async function listDeciders(db: Db, organizationId: OrganizationId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('is_admin', '=', true), eb('role', '=', 'management')]))
    .select('account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}
