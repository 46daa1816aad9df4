import type { AccountId, Attachment, ChannelId, FileId, OrganizationId, PostId, PostState } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import type { PostPoll } from '#platform/schema/channels.ts'

const posts = (db: Db) =>
  db
    .selectFrom('post')
    .select([
      'id',
      'channel_id as channelId',
      'state',
      'seq',
      'rev',
      'text',
      'attachments',
      'poll',
      'has_comments as hasComments',
      'comment_seq as commentSeq',
      'author_id as authorId',
      'word',
      'changed_at as changedAt',
      'scheduled_at as scheduledAt',
      'published_at as publishedAt',
      'edited_at as editedAt',
      'pinned_at as pinnedAt',
    ])

type Found = Awaited<ReturnType<ReturnType<typeof posts>['executeTakeFirstOrThrow']>>
export type PostRow = Omit<Found, 'state'> & { readonly state: PostState }
const isThere = (row: Found | undefined): row is PostRow => row !== undefined && row.state !== 'deleted'

/** Whether the id is taken, and by what: a deleted post is none any more. */
export async function findPost(db: Db, id: PostId): Promise<PostRow | 'deleted' | undefined> {
  const row = await posts(db).where('id', '=', id).executeTakeFirst()
  if (row?.state === 'deleted') return 'deleted'
  return isThere(row) ? row : undefined
}

/** What it says and asks, as the index has it. */
export const wordsOf = (post: 'p' | 'post'): string =>
  `to_tsvector('russian', ${post}.text || ' ' || coalesce(${post}.poll ->> 'question', ''))`

export const PAGE = 20

/** Newest first, one more than a page. With words: those that say them in any form. */
export async function listPosts(
  db: Db,
  channelId: ChannelId,
  { before, words }: { before?: number | undefined; words?: string | undefined },
): Promise<PostRow[]> {
  const rows = await posts(db)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'published')
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .$if(words !== undefined && words !== '', (query) =>
      query.where(sql<boolean>`${sql.raw(wordsOf('post'))} @@ websearch_to_tsquery('russian', ${words ?? ''})`),
    )
    .orderBy('seq', 'desc')
    .limit(PAGE + 1)
    .execute()
  return rows.filter(isThere)
}

export const MAX_PINS = 5

/** Pinned last, shown first. */
export async function listPinned(db: Db, channelId: ChannelId): Promise<PostRow[]> {
  const rows = await posts(db)
    .where('channel_id', '=', channelId)
    .where('pinned_at', 'is not', null)
    .orderBy('pinned_at', 'desc')
    .limit(MAX_PINS)
    .execute()
  return rows.filter(isThere)
}

export type Written = {
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly poll: PostPoll | null
  readonly hasComments: boolean | null
  readonly now: Date
}

/** False where the id is taken. */
export async function insertPost(
  tx: Tx,
  post: Written & { id: PostId; channelId: ChannelId; authorId: AccountId; state: 'draft' | 'proposed' },
): Promise<boolean> {
  const { id, channelId, authorId, state, text, attachments, poll, hasComments, now } = post
  const made = await tx
    .insertInto('post')
    .values({
      id,
      channel_id: channelId,
      author_id: authorId,
      state,
      text,
      attachments: JSON.stringify(attachments),
      poll: poll && JSON.stringify(poll),
      has_comments: hasComments,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateText(
  tx: Tx,
  { id, state }: Pick<PostRow, 'id' | 'state'>,
  { text, attachments, poll, now }: Omit<Written, 'hasComments'>,
): Promise<void> {
  await tx
    .updateTable('post')
    .where('id', '=', id)
    .set((eb) => ({
      state,
      text,
      attachments: JSON.stringify(attachments),
      poll: poll && JSON.stringify(poll),
      rev: eb('rev', '+', 1),
      changed_at: now,
      ...(state === 'proposed' && { word: '' }),
      ...(state === 'published' && { edited_at: now }),
    }))
    .execute()
}

type Unpublished = { readonly state: 'draft' | 'returned' | 'scheduled'; readonly at?: Date; readonly word?: string }

export async function updateState(tx: Tx, id: PostId, to: Unpublished & { readonly now: Date }): Promise<void> {
  await tx
    .updateTable('post')
    .where('id', '=', id)
    .set((eb) => ({
      state: to.state,
      scheduled_at: to.at ?? null,
      ...(to.word !== undefined && { word: to.word }),
      rev: eb('rev', '+', 1),
      changed_at: to.now,
    }))
    .execute()
}

/** At the channel's next place; under its lock. */
export async function updateToPublished(tx: Tx, post: Pick<PostRow, 'id' | 'channelId'>, now: Date): Promise<void> {
  const { last_seq: seq } = await tx
    .updateTable('channel')
    .where('id', '=', post.channelId)
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1) }))
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('post')
    .where('id', '=', post.id)
    .set((eb) => ({
      state: 'published',
      seq,
      scheduled_at: null,
      published_at: now,
      word: '',
      rev: eb('rev', '+', 1),
      changed_at: now,
    }))
    .execute()
}

/** No reader is told of it as of another text. */
export async function updateHasComments(tx: Tx, id: PostId, hasComments: boolean | null): Promise<void> {
  await tx.updateTable('post').where('id', '=', id).set({ has_comments: hasComments }).execute()
}

export async function updatePin(tx: Tx, id: PostId, pinnedAt: Date | null): Promise<void> {
  await tx.updateTable('post').where('id', '=', id).set({ pinned_at: pinnedAt }).execute()
}

/** Nothing of what it said stays, nor what was answered: first the post, so that no vote comes after that. */
export async function updateToDeleted(tx: Tx, id: PostId): Promise<void> {
  await tx
    .updateTable('post')
    .where('id', '=', id)
    .set({ state: 'deleted', text: '', attachments: '[]', poll: null, word: '', pinned_at: null, scheduled_at: null })
    .execute()
  await tx.deleteFrom('post_vote').where('post_id', '=', id).execute()
}

/** Its files from now on; what it held before and no longer does. */
export async function replaceFiles(tx: Tx, postId: PostId, fileIds: readonly FileId[]): Promise<FileId[]> {
  const gone = await tx
    .deleteFrom('post_file')
    .where('post_id', '=', postId)
    .where(sql<boolean>`file_id <> all(${fileIds}::uuid[])`)
    .returning('file_id')
    .execute()
  if (fileIds.length > 0) {
    await tx
      .insertInto('post_file')
      .values(fileIds.map((file_id) => ({ file_id, post_id: postId })))
      .onConflict((conflict) => conflict.column('file_id').doNothing())
      .execute()
  }
  return gone.map((row) => row.file_id)
}

export async function findPostOfFile(db: Db, fileId: FileId): Promise<PostId | undefined> {
  const row = await db.selectFrom('post_file').where('file_id', '=', fileId).select('post_id').executeTakeFirst()
  return row?.post_id
}

export async function getOrganizationOf(db: Db, channelId: ChannelId): Promise<OrganizationId> {
  const row = await db
    .selectFrom('channel')
    .where('id', '=', channelId)
    .select('organization_id')
    .executeTakeFirstOrThrow()
  return row.organization_id
}

export async function unschedule(tx: Tx, organizationId: OrganizationId, now: Date): Promise<void> {
  await tx
    .updateTable('post')
    .from('channel')
    .whereRef('channel.id', '=', 'post.channel_id')
    .where('channel.organization_id', '=', organizationId)
    .where('post.state', '=', 'scheduled')
    .set((eb) => ({ state: 'draft', scheduled_at: null, rev: eb('post.rev', '+', 1), changed_at: now }))
    .execute()
}
