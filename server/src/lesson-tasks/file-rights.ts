import type { FileRightsPort } from '#files/index.ts'
import { opens } from '#platform/app-error.ts'
import type { Clock } from '#platform/clock.ts'
import { accessWork } from './access.ts'
import { findWorkOfFile } from './store.ts'

/** A file is for whoever may see the work that holds it. */
export const workFileRights = (clock: Clock): FileRightsPort => ({
  async mayRead(db, actor, fileId) {
    const work = await findWorkOfFile(db, fileId)
    if (!work) return false
    return opens(accessWork(db, actor, work, 'see', clock()))
  },
})
