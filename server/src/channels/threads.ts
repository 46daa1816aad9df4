import type { Post } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'
import { factsOf } from './access.ts'
import { countComments } from './comment.store.ts'
import { postPolicy } from './policy.ts'
import type { PostRow } from './post.store.ts'
import type { ChannelRow } from './store.ts'

/** What stands under these posts, as this reader sees it; one question to the database for all of them. */
export async function findThreads(
  db: Db,
  posts: readonly PostRow[],
  channel: ChannelRow,
  actor: Pick<Actor, 'accountId'>,
): Promise<(post: PostRow) => Post['comments']> {
  const ids = posts.filter(({ commentSeq }) => commentSeq > 0).map(({ id }) => id)
  const found = new Map((await countComments(db, ids, actor.accountId)).map((one) => [one.postId, one]))
  return (post) => {
    const facts = factsOf(channel, post, actor)
    if (postPolicy.seeComments(facts) !== 'allow') return null
    const { count = 0, unread = 0 } = found.get(post.id) ?? {}
    return { isOpen: postPolicy.comment(facts) === 'allow', count, unread }
  }
}
