import type { FileRightsPort } from '#files/index.ts'
import { seesFile } from './file-rights.store.ts'

/** A file is for those who may see a message that refers to it. */
export const messageFileRights: FileRightsPort = {
  mayRead: (db, actor, fileId) => seesFile(db, fileId, actor.accountId),
}
