import type { FileId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'

type May = (db: Db, actor: Actor, fileId: FileId) => Promise<boolean>

/** Whoever refers to files says who may read them: messages, later posts and materials. `app.ts` wires them. */
export type FileRightsPort = {
  readonly mayRead: May
  /** Where not everybody who reads it may take it along. */
  readonly mayDownload?: May
}
