import type { AccountId, ChatId, InvitationId, MembershipId } from '@kolosok/contract'
import type { Invited } from '#group-chats/index.ts'
import { invitationRows } from '#invitations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** The links of a chat, newest first; as many as anybody will look through. */
export const listLinks = (db: Db, chatId: ChatId, now: Date) =>
  invitationRows(db, now).where('invitation.chat_id', '=', chatId).limit(50).execute()

export async function findChatOfLink(db: Db, id: InvitationId): Promise<ChatId | null> {
  const row = await db.selectFrom('invitation').where('id', '=', id).select('chat_id as chatId').executeTakeFirst()
  return row?.chatId ?? null
}

/** Whether the link has a place left; it is held until the transaction ends. */
export async function hasPlaceLeft(tx: Tx, id: InvitationId): Promise<boolean> {
  const row = await tx
    .selectFrom('invitation')
    .where('id', '=', id)
    .select(['uses', 'use_limit as limit'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.uses < row.limit
}

export function getLinkedChat(db: Db, id: ChatId) {
  return db
    .selectFrom('chat')
    .where('id', '=', id)
    .select(['id', 'newcomers_see as newcomersSee', 'bound_to as boundTo', 'state'])
    .executeTakeFirstOrThrow()
}

// As whom whoever opens the link would come: somebody the inviter may write to, and who keeps order there still.
const GUEST = `
  select m.account_id as "accountId", m.id as "membershipId", m.role in ('management', 'teacher') as "isStaff",
    m.role = 'teacher' and m.confirmed_at is null as "isUnconfirmed",
    exists (
      select from membership host
      join contact c on c.from_account_id = host.account_id and c.organization_id = host.organization_id
        and c.to_account_id = m.account_id
      join chat_member keeper on keeper.chat_id = i.chat_id and keeper.account_id = host.account_id
        and keeper.role = 'moderator'
      where host.id = i.created_by) as "isReached"
  from invitation i
  join membership m on m.organization_id = i.organization_id and m.account_id = $2 and m.ended_at is null
  where i.id = $1
  order by m.role in ('management', 'teacher') desc, m.is_admin desc, m.id limit 1`

/** Undefined for somebody who does not belong to the organization. */
export async function findGuest(
  db: Db,
  id: InvitationId,
  accountId: AccountId,
): Promise<(Invited & { membershipId: MembershipId; isReached: boolean }) | undefined> {
  const [row] = await runSql<Invited & { isReached: boolean }>(db, GUEST, [id, accountId])
  return row
}
