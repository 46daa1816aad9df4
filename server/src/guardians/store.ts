import type { AccountId, ChildId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

type Asked = {
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  /** A teacher, who knows the parents of own groups only; null for whoever knows all. */
  readonly reader: AccountId | null
}

/** The account of somebody who is a parent in the organization now. */
export async function findParent(
  db: Db,
  { organizationId, membershipId, reader }: Asked,
): Promise<AccountId | undefined> {
  const row = await db
    .selectFrom('membership')
    .where('id', '=', membershipId)
    .where('organization_id', '=', organizationId)
    .where('role', '=', 'parent')
    .where('ended_at', 'is', null)
    .$if(reader !== null, (query) =>
      query.where(
        sql<boolean>`exists (
          select from group_tie parent join group_tie teacher on teacher.group_id = parent.group_id
          where parent.membership_id = membership.id and parent.side = 'parents'
            and teacher.account_id = ${reader} and teacher.side = 'staff')`,
      ),
    )
    .select('account_id')
    .executeTakeFirst()
  return row?.account_id
}

export async function updateLimit(
  tx: Tx,
  { childId, membershipId, isLimited }: { childId: ChildId; membershipId: MembershipId; isLimited: boolean },
): Promise<void> {
  await tx
    .updateTable('guardianship')
    .where('child_id', '=', childId)
    .where('membership_id', '=', membershipId)
    .where('until_at', 'is', null)
    .set({ is_limited: isLimited })
    .execute()
}
