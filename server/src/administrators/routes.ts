import { administratorEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { enterOrder } from './enter-order.ts'
import { getAdministrators } from './list.ts'

export function administratorRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, administratorEndpoints.list, ({ actor, params, query }) =>
    getAdministrators(context, actor, { ...params, ...query }),
  )
  handle(app, administratorEndpoints.enterOrder, ({ actor, params, body }) =>
    enterOrder(context, actor, { ...params, ...body }),
  )
}
