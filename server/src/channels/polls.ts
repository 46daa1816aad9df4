import { accountId as anAccountId, type CountedPoll, type Post, type PostId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { parsePlace, sayPlace } from '#platform/place.ts'
import { choiceOf } from '#polls/index.ts'
import { accessChannel, accessPost } from './access.ts'
import { changePost, getPost } from './change-post.ts'
import { countVotes, type CountRow, listAnswers, lockPost, replaceVote, updatePoll } from './poll.store.ts'
import type { PostRow } from './post.store.ts'
import { presentPoll } from './present.ts'

const ANSWERS_PAGE = 100

/** What was answered in these posts, as this reader may see it; one question to the database for all of them. */
export async function findCounts(
  db: Db,
  posts: readonly Pick<PostRow, 'id' | 'poll'>[],
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<CountRow[]> {
  const asking = posts.filter(({ poll }) => poll !== null).map(({ id }) => id)
  return countVotes(db, asking, accountId)
}

type Choice = { readonly postId: PostId; readonly options: readonly number[] }

/** One's own choice from now on. Others see the numbers when they look next: nobody's screen is woken by each vote. */
export async function vote(context: Context, actor: Actor, { postId, options }: Choice): Promise<CountedPoll> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockPost(tx, postId)
    const { poll } = await accessPost(tx, actor, postId, 'vote')
    if (!poll) throw new Error('A poll without a question')
    const { accountId } = actor
    await replaceVote(tx, { postId, accountId, options: choiceOf(poll, options) }, context.clock())
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'channels')
    })
    return presentPoll(poll, await countVotes(tx, [postId], accountId))
  })
}

/** Ends a poll: what was chosen stays, and can be seen. */
export async function closePoll(context: Context, actor: Actor, { postId }: { postId: PostId }): Promise<Post> {
  await changePost(context, actor, postId, {
    action: 'closePoll',
    async write(tx, { poll }, now) {
      if (!poll || poll.closedAt !== null) return undefined
      await updatePoll(tx, postId, { ...poll, closedAt: now.toISOString() })
      return 'post.poll-closed'
    },
  })
  return getPost(context, actor, postId)
}

/** By name, for those who have to go by it; to a reader it does not exist. */
export async function getAnswers(
  { db }: Context,
  actor: Actor,
  { postId, after }: { readonly postId: PostId; readonly after?: string | undefined },
) {
  const { channelId } = await accessPost(db, actor, postId, 'see')
  await accessChannel(db, actor, channelId, 'count')
  const rows = await listAnswers(db, postId, { after: parsePlace(anAccountId, after), limit: ANSWERS_PAGE + 1 })
  const page = rows.slice(0, ANSWERS_PAGE)
  const last = rows.length > ANSWERS_PAGE ? page.at(-1) : undefined
  return {
    answers: page.map(({ votedAt: _, ...answer }) => answer),
    next: last ? sayPlace({ at: last.votedAt, id: last.accountId }) : null,
  }
}
