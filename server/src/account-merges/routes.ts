import { accountMergeEndpoints as ends } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { sendMergeCodes } from './codes.ts'
import { mergeAccounts, previewMerge } from './merge.ts'

export function accountMergeRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, ends.sendCodes, ({ actor, body, client: { address } }) =>
    sendMergeCodes(context, actor, { ...body, address }),
  )
  handle(app, ends.preview, ({ actor, body, client: { address } }) =>
    previewMerge(context, actor, { ...body, address }),
  )
  handle(app, ends.merge, ({ actor, params, body, client: { address } }) =>
    mergeAccounts(context, actor, { ...params, ...body, address }),
  )
}
