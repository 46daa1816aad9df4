import type { FileRightsPort } from '#files/index.ts'
import { factsOf } from './access.ts'
import { postPolicy } from './policy.ts'
import { findPost, findPostOfFile } from './post.store.ts'
import { findChannel } from './store.ts'

/** A file is for those who may see the post that holds it. */
export const postFileRights: FileRightsPort = {
  async mayRead(db, actor, fileId) {
    const id = await findPostOfFile(db, fileId)
    const post = id && (await findPost(db, id))
    if (!post || post === 'deleted') return false
    const channel = await findChannel(db, post.channelId, actor.accountId)
    return channel !== undefined && postPolicy.see(factsOf(channel, post, actor)) === 'allow'
  },
}
