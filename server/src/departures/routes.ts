import { departureEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { getDeparture } from './estate.ts'
import { getFormer, takeBack } from './former.ts'
import { leave } from './leave.ts'

export function departureRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, departureEndpoints.get, ({ actor, params }) => getDeparture(context, actor, params))
  handle(app, departureEndpoints.leave, ({ actor, params, body }) => leave(context, actor, { ...params, ...body }))
  handle(app, departureEndpoints.list, ({ actor, params, query }) => getFormer(context, actor, { ...params, ...query }))
  handle(app, departureEndpoints.takeBack, ({ actor, params }) => takeBack(context, actor, params))
}
