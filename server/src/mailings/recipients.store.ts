import type { AccountId, ChildId, GroupId, InvitationId, OrganizationId, SendingWay } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'

export type AwaitedChild = { readonly id: ChildId; readonly name: string; readonly group: string }

/** Children, of a group or of all, for whom no guardian has joined yet; by name. */
export function listAwaited(
  db: Db,
  organizationId: OrganizationId,
  groupId: GroupId | undefined,
): Promise<AwaitedChild[]> {
  return db
    .selectFrom('child')
    .innerJoin('group_child', 'group_child.child_id', 'child.id')
    .innerJoin('group', 'group.id', 'group_child.group_id')
    .where('child.organization_id', '=', organizationId)
    .where('child.left_at', 'is', null)
    .where('group_child.until_at', 'is', null)
    .where('group.archived_at', 'is', null)
    .$if(groupId !== undefined, (query) => query.where('group.id', '=', groupId as GroupId))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('guardianship')
            .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
            .whereRef('guardianship.child_id', '=', 'child.id')
            .where('guardianship.until_at', 'is', null)
            .where('membership.ended_at', 'is', null)
            .select('guardianship.child_id'),
        ),
      ),
    )
    .select(['child.id', 'child.name', sql<string>`string_agg("group".name, ', ' order by "group".place)`.as('group')])
    .groupBy(['child.id', 'child.name'])
    .orderBy('child.name')
    .orderBy('child.id')
    .execute()
}

export type Sent = { readonly invitationId: InvitationId; readonly way: SendingWay; readonly address: string }

/** Where these invitations went or are on their way to, since then; from the beginning unless said. */
export function listSent(db: Db, ids: readonly InvitationId[], since: Date = new Date(0)): Promise<Sent[]> {
  return db
    .selectFrom('invitation_delivery')
    .where('invitation_id', '=', anyOf(ids))
    .where('state', 'in', ['waiting', 'sending', 'sent'])
    .where('changed_at', '>=', since)
    .where('address', '<>', '')
    .select(['invitation_id as invitationId', 'way', 'address'])
    .distinct()
    .execute()
}

/** Until the transaction ends nobody else counts: two organizations at once would each see the other's not yet. */
export async function lockMeasure(tx: Tx): Promise<void> {
  await lockName(tx, 'invitation_delivery:by address')
}

/** How often these addresses were written to since then, by whichever organization; none for those that were not. */
export async function countLately(db: Db, addresses: readonly string[], since: Date): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('invitation_delivery')
    .where('address', '=', sql<string>`any(${addresses}::text[])`)
    .where('changed_at', '>=', since)
    .where('state', '<>', 'stopped')
    .groupBy('address')
    .select(['address', sql<number>`count(*)::int`.as('count')])
    .execute()
  return new Map(rows.map(({ address, count }) => [address, count]))
}

/** Messages this person has had sent since then. Of two at once the second waits for the first. */
export async function countSentBy(tx: Tx, accountId: AccountId, since: Date): Promise<number> {
  await tx.selectFrom('account').where('id', '=', accountId).forNoKeyUpdate().select('id').execute()
  const { count } = await tx
    .selectFrom('mailing')
    .innerJoin('invitation_delivery', 'invitation_delivery.mailing_id', 'mailing.id')
    .where('mailing.created_by', '=', accountId)
    .where('mailing.created_at', '>=', since)
    .where('invitation_delivery.state', '<>', 'stopped')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
