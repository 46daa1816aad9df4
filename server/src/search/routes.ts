import { searchEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { find } from './find.ts'

export function searchRoutes(app: FastifyInstance, context: Context): void {
  handle(app, searchEndpoints.find, ({ actor, params, query }) => find(context, actor, { ...params, ...query }))
}
