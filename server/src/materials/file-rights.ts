import type { FileRightsPort } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import { accessMaterial } from './access.ts'
import { listHolders } from './material.store.ts'

/** The newest version is for those who read the material, older ones for those who add. */
export const materialFileRights: FileRightsPort = {
  async mayRead(db, actor, fileId) {
    for (const { id, isNewest } of await listHolders(db, fileId)) {
      try {
        await accessMaterial(db, actor, id, { action: isNewest ? 'see' : 'add' })
        return true
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    return false
  },
}
