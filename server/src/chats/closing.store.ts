import type { AccountId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** All chats of an organization at once, in the order in which everybody locks them. */
export async function closeChatsOf(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await runSql(tx, `select id from chat where organization_id = $1 and state = 'open' order by id for update`, [
    organizationId,
  ])
  // A roster in memory says who may write: the version tells that it is an old one.
  await runSql(
    tx,
    `update chat set state = 'read-only', is_closed_with_organization = true, audience_version = audience_version + 1
     where organization_id = $1 and state = 'open'`,
    [organizationId],
  )
}

/** Those that were open before. */
export async function reopenChatsOf(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await runSql(
    tx,
    `select id from chat where organization_id = $1 and is_closed_with_organization order by id for update`,
    [organizationId],
  )
  await runSql(
    tx,
    `update chat set state = 'open', is_closed_with_organization = false, audience_version = audience_version + 1
     where organization_id = $1 and is_closed_with_organization`,
    [organizationId],
  )
}

/** Whose list of chats shows one of this organization, members of before among them. */
export async function listChatAccounts(db: Db, organizationId: OrganizationId): Promise<AccountId[]> {
  const rows = await runSql<{ id: AccountId }>(
    db,
    `select distinct m.account_id as id from chat c join chat_member m on m.chat_id = c.id where c.organization_id = $1`,
    [organizationId],
  )
  return rows.map(({ id }) => id)
}
