import type { Clock } from '#platform/clock.ts'
import type { FileRightsPort } from '#files/index.ts'
import { factsOf } from './access.ts'
import { noticePolicy } from './policy.ts'
import { findNotice } from './store.ts'
import { findNoticeOfFile } from './write.store.ts'

/** A file is for those who may see the notice that holds it. */
export const noticeFileRights = (clock: Clock): FileRightsPort => ({
  async mayRead(db, actor, fileId) {
    const id = await findNoticeOfFile(db, fileId)
    const now = clock()
    const notice = id && (await findNotice(db, id, actor.accountId, now))
    return notice !== undefined && noticePolicy.see(factsOf(notice, actor, now)) === 'allow'
  },
})
