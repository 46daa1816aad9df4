import type { AccountId, Chat, ChatId, Draft, GroupId, OrganizationId, Person } from '@kolosok/contract'
import type { MemberFacts } from '#chats/index.ts'
import { type JsonMessage, MESSAGE_COLUMNS } from '#messages/index.ts'
import { type InOrganization, isClosedIn } from '#organizations/index.ts'
import { type Db, runSql } from '#platform/db.ts'

export type ChatRow = MemberFacts &
  InOrganization &
  Pick<
    Chat,
    | 'id'
    | 'title'
    | 'ownerId'
    | 'memberCount'
    | 'rev'
    | 'lastSeq'
    | 'readSeq'
    | 'unread'
    | 'ringing'
    | 'isMuted'
    | 'scheduled'
    | 'othersReadSeq'
  > & {
    readonly draft: Draft | null
    readonly newcomersSee: Chat['settings']['newcomersSee']
    readonly organizationId: OrganizationId | null
    /** It was open until then: no archive. */
    readonly isClosedWithOrganization: boolean
    readonly groupId: GroupId | null
    readonly peer: Person | null
    readonly lastMessage: JsonMessage | null
    readonly lastAuthor: Person | null
  }

const person = (where: string) => `(
    select jsonb_build_object('accountId', account_id, 'membershipId', membership_id, 'role', role, 'name', name,
      'label', label, 'isConfirmed', is_confirmed)
    from person where ${where})`

/** Never more: `99` is what a badge can say, and a thousand rows what counting may cost. */
const UNREAD = `
    select count(*)::int as unread, count(*) filter (where not is_silent)::int as ringing from (
      select m.is_silent from message m
      where m.chat_id = chat.id and m.seq >= me.visible_from_seq
        and m.seq > greatest(me.read_seq, chat.last_seq - 1000)
        and m.author_id <> me.account_id and m.deleted_at is null and m.kind in ('text', 'poll', 'call')
      limit 99) counted`

/** What its reader has put by for later. */
const SCHEDULED = `
    select jsonb_build_object('waiting', count(*) filter (where refused_with is null),
      'refused', count(*) filter (where refused_with is not null)) as scheduled
    from scheduled_message s where s.author_id = me.account_id and s.chat_id = me.chat_id`

/** What its reader is writing there. */
const DRAFT = `
    select jsonb_build_object('text', d.text, 'replyToId', d.reply_to_id, 'writtenAt',
      to_char(d.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as draft
    from chat_draft d where d.chat_id = me.chat_id and d.account_id = me.account_id
      and (d.text <> '' or d.reply_to_id is not null)`

// Everything a list shows of the chats of one account, in one statement however many they are.
const LIST = `
  select chat.id, chat.organization_id as "organizationId", chat.kind, chat.state, chat.bound_to as "boundTo",
    chat.bound_group_id as "groupId", chat.who_may_write as "whoMayWrite", chat.may_members_call as "mayMembersCall",
    chat.newcomers_see as "newcomersSee", chat.owner_id as "ownerId",
    chat.owner_id is not distinct from me.account_id as "isOwner",
    me.role as "chatRole", me.is_staff as "isStaff", me.has_entered as "hasEntered",
    ${isClosedIn('chat.organization_id')} as "isOrganizationClosed", chat.is_closed_with_organization as "isClosedWithOrganization",
    coalesce(g.name, peer.peer ->> 'name', chat.title) as title, peer.peer, members.*,
    chat.rev, chat.last_seq as "lastSeq", me.read_seq as "readSeq", unread.unread, unread.ringing,
    me.is_muted as "isMuted", scheduled.scheduled, draft.draft,
    last.message as "lastMessage", ${person('membership_id = last.membership_id')} as "lastAuthor"
  from chat_member me
  join chat on chat.id = me.chat_id
  left join "group" g on g.id = chat.bound_group_id
  left join lateral (
    select count(*)::int as "memberCount",
      coalesce(max(read_seq) filter (where account_id <> me.account_id), 0) as "othersReadSeq"
    from chat_member where chat_id = chat.id) members on true
  left join lateral (
    select ${person('membership_id = other.membership_id')} as peer
    from chat_member other
    where chat.kind = 'direct' and other.chat_id = chat.id and other.account_id <> me.account_id) peer on true
  left join lateral (
    select m.membership_id, m.sent_at, (select to_jsonb(shown) from (select ${MESSAGE_COLUMNS}) shown) as message
    from message m where m.chat_id = chat.id and m.seq >= me.visible_from_seq
    order by m.seq desc limit 1) last on true
  left join lateral (${UNREAD}) unread on true
  left join lateral (${SCHEDULED}) scheduled on true
  left join lateral (${DRAFT}) draft on true
  where me.account_id = $1 and ($2::uuid is null or me.chat_id = $2)
  order by last.sent_at desc nulls last, chat.id`

export async function listChats(db: Db, accountId: AccountId, chatId: ChatId | null = null): Promise<ChatRow[]> {
  return runSql<ChatRow>(db, LIST, [accountId, chatId])
}

export type Own = Pick<Chat, 'readSeq' | 'unread' | 'ringing' | 'isMuted' | 'scheduled'> & {
  readonly draft: Draft | null
}

const OWN = `
  select me.read_seq as "readSeq", me.is_muted as "isMuted", unread.unread, unread.ringing,
    scheduled.scheduled, draft.draft
  from chat_member me join chat on chat.id = me.chat_id left join lateral (${UNREAD}) unread on true
  left join lateral (${SCHEDULED}) scheduled on true
  left join lateral (${DRAFT}) draft on true
  where me.chat_id = $1 and me.account_id = $2`

export async function findOwn(db: Db, chatId: ChatId, accountId: AccountId): Promise<Own | undefined> {
  const [row] = await runSql<Own>(db, OWN, [chatId, accountId])
  return row
}
