import { directoryEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { exportPeople, getPeople } from './list.ts'
import { getPerson } from './service.ts'

export function directoryRoutes(app: FastifyInstance, context: Context): void {
  handle(app, directoryEndpoints.list, ({ actor, params, query }) => getPeople(context, actor, { ...params, ...query }))
  handle(app, directoryEndpoints.export, ({ actor, params, body }) =>
    exportPeople(context, actor, { ...params, ...body }),
  )
  handle(app, directoryEndpoints.get, ({ actor, params }) => getPerson(context, actor, params))
}
