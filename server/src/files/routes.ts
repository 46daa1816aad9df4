import { fileEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http.ts'
import type { FilesContext } from './files.ts'
import { readContent, readThumbnail } from './read.ts'
import type { FileRightsPort } from './rights-port.ts'
import { uploadRoutes } from './uploads.ts'

export function fileRoutes(app: FastifyInstance, files: FilesContext, rights: readonly FileRightsPort[]): void {
  handle(app, fileEndpoints.content, ({ actor, params, query }) =>
    readContent(files, actor, { ...params, rights, download: query.download === '1' }),
  )
  handle(app, fileEndpoints.thumbnail, ({ actor, params }) => readThumbnail(files, actor, { ...params, rights }))
  uploadRoutes(app, files)
}
