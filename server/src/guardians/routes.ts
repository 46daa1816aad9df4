import { childEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { removeGuardian } from './remove-guardian.ts'
import { setGuardian } from './set-guardian.ts'

export function guardianRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, childEndpoints.setGuardian, ({ actor, params, body }) =>
    setGuardian(context, actor, { ...params, ...body }),
  )
  handle(app, childEndpoints.removeGuardian, ({ actor, params }) => removeGuardian(context, actor, params))
}
