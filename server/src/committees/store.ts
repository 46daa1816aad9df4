import type { CommitteeCandidate, GroupId, MembershipId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

const PARENTS = `
  select jsonb_build_object('accountId', p.account_id, 'membershipId', p.membership_id, 'role', p.role, 'name', p.name,
      'label', p.label, 'isConfirmed', p.is_confirmed) as person, gc.from_at as "since"
  from (select distinct membership_id from group_member where group_id = $1 and side = 'parents') parent
  join person p on p.membership_id = parent.membership_id
  left join group_committee gc
    on gc.group_id = $1 and gc.membership_id = parent.membership_id and gc.until_at is null
  order by gc.from_at is null, p.name, p.membership_id`

/** The parents of a group now; those in its committee first. */
export async function listParents(db: Db, groupId: GroupId): Promise<CommitteeCandidate[]> {
  const rows = await runSql<{ person: CommitteeCandidate['person']; since: Date | null }>(db, PARENTS, [groupId])
  return rows.map(({ person, since }) => ({ person, inCommitteeSince: since?.toISOString() ?? null }))
}

type Place = { readonly groupId: GroupId; readonly membershipId: MembershipId; readonly at: Date }

/** False when they were in it already. */
export async function insertInCommittee(tx: Tx, { groupId, membershipId, at }: Place): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('group_committee')
    .values({ group_id: groupId, membership_id: membershipId, from_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** False when they were not in it. */
export async function endInCommittee(tx: Tx, { groupId, membershipId, at }: Place): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('group_committee')
    .where('group_id', '=', groupId)
    .where('membership_id', '=', membershipId)
    .where('until_at', 'is', null)
    .set({ until_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
