import type { AccountId, ChatId, MembershipId, MessageId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

export type Post = {
  readonly id: MessageId
  readonly chatId: ChatId
  readonly authorId: AccountId
  readonly membershipId: MembershipId | null
  readonly text: string
  /** Of the roster by which the author was cleared. */
  readonly audienceVersion: number
}
export type Posted = { readonly id: MessageId; readonly seq: number; readonly rev: number; readonly sentAt: Date }

// The locks, in the order of ids lest two batches wait for each other; then, on the locked rows, the test
// that nothing changed of what the verdicts followed from; the turns and the messages: one round trip.
// Row by row through `lateral`: a join prepared while the tables are small would go on scanning them whole.
const POST_ALL = `
  with post as (
    select p.* from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::int[])
      with ordinality as p (id, chat_id, author_id, membership_id, text, audience_version, nth)
    left join lateral (select 1 as known from message where message.id = p.id limit 1) m on true
    where known is null
  ), chosen as materialized (
    select chat.* from (select distinct chat_id from post order by chat_id) as ids,
      lateral (select id, audience_version from chat where id = ids.chat_id for update) as chat
  ), placed as (
    select post.*, row_number() over (partition by chat_id order by nth)::int as place
    from post join chosen on chosen.id = chat_id and chosen.audience_version = post.audience_version
  ), turn as (
    update chat
    set last_seq = last_seq + count, rev = rev + count, changed_at = date_bin('10 s', now(), 'epoch')
    from (select chat_id, max(place) as count from placed group by chat_id) as counted
    where chat.id = counted.chat_id
    returning chat.id, last_seq - count as seq, rev - count as rev
  )
  insert into message (id, chat_id, author_id, membership_id, text, seq, rev)
  select placed.id, chat_id, author_id, membership_id, text, turn.seq + place, turn.rev + place
  from placed join turn on turn.id = chat_id
  returning id, seq, rev, sent_at as "sentAt"`

/** Leaves out what has no yes: an audience that changed since, an id that is known. */
export async function insertPosts(db: Db, posts: readonly Post[]): Promise<Posted[]> {
  return runSql<Posted>(db, POST_ALL, [
    posts.map((post) => post.id),
    posts.map((post) => post.chatId),
    posts.map((post) => post.authorId),
    posts.map((post) => post.membershipId),
    posts.map((post) => post.text),
    posts.map((post) => post.audienceVersion),
  ])
}
