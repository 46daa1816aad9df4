import type { AccountId, ChatId, GroupId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'

type ChatOfGroup = { readonly chatId: ChatId; readonly groupId: GroupId }

/** The chats of these groups, and whether people have said anything there: what is empty needs no archive. */
export function listBound(db: Db, groupIds: readonly GroupId[]): Promise<(ChatOfGroup & { isSpokenIn: boolean })[]> {
  return db
    .selectFrom('chat')
    .where('bound_group_id', '=', anyOf(groupIds))
    .select((eb) => [
      'id as chatId',
      'bound_group_id as groupId',
      eb
        .exists(
          eb
            .selectFrom('message')
            .whereRef('message.chat_id', '=', 'chat.id')
            .where('kind', 'in', ['text', 'poll', 'call'])
            .select('message.id'),
        )
        .$castTo<boolean>()
        .as('isSpokenIn'),
    ])
    .$narrowType<{ groupId: GroupId }>()
    .execute()
}

/** The archive of each of these groups made since then; the oldest, for each was the group's chat then. */
export function listArchives(db: Db, groupIds: readonly GroupId[], since: Date): Promise<ChatOfGroup[]> {
  return db
    .selectFrom('chat')
    .where('archived_group_id', '=', anyOf(groupIds))
    .where('archived_at', '>=', since)
    .distinctOn('archived_group_id')
    .orderBy('archived_group_id')
    .orderBy('archived_at')
    .select(['id as chatId', 'archived_group_id as groupId'])
    .$narrowType<{ groupId: GroupId }>()
    .execute()
}

/** Bound to nothing any more; nobody writes, moderates or comes in. The caller holds its lock. */
export async function updateToArchive(tx: Tx, { chatId, groupId, title }: ChatOfGroup & { title: string }) {
  await tx.updateTable('chat_member').where('chat_id', '=', chatId).set({ role: 'member' }).execute()
  await tx
    .updateTable('chat')
    .where('id', '=', chatId)
    .set({
      bound_to: null,
      bound_group_id: null,
      title,
      state: 'read-only',
      archived_at: sql<Date>`clock_timestamp()`,
      archived_group_id: groupId,
    })
    .execute()
}

/** The caller holds its lock. */
export async function updateToBound(tx: Tx, { chatId, groupId }: ChatOfGroup): Promise<void> {
  await tx
    .updateTable('chat')
    .where('id', '=', chatId)
    .set({
      bound_to: 'group',
      bound_group_id: groupId,
      title: '',
      state: 'open',
      archived_at: null,
      archived_group_id: null,
    })
    .execute()
}

/** Links that lead to one chat lead to another from now on. */
export async function updateLinks(tx: Tx, { from, to }: { from: ChatId; to: ChatId }): Promise<void> {
  await tx.updateTable('invitation').where('chat_id', '=', from).set({ chat_id: to }).execute()
}

/** Nobody said anything in it; whoever was in it. */
export async function deleteChat(tx: Tx, chatId: ChatId): Promise<AccountId[]> {
  const members = await listMembers(tx, chatId)
  await tx.deleteFrom('chat').where('id', '=', chatId).execute()
  return members
}

export async function listMembers(db: Db, chatId: ChatId): Promise<AccountId[]> {
  const rows = await db.selectFrom('chat_member').where('chat_id', '=', chatId).select('account_id as id').execute()
  return rows.map(({ id }) => id)
}

/** Those in the chat who belong to the organization no more; each looked up by what they are anywhere, which is little. */
export async function listStrangers(db: Db, organizationId: OrganizationId, chatId: ChatId): Promise<AccountId[]> {
  const rows = await runSql<{ id: AccountId }>(
    db,
    `select m.account_id as id from chat_member m
     where m.chat_id = $1 and not exists (
       select from (select organization_id, ended_at from membership where account_id = m.account_id offset 0) held
       where held.organization_id = $2 and held.ended_at is null offset 0)`,
    [chatId, organizationId],
  )
  return rows.map(({ id }) => id)
}
