import { backupEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { FilesContext } from '#files/index.ts'
import { handle } from '#platform/http.ts'
import { showBackups } from './list.ts'
import { askForBackup } from './make.ts'

export function backupRoutes(app: FastifyInstance, files: FilesContext): void {
  handle(app, backupEndpoints.list, () => showBackups(files))
  handle(app, backupEndpoints.make, async ({ actor, params }) => {
    await askForBackup(files, actor, params.backupId)
    return {}
  })
}
