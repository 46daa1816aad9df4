import { personalDataEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { FilesContext } from '#files/index.ts'
import { handle } from '#platform/http.ts'
import { deleteAccount, readAct } from './delete.ts'
import { sendDeletionCode } from './own-code.ts'
import { askForOwnData, readOwnData, showOwnData } from './exports.ts'

export function personalDataRoutes(app: FastifyInstance, files: FilesContext): void {
  handle(app, personalDataEndpoints.get, ({ actor }) => showOwnData(files, actor))
  handle(app, personalDataEndpoints.askForExport, async ({ actor, params }) => {
    await askForOwnData(files, actor, params.dataExportId)
    return {}
  })
  handle(app, personalDataEndpoints.exportContent, ({ actor, params }) =>
    readOwnData(files, actor, params.dataExportId),
  )
  handle(app, personalDataEndpoints.sendDeletionCode, ({ actor, client: { address } }) =>
    sendDeletionCode(files, actor, address),
  )
  handle(app, personalDataEndpoints.deleteAccount, async ({ actor, body, cookie, client: { address } }) => {
    const gone = await deleteAccount(files, actor, { code: body.code, address })
    cookie.end()
    return gone
  })
  handle(app, personalDataEndpoints.act, ({ params }) => readAct(files, params.token))
}
