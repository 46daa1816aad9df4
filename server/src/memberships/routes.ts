import { organizationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getOwnMemberships } from './service.ts'

export function membershipRoutes(app: FastifyInstance, context: Context): void {
  handle(app, organizationEndpoints.mine, ({ actor }) => getOwnMemberships(context, actor))
}
