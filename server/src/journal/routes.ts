import { accessEndpoints, journalEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getAccesses, getOwnAccesses } from './accesses.ts'
import { getJournal } from './service.ts'

export function journalRoutes(app: FastifyInstance, context: Context): void {
  handle(app, journalEndpoints.list, ({ actor, params, query }) => getJournal(context, actor, { ...params, ...query }))
  handle(app, accessEndpoints.list, ({ actor, params, query }) => getAccesses(context, actor, { ...params, ...query }))
  handle(app, accessEndpoints.own, ({ actor, query }) => getOwnAccesses(context, actor, query))
}
