import type { AccountId, PostId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import type { Place } from '#platform/place.ts'
import type { PostPoll } from '#platform/schema/channels.ts'

/** With its place in the list, or of all together where there is none. */
export type CountRow = {
  readonly postId: PostId
  readonly option: number | null
  readonly count: number
  readonly isChosen: boolean
}

/** How many chose what in these posts, what the reader chose, and how many people answered at all. */
export async function countVotes(db: Db, postIds: readonly PostId[], reader: AccountId): Promise<CountRow[]> {
  if (postIds.length === 0) return []
  return runSql<CountRow>(
    db,
    `select v.post_id as "postId", chosen.option, count(distinct v.account_id)::int as count,
       bool_or(v.account_id = $2) as "isChosen"
     from post_vote v cross join unnest(v.options) as chosen (option)
     where v.post_id = any($1::uuid[])
     group by grouping sets ((v.post_id, chosen.option), (v.post_id))`,
    [postIds, reader],
  )
}

/** A vote waits for a change of its post, and a change for a vote. */
export async function lockPost(tx: Tx, id: PostId): Promise<void> {
  await tx.selectFrom('post').where('id', '=', id).select('id').forShare().execute()
}

type Vote = { readonly postId: PostId; readonly accountId: AccountId; readonly options: readonly number[] }

/** Replaces a voter's choice; an empty one withdraws it. */
export async function replaceVote(tx: Tx, { postId, accountId, options }: Vote, now: Date): Promise<void> {
  if (options.length === 0) {
    await tx.deleteFrom('post_vote').where('post_id', '=', postId).where('account_id', '=', accountId).execute()
    return
  }
  await tx
    .insertInto('post_vote')
    .values({ post_id: postId, account_id: accountId, options: [...options], voted_at: now })
    .onConflict((conflict) => conflict.columns(['post_id', 'account_id']).doUpdateSet({ options: [...options] }))
    .execute()
}

export async function updatePoll(tx: Tx, id: PostId, poll: PostPoll): Promise<void> {
  await tx
    .updateTable('post')
    .where('id', '=', id)
    .set({ poll: JSON.stringify(poll) })
    .execute()
}

export type AnswerRow = {
  readonly accountId: AccountId
  readonly name: string
  readonly label: string
  readonly options: number[]
  readonly votedAt: Date
}

type Asked = { readonly after: Place<AccountId> | undefined; readonly limit: number }

/** In the order of answering. Whoever is both of the staff and a parent here is named as the former. */
export function listAnswers(db: Db, postId: PostId, { after, limit }: Asked): Promise<AnswerRow[]> {
  return runSql<AnswerRow>(
    db,
    `select v.account_id as "accountId", coalesce(p.name, '') as name, coalesce(p.label, '') as label, v.options,
       v.voted_at as "votedAt"
     from post_vote v
     join post on post.id = v.post_id
     join channel c on c.id = post.channel_id
     left join lateral (
       select name, label from person
       where person.organization_id = c.organization_id and person.account_id = v.account_id
       order by person.role in ('parent', 'student') limit 1) p on true
     where v.post_id = $1 and ($2::timestamptz is null or (v.voted_at, v.account_id) > ($2, $3::uuid))
     order by v.voted_at, v.account_id limit $4`,
    [postId, after?.at ?? null, after?.id ?? null, limit],
  )
}
