import type {
  AccountId,
  GroupId,
  InvitationId,
  JoinRequestId,
  JoinRequestState,
  OrganizationId,
} from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { JoinRequestFacts } from './policy.ts'

/** The request leads to a group that this account teaches, confirmed. */
const isOfOwnGroup = (accountId: AccountId) => sql<boolean>`exists (
  select from teaching
  join membership on membership.id = teaching.membership_id
  where teaching.group_id = join_request.group_id
    and membership.account_id = ${accountId} and membership.ended_at is null
    and membership.confirmed_at is not null)`

export type FoundRequest = JoinRequestFacts & {
  readonly id: JoinRequestId
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly groupId: GroupId | null
  readonly label: string
  readonly position: string
  /** The link of a chat by which they asked. */
  readonly invitationId: InvitationId | null
}

export function findRequestFacts(db: Db, id: JoinRequestId, accountId: AccountId): Promise<FoundRequest | undefined> {
  return db
    .selectFrom('join_request')
    .where('id', '=', id)
    .select((eb) => [
      'id',
      'organization_id as organizationId',
      'account_id as accountId',
      'group_id as groupId',
      'role',
      'state',
      'label',
      'position',
      'invitation_id as invitationId',
      sql<OrganizationRole[]>`organization_roles(organization_id, ${accountId})`.as('roles'),
      isOfOwnGroup(accountId).as('isOwnGroup'),
      eb('account_id', '=', accountId).$castTo<boolean>().as('isOwn'),
    ])
    .executeTakeFirst()
}

/** Of two who decide at once the second waits, and then finds it decided. */
export async function lockRequest(tx: Tx, id: JoinRequestId): Promise<void> {
  await tx.selectFrom('join_request').where('id', '=', id).forUpdate().select('id').execute()
}

export type NewRequest = {
  readonly id: JoinRequestId
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly role: 'teacher' | 'parent'
  readonly groupId: GroupId | null
  readonly childName: string
  readonly label: string
  readonly position: string
  readonly word: string
  readonly invitationId: InvitationId | null
  readonly at: Date
}

export async function insertRequest(tx: Tx, given: NewRequest): Promise<void> {
  const { id, role, label, position, word } = given
  await tx
    .insertInto('join_request')
    .values({
      ...{ id, role, label, position, word },
      organization_id: given.organizationId,
      account_id: given.accountId,
      group_id: given.groupId,
      child_name: given.childName,
      invitation_id: given.invitationId,
      requested_at: given.at,
    })
    .execute()
}

export async function settleRequest(
  tx: Tx,
  id: JoinRequestId,
  decided: { state: Exclude<JoinRequestState, 'requested'>; reason: string; at: Date; by: AccountId },
): Promise<void> {
  const { state, reason, at, by } = decided
  await tx
    .updateTable('join_request')
    .where('id', '=', id)
    .set({ state, reason, decided_at: at, decided_by: by })
    .execute()
}

/** Of two requests of one person at once the second waits for the first. */
export async function lockAsker(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.selectFrom('account').where('id', '=', accountId).forNoKeyUpdate().select('id').execute()
}

/** Requests of this account that wait. */
export async function countOwnWaiting(tx: Tx, accountId: AccountId): Promise<number> {
  const { count } = await tx
    .selectFrom('join_request')
    .where('account_id', '=', accountId)
    .where('state', '=', 'requested')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Requests that wait for this account's decision, where there are any. The same rule as the policy's, in SQL. */
export function countToDecide(
  db: Db,
  accountId: AccountId,
): Promise<{ organizationId: OrganizationId; count: number }[]> {
  return db
    .selectFrom('join_request')
    .where('state', '=', 'requested')
    .where('account_id', '<>', accountId)
    .where('organization_id', 'in', (eb) =>
      eb
        .selectFrom('membership')
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .select('organization_id'),
    )
    .where(mayDecide(accountId))
    .groupBy('organization_id')
    .select(['organization_id as organizationId', sql<number>`count(*)::int`.as('count')])
    .execute()
}

export const mayDecide = (accountId: AccountId): Expression<SqlBool> => sql<SqlBool>`(
  organization_roles(join_request.organization_id, ${accountId}) && array['admin', 'head', 'management']
  or (join_request.role = 'parent' and ${isOfOwnGroup(accountId)}))`

/** Whose screens show this request: the office, and for a parent the teachers of the group. */
export async function listDeciders(
  db: Db,
  organizationId: OrganizationId,
  groupId: GroupId | null,
): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('is_admin', '=', true),
        eb('role', '=', 'management'),
        eb('id', 'in', (inner) => inner.selectFrom('teaching').where('group_id', '=', groupId).select('membership_id')),
      ]),
    )
    .select('account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}
