import type {
  AccountId,
  ChatId,
  ChildId,
  GroupId,
  InvitationId,
  InvitationKind,
  MembershipId,
  OrganizationId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import { stateAt } from './store.ts'

export type NewInvitation = {
  readonly id: InvitationId
  readonly organizationId: OrganizationId
  readonly childId: ChildId | null
  readonly chatId?: ChatId
  readonly position: string
  readonly tokenHash: Buffer
  readonly useLimit: number
  readonly expiresAt: Date
  readonly createdAt: Date
  readonly createdBy: MembershipId
}

const kindOf = ({ childId, chatId }: NewInvitation): InvitationKind =>
  chatId ? 'chat' : childId === null ? 'staff' : 'child'

/** Leaves alone what has that id already. */
export async function insertInvitations(tx: Tx, invitations: readonly NewInvitation[]): Promise<number> {
  if (invitations.length === 0) return 0
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('invitation')
    .values(
      invitations.map((given) => ({
        id: given.id,
        organization_id: given.organizationId,
        kind: kindOf(given),
        chat_id: given.chatId ?? null,
        child_id: given.childId,
        role: kindOf(given) === 'staff' ? ('teacher' as const) : ('parent' as const),
        position: given.position,
        token_hash: given.tokenHash,
        use_limit: given.useLimit,
        expires_at: given.expiresAt,
        created_at: given.createdAt,
        created_by: given.createdBy,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}

/** By which of their memberships somebody invites: the one with a position, if there is one. */
export async function getInviter(db: Db, organizationId: OrganizationId, accountId: AccountId): Promise<MembershipId> {
  const { id } = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('role', 'in', ['management', 'teacher'])
    .where('ended_at', 'is', null)
    .select('id')
    .orderBy(sql`position = ''`)
    .orderBy('role')
    .executeTakeFirstOrThrow()
  return id
}

export type GroupChild = { readonly id: ChildId; readonly name: string; readonly guardians: readonly string[] }

/** The children of a group now, by name, each with whoever of the family has joined. */
export async function listGroupChildren(db: Db, groupId: GroupId): Promise<GroupChild[]> {
  return db
    .selectFrom('group_child')
    .innerJoin('child', 'child.id', 'group_child.child_id')
    .where('group_child.group_id', '=', groupId)
    .where('group_child.until_at', 'is', null)
    .select((eb) => [
      'child.id',
      'child.name',
      sql<string[]>`array(${eb
        .selectFrom('guardianship')
        .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
        .innerJoin('person', 'person.membership_id', 'membership.id')
        .whereRef('guardianship.child_id', '=', 'child.id')
        .where('guardianship.until_at', 'is', null)
        .where('membership.ended_at', 'is', null)
        .select(sql<string>`coalesce(nullif(guardianship.label, ''), person.name)`.as('label'))
        .orderBy('guardianship.from_at')})`.as('guardians'),
    ])
    .orderBy('child.name')
    .orderBy('child.id')
    .execute()
}

/** Two people inviting the same children at once: the second waits here, and then finds the first one's. */
export async function lockChildren(tx: Tx, ids: readonly ChildId[]): Promise<void> {
  await tx
    .selectFrom('child')
    .where('id', '=', sql<ChildId>`any(${ids})`)
    .orderBy('id')
    .forNoKeyUpdate()
    .select('id')
    .execute()
}

/** The newest open invitation of each of these children that has one. */
export async function listOpenOnes(
  db: Db,
  ids: readonly ChildId[],
  now: Date,
): Promise<{ childId: ChildId; invitationId: InvitationId }[]> {
  return db
    .selectFrom('invitation')
    .innerJoin('child', 'child.id', 'invitation.child_id')
    .where('invitation.child_id', '=', sql<ChildId>`any(${ids})`)
    .where(stateAt(now), '=', 'open')
    .distinctOn('child.id')
    .select(['child.id as childId', 'invitation.id as invitationId'])
    .orderBy('child.id')
    .orderBy('invitation.created_at', 'desc')
    .execute()
}

export async function listOpenOfChild(db: Db, childId: ChildId, now: Date): Promise<InvitationId[]> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('child', 'child.id', 'invitation.child_id')
    .where('invitation.child_id', '=', childId)
    .where(stateAt(now), '=', 'open')
    .select('invitation.id')
    .execute()
  return rows.map((row) => row.id)
}

export async function listOpenOfOrganization(
  db: Db,
  organizationId: OrganizationId,
  now: Date,
): Promise<InvitationId[]> {
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('child', 'child.id', 'invitation.child_id')
    .where('invitation.organization_id', '=', organizationId)
    .where(stateAt(now), '=', 'open')
    .select('invitation.id')
    .execute()
  return rows.map((row) => row.id)
}

/** Those that were still live. */
export async function revokeInvitations(
  tx: Tx,
  ids: readonly InvitationId[],
  revoked: { at: Date; by: AccountId; onlyUnclaimed?: boolean },
): Promise<InvitationId[]> {
  const rows = await tx
    .updateTable('invitation')
    .where('id', '=', sql<InvitationId>`any(${ids})`)
    .where('revoked_at', 'is', null)
    .$if(revoked.onlyUnclaimed === true, (query) => query.where('uses', '=', 0))
    .set({ revoked_at: revoked.at, revoked_by: revoked.by })
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Where the children are now that these invitations are for. */
export async function listGroupsOfInvitations(db: Db, ids: readonly InvitationId[]): Promise<GroupId[]> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('group_child', 'group_child.child_id', 'invitation.child_id')
    .where('invitation.id', '=', sql<InvitationId>`any(${ids})`)
    .where('group_child.until_at', 'is', null)
    .select('group_child.group_id as id')
    .distinct()
    .execute()
  return rows.map((row) => row.id)
}

/** Whose screens show invitations: the management, and the teachers of these groups. */
export async function listManagers(
  db: Db,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('is_admin', '=', true),
        eb('role', '=', 'management'),
        eb('id', 'in', (inner) =>
          inner
            .selectFrom('teaching')
            .where('group_id', '=', sql<GroupId>`any(${groupIds})`)
            .select('membership_id'),
        ),
      ]),
    )
    .select('account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}
