import { waitingEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getWaitingHere } from './here.ts'
import { getWaiting } from './service.ts'

export function waitingRoutes(app: FastifyInstance, context: Context): void {
  handle(app, waitingEndpoints.get, ({ actor }) => getWaiting(context, actor))
  handle(app, waitingEndpoints.here, ({ actor, params }) => getWaitingHere(context, actor, params))
}
