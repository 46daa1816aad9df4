import type { FileRightsPort } from '#files/index.ts'
import { holdsFile } from './store.ts'

export const scheduledFileRights: FileRightsPort = {
  mayRead: (db, actor, fileId) => holdsFile(db, fileId, actor.accountId),
}
