import { type BroadcastId, type FileId } from '@kolosok/contract'
import type { FileRightsPort } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'
import { findRoomOfFile } from '#recordings/index.ts'
import { factsOf } from './access.ts'
import { type BroadcastAction, broadcastPolicy } from './policy.ts'
import { findBroadcast } from './store.ts'

/** A recording is played by whoever could look on, and handed on by those who run it. */
export const recordingFileRights: FileRightsPort = {
  mayRead: (db, actor, fileId) => may(db, actor, fileId, 'see'),
  mayDownload: (db, actor, fileId) => may(db, actor, fileId, 'keepRecordings'),
}

async function may(db: Db, actor: Actor, fileId: FileId, action: BroadcastAction): Promise<boolean> {
  const room = await findRoomOfFile(db, 'broadcast', fileId)
  const broadcast = room === undefined ? undefined : await findBroadcast(db, room as BroadcastId, actor.accountId)
  return broadcast !== undefined && broadcastPolicy[action](factsOf(broadcast, actor)) === 'allow'
}
