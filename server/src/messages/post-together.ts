import type { MessageId } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'
import { insertPosts, type Post, type Posted } from './post.store.ts'

/** Batches under way at once: one waits for a busy chat or the disk while the next one fills. */
const MAX_UNDER_WAY = 2
const MAX_BATCH = 200

type Waiting = { readonly post: Post; readonly done: (posted: Posted | undefined) => void }

/** Stores posts that arrive together in one statement: the busier the server, the less each one costs. */
export function createPoster(db: Db) {
  const waiting: Waiting[] = []
  let underWay = 0

  async function flush(): Promise<void> {
    underWay += 1
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_BATCH)
      const posted = await insertPosts(
        db,
        batch.map(({ post }) => post),
      ).catch(() => [])
      const byId = new Map<MessageId, Posted>(posted.map((one) => [one.id, one]))
      for (const { post, done } of batch) done(byId.get(post.id))
    }
    underWay -= 1
  }

  /** Undefined when the batch could not settle it; the caller then does, alone and under the lock. */
  return (post: Post): Promise<Posted | undefined> =>
    new Promise((done) => {
      waiting.push({ post, done })
      if (underWay < MAX_UNDER_WAY) void flush()
    })
}
