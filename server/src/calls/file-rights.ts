import type { CallId, FileId } from '@kolosok/contract'
import type { FileRightsPort } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { opens } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { findRoomOfFile } from '#recordings/index.ts'
import { accessCall } from './access.ts'
import type { CallAction } from './policy.ts'

/** A recording is played by whoever sees it in the chat, and handed on by those who answer for that. */
export const callRecordingFileRights: FileRightsPort = {
  mayRead: (db, actor, fileId) => may(db, actor, fileId, 'watch'),
  mayDownload: (db, actor, fileId) => may(db, actor, fileId, 'keepRecordings'),
}

async function may(db: Db, actor: Actor, fileId: FileId, action: CallAction): Promise<boolean> {
  const room = await findRoomOfFile(db, 'call', fileId)
  if (room === undefined) return false
  return opens(accessCall(db, actor, room as CallId, action))
}
