import { closingEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { closeOrganization, type ClosingsContext, showClosing } from './close.ts'
import { readClosingAct, showClosings } from './list.ts'
import { reopenByOperator, reopenOrganization } from './reopen.ts'

export function closingRoutes(app: FastifyInstance, context: ClosingsContext & StructureContext): void {
  handle(app, closingEndpoints.get, ({ actor, params }) => showClosing(context, actor, params))
  handle(app, closingEndpoints.close, ({ actor, params, body }) =>
    closeOrganization(context, actor, { ...params, ...body }),
  )
  handle(app, closingEndpoints.reopen, async ({ actor, params }) => {
    await reopenOrganization(context, actor, params)
    return {}
  })
  handle(app, closingEndpoints.list, ({ query }) => showClosings(context, query.before))
  handle(app, closingEndpoints.reopenByOperator, async ({ actor, params }) => {
    await reopenByOperator(context, actor, params.closingId)
    return {}
  })
  handle(app, closingEndpoints.act, ({ params }) => readClosingAct(context, params.closingId))
}
