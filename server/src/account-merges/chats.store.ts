import type { AccountId, ChatId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, runSql, type Tx } from '#platform/db.ts'
import type { Pair } from './facts.store.ts'
import type { MembershipPair } from './memberships.store.ts'

/** Every chat in which either is, or in which something names the one that ends: all of them are told anew. */
export async function listChats(
  tx: Tx,
  { kept, ended }: Pair,
  organizationIds: readonly OrganizationId[],
): Promise<ChatId[]> {
  const { rows } = await sql<{ id: ChatId }>`
    select chat_id as id from chat_member where account_id = ${ended}
    union select id from chat where first_account_id = ${ended} or second_account_id = ${ended} or owner_id = ${ended}
    union select id from chat where kind = 'saved' and first_account_id = ${kept}
      and exists (select from chat other where other.kind = 'saved' and other.first_account_id = ${ended})
    union select m.chat_id from poll_vote v join message m on m.id = v.message_id where v.account_id = ${ended}
    union select m.chat_id from message m join chat c on c.id = m.chat_id
      where c.organization_id = ${anyOf(organizationIds)}
        and (m.author_id = ${ended} or ${ended} = any(m.subject_ids) or m.reactions::text like ${`%${ended}%`})
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** A new revision from which everybody starts afresh: who said what is told otherwise from here on. */
export async function startAfresh(tx: Tx, chatIds: readonly ChatId[]): Promise<void> {
  await tx
    .updateTable('chat')
    .where('id', '=', anyOf(chatIds))
    .set((eb) => ({
      rev: eb('rev', '+', 1),
      floor_rev: eb('rev', '+', 1),
      audience_version: eb('audience_version', '+', 1),
      changed_at: sql<Date>`date_bin('10 s', now(), 'epoch')`,
    }))
    .execute()
}

// What either could see, the one may see; what either had read is read.
const UNITE_MEMBERS = `
  update chat_member own set
    role = case when 'moderator' in (own.role, other.role) then 'moderator' else own.role end,
    is_staff = own.is_staff or other.is_staff,
    has_entered = own.has_entered and other.has_entered,
    visible_from_seq = least(own.visible_from_seq, other.visible_from_seq),
    read_seq = greatest(own.read_seq, other.read_seq),
    joined_at = least(own.joined_at, other.joined_at)
  from chat_member other
  where own.account_id = $1 and other.account_id = $2 and other.chat_id = own.chat_id`
// Of two drafts for one chat the newer one stays.
const NEWER_DRAFT = `
  on conflict (chat_id, account_id) do update
  set text = excluded.text, reply_to_id = excluded.reply_to_id, written_at = excluded.written_at
  where excluded.written_at > held.written_at`
const UNITE_DRAFTS = `
  insert into chat_draft as held (chat_id, account_id, text, reply_to_id, written_at)
  select d.chat_id, $1, d.text, d.reply_to_id, d.written_at
  from chat_draft d join chat_member own on own.chat_id = d.chat_id and own.account_id = $1
  where d.account_id = $2 ${NEWER_DRAFT}`
const UNITE_SCHEDULED = `
  update scheduled_message s set author_id = $1 from chat_member own
  where s.author_id = $2 and own.account_id = $1 and own.chat_id = s.chat_id`
const DROP_MEMBERS = `
  delete from chat_member other using chat_member own
  where own.account_id = $1 and other.account_id = $2 and other.chat_id = own.chat_id`
const MOVE_MEMBERS = `
  update chat_member m set account_id = $1,
    joined_rev = (select rev from chat where chat.id = m.chat_id)
  where m.account_id = $2`
const SPEAK_AS = `
  update chat_member m set membership_id = pair.kept
  from jsonb_to_recordset($1) as pair (kept uuid, ended uuid) where m.membership_id = pair.ended`

export async function moveChatMembers(
  tx: Tx,
  { kept, ended }: Pair,
  memberships: readonly MembershipPair[],
): Promise<void> {
  await runSql(tx, UNITE_MEMBERS, [kept, ended])
  await runSql(tx, UNITE_DRAFTS, [kept, ended])
  await runSql(tx, UNITE_SCHEDULED, [kept, ended])
  await runSql(tx, DROP_MEMBERS, [kept, ended])
  await runSql(tx, MOVE_MEMBERS, [kept, ended])
  await runSql(tx, SPEAK_AS, [JSON.stringify(memberships)])
}

export type DirectChat = {
  readonly id: ChatId
  readonly peer: AccountId
  /** Both wrote to that person, or to each other: two chats can't be one. */
  readonly isSecond: boolean
  readonly names: string
}

export async function listDirectChats(tx: Tx, { kept, ended }: Pair): Promise<DirectChat[]> {
  const { rows } = await sql<DirectChat>`
    select c.id, p.peer, p.peer = ${kept} or exists (
        select from chat o where o.kind = 'direct' and o.organization_id = c.organization_id and o.id <> c.id
          and o.first_account_id = least(p.peer, ${kept}::uuid) and o.second_account_id = greatest(p.peer, ${kept}::uuid)
      ) as "isSecond",
      coalesce((select string_agg(person.name, ' и ' order by m.account_id = ${ended} desc)
        from chat_member m join person on person.membership_id = m.membership_id where m.chat_id = c.id), '') as names
    from chat c
    cross join lateral (
      select case when c.first_account_id = ${ended} then c.second_account_id else c.first_account_id end as peer) p
    where c.kind = 'direct' and ${ended} in (c.first_account_id, c.second_account_id)`.execute(tx)
  return rows
}

export async function archiveDirectChat(tx: Tx, id: ChatId, title: string, now: Date): Promise<void> {
  await tx
    .updateTable('chat')
    .where('id', '=', id)
    .set({
      kind: 'group',
      title,
      first_account_id: null,
      second_account_id: null,
      state: 'read-only',
      archived_at: now,
    })
    .execute()
}

export async function moveDirectChat(tx: Tx, { id, peer }: DirectChat, { kept }: Pair): Promise<void> {
  const [first = kept, second = kept] = [kept, peer].sort()
  await tx
    .updateTable('chat')
    .where('id', '=', id)
    .set({ first_account_id: first, second_account_id: second })
    .execute()
}

const APPEND = `
  with own as (select id, last_seq, rev from chat where kind = 'saved' and first_account_id = $1),
    other as (select id, last_seq, rev from chat where kind = 'saved' and first_account_id = $2),
    moved as (
      update message m set chat_id = own.id, seq = m.seq + own.last_seq, rev = m.rev + own.rev
      from own, other where m.chat_id = other.id
    ), later as (
      update scheduled_message s set chat_id = own.id, author_id = $1 from own, other where s.chat_id = other.id
    ), unfinished as (
      insert into chat_draft as held (chat_id, account_id, text, reply_to_id, written_at)
      select own.id, $1, d.text, d.reply_to_id, d.written_at from chat_draft d, own, other where d.chat_id = other.id
      ${NEWER_DRAFT}
    )
  update chat set last_seq = own.last_seq + other.last_seq, rev = own.rev + other.rev
  from own, other where chat.id = own.id returning other.id, chat.last_seq as "lastSeq"`

// What both have saved is there once; the other one's keeps its place as a tombstone.
const FORGET_TWICE = `
  update message m set deleted_at = now()
  from chat own, chat other, message kept
  where own.kind = 'saved' and own.first_account_id = $1 and other.kind = 'saved' and other.first_account_id = $2
    and m.chat_id = other.id and m.kind = 'saved' and m.deleted_at is null
    and kept.chat_id = own.id and kept.kind = 'saved' and kept.deleted_at is null
    and kept.original ->> 'messageId' = m.original ->> 'messageId'`

/** «Избранное» of both: what the other one kept stands below, all of it read. */
export async function uniteSaved(tx: Tx, { kept, ended }: Pair): Promise<void> {
  await runSql(tx, FORGET_TWICE, [kept, ended])
  const [appended] = await runSql<{ id: ChatId; lastSeq: number }>(tx, APPEND, [kept, ended])
  if (appended) {
    await tx.deleteFrom('chat').where('id', '=', appended.id).execute()
    await sql`update chat_member m set read_seq = ${appended.lastSeq} from chat c
      where c.id = m.chat_id and c.kind = 'saved' and m.account_id = ${kept}`.execute(tx)
  }
  await tx
    .updateTable('chat')
    .where('kind', '=', 'saved')
    .where('first_account_id', '=', ended)
    .set({ first_account_id: kept })
    .execute()
}
