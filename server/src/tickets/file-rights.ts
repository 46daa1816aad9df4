import { AppError } from '#platform/app-error.ts'
import type { FileRightsPort } from '#files/index.ts'
import { accessTicket } from './access.ts'
import { findEntryOfFile } from './entry.store.ts'

/** A file is for those who may see what holds it: what is attached to a note is the desk's own. */
export const ticketFileRights: FileRightsPort = {
  async mayRead(db, actor, fileId) {
    const entry = await findEntryOfFile(db, fileId)
    if (!entry) return false
    try {
      const { facts } = await accessTicket(db, actor, entry.ticketId, 'see')
      return !facts.isAsker || entry.shownSeq !== null
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  },
}
