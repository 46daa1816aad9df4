import { membershipEndpoints, organizationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { getOwnMemberships } from './service.ts'
import { editStaff, getStaff } from './staff.ts'

export function membershipRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, organizationEndpoints.mine, ({ actor }) => getOwnMemberships(context, actor))
  handle(app, membershipEndpoints.staff, ({ actor, params }) => getStaff(context, actor, params))
  handle(app, membershipEndpoints.edit, ({ actor, params, body }) => editStaff(context, actor, { ...params, ...body }))
}
