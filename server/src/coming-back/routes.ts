import { comingBackEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { makeComingBackCode } from './make-code.ts'

export function comingBackRoutes(app: FastifyInstance, context: Context): void {
  handle(app, comingBackEndpoints.makeCode, ({ actor, params }) =>
    makeComingBackCode(context, actor, params.membershipId),
  )
}
