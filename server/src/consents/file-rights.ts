import type { FileRightsPort } from '#files/index.ts'
import { findOfFile } from './decision.store.ts'
import { purposePolicy } from './policy.ts'
import { findPurpose } from './purpose.store.ts'

/** The scan of a signed paper is for those who keep them. */
export const consentFileRights: FileRightsPort = {
  async mayRead(db, actor, fileId) {
    const id = await findOfFile(db, fileId)
    const purpose = id && (await findPurpose(db, id, actor.accountId))
    return purpose !== undefined && purposePolicy.change(purpose) === 'allow'
  },
}
