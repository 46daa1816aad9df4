import type { AccountId, CommentId, PostId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type CommentRow = {
  readonly id: CommentId
  readonly postId: PostId
  readonly seq: number
  readonly authorId: AccountId
  readonly name: string
  readonly label: string
  readonly isConfirmed: boolean
  readonly text: string
  readonly saidAt: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
}

/** Whoever is both of the staff and a parent here speaks as the former. */
const COMMENTS = `
  select k.id, k.post_id as "postId", k.seq, k.author_id as "authorId", coalesce(p.name, '') as name,
    coalesce(p.label, '') as label, coalesce(p.is_confirmed, false) as "isConfirmed", k.text, k.said_at as "saidAt",
    k.edited_at as "editedAt", k.deleted_at as "deletedAt"
  from post_comment k
  join post on post.id = k.post_id
  join channel c on c.id = post.channel_id
  left join lateral (
    select name, label, is_confirmed from person
    where person.organization_id = c.organization_id and person.account_id = k.author_id
    order by person.role in ('parent', 'student') limit 1) p on true`

export const COMMENTS_PAGE = 50

/** The newest first, one more than a page. */
export const listComments = (db: Db, postId: PostId, before: number | null): Promise<CommentRow[]> =>
  runSql<CommentRow>(
    db,
    `${COMMENTS} where k.post_id = $1 and k.deleted_at is null and ($2::integer is null or k.seq < $2)
     order by k.seq desc limit ${String(COMMENTS_PAGE + 1)}`,
    [postId, before],
  )

/** One with so many on each side; it itself also deleted. */
export const listCommentsAround = (db: Db, postId: PostId, seq: number, neighbours: number): Promise<CommentRow[]> =>
  runSql<CommentRow>(
    db,
    `${COMMENTS} where k.post_id = $1 and (k.seq = $2
       or k.id in (select id from post_comment where post_id = $1 and seq < $2 and deleted_at is null
         order by seq desc limit $3)
       or k.id in (select id from post_comment where post_id = $1 and seq > $2 and deleted_at is null
         order by seq limit $3))
     order by k.seq`,
    [postId, seq, neighbours],
  )

export async function findComment(db: Db, id: CommentId): Promise<CommentRow | undefined> {
  const [row] = await runSql<CommentRow>(db, `${COMMENTS} where k.id = $1`, [id])
  return row
}

export type CommentCount = { readonly postId: PostId; readonly count: number; readonly unread: number }

/** How many stand under these posts, and how many of them are news to whoever has opened the thread before. */
export async function countComments(db: Db, postIds: readonly PostId[], reader: AccountId): Promise<CommentCount[]> {
  if (postIds.length === 0) return []
  return runSql<CommentCount>(
    db,
    `select k.post_id as "postId", count(*)::int as count,
       count(*) filter (where k.seq > p.read_seq and k.author_id <> $2)::int as unread
     from post_comment k left join comment_position p on p.post_id = k.post_id and p.account_id = $2
     where k.post_id = any($1::uuid[]) and k.deleted_at is null
     group by k.post_id`,
    [postIds, reader],
  )
}

/** The next place in the thread; whoever writes meanwhile waits for it. */
export async function takeCommentSeq(tx: Tx, postId: PostId): Promise<number> {
  const { comment_seq: seq } = await tx
    .updateTable('post')
    .where('id', '=', postId)
    .set((eb) => ({ comment_seq: eb('comment_seq', '+', 1) }))
    .returning('comment_seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** Whoever decides about what stands in the thread waits for it. */
export async function lockThread(tx: Tx, postId: PostId): Promise<void> {
  await tx.selectFrom('post').where('id', '=', postId).select('id').forNoKeyUpdate().executeTakeFirst()
}

type NewComment = Pick<CommentRow, 'id' | 'postId' | 'seq' | 'authorId' | 'text' | 'saidAt'>

/** False where the id is taken. */
export async function insertComment(tx: Tx, { id, postId, seq, authorId, text, saidAt }: NewComment): Promise<boolean> {
  const made = await tx
    .insertInto('post_comment')
    .values({ id, post_id: postId, seq, author_id: authorId, text, said_at: saidAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateComment(tx: Tx, id: CommentId, text: string, now: Date): Promise<void> {
  await tx.updateTable('post_comment').where('id', '=', id).set({ text, edited_at: now }).execute()
}

export async function updateCommentToDeleted(tx: Tx, id: CommentId, now: Date): Promise<void> {
  await tx.updateTable('post_comment').where('id', '=', id).set({ text: '', deleted_at: now }).execute()
}

/** Reading only goes forward, and never past what there is. */
export async function upsertCommentPosition(db: Db, postId: PostId, accountId: AccountId, seq: number): Promise<void> {
  await runSql(
    db,
    `insert into comment_position as p (post_id, account_id, read_seq)
     select post.id, $2, least($3, post.comment_seq) from post where post.id = $1
     on conflict (post_id, account_id) do update set read_seq = greatest(p.read_seq, excluded.read_seq)`,
    [postId, accountId, seq],
  )
}

/** Whose screens may show the thread. */
export async function listFollowers(db: Db, postId: PostId): Promise<AccountId[]> {
  const rows = await db.selectFrom('comment_position').where('post_id', '=', postId).select('account_id').execute()
  return rows.map((row) => row.account_id)
}

/** With their post, nothing of a thread stays. */
export async function deleteThread(tx: Tx, postId: PostId): Promise<void> {
  await tx.deleteFrom('comment_position').where('post_id', '=', postId).execute()
  await tx
    .updateTable('post_comment')
    .where('post_id', '=', postId)
    .set({ text: '', deleted_at: sql<Date>`coalesce(deleted_at, now())` })
    .execute()
}
