import { incidentEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getIncidents, saveIncident } from './incidents.ts'
import { getPaper } from './papers.ts'

export function incidentRoutes(app: FastifyInstance, context: Context): void {
  handle(app, incidentEndpoints.list, ({ actor, query }) => getIncidents(context, actor, query))
  handle(app, incidentEndpoints.save, ({ actor, params, body }) => saveIncident(context, actor, { ...params, ...body }))
  handle(app, incidentEndpoints.paper, ({ actor, params }) => getPaper(context, actor, params))
}
