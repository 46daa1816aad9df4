import type { AccountId, CallId, ChatId, RecordingAudience } from '@kolosok/contract'
import { isClosedIn } from '#organizations/index.ts'
import { type Db, runSql } from '#platform/db.ts'

/** Everybody in its chat. */
export async function listConcerned(db: Db, callId: CallId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('call')
    .innerJoin('chat_member', 'chat_member.chat_id', 'call.chat_id')
    .where('call.id', '=', callId)
    .select('chat_member.account_id')
    .execute()
  return rows.map((row) => row.account_id)
}

export async function isOrganizationClosed(db: Db, callId: CallId): Promise<boolean> {
  const rows = await runSql(
    db,
    `select 1 from call join chat on chat.id = call.chat_id
     where call.id = $1 and ${isClosedIn('chat.organization_id')}`,
    [callId],
  )
  return rows.length > 0
}

/** Those in whose charge the chat is, as the policy has it. */
export async function isAttended(db: Db, callId: CallId, since: Date): Promise<boolean> {
  const rows = await runSql(
    db,
    `select 1 from call_visit v
     join call on call.id = v.call_id
     join chat_member m on m.chat_id = call.chat_id and m.account_id = v.account_id
     where v.call_id = $1 and m.role = 'moderator' and m.is_staff and (v.left_at is null or v.left_at > $2) limit 1`,
    [callId, since],
  )
  return rows.length > 0
}

/** How many see what is said in this chat, and of how many children there nobody has agreed to being filmed. */
export async function countAudience(db: Db, chatId: ChatId): Promise<RecordingAudience> {
  const [row] = await runSql<RecordingAudience>(
    db,
    `select (select count(*)::int from chat_member where chat_id = chat.id) as people,
       case when exists (
         select from consent_purpose p
         where p.organization_id = chat.organization_id and p.template = 'child-video' and p.closed_at is null)
       then (
         select count(*)::int from (
           select distinct gs.child_id
           from chat_member cm
           join membership m on m.account_id = cm.account_id and m.organization_id = chat.organization_id
             and m.ended_at is null
           join guardianship gs on gs.membership_id = m.id and gs.until_at is null
           join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
           where cm.chat_id = chat.id) family
         where lacks_consent(chat.organization_id, 'child-video', family.child_id)) end as "withoutConsent"
     from chat where chat.id = $1`,
    [chatId],
  )
  return row ?? { people: 0, withoutConsent: null }
}
