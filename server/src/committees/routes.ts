import { committeeEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { getCommittee, setInCommittee } from './service.ts'

export function committeeRoutes(app: FastifyInstance, context: StructureContext): void {
  const { list, mark, unmark } = committeeEndpoints
  handle(app, list, ({ actor, params }) => getCommittee(context, actor, params.groupId))
  handle(app, mark, ({ actor, params }) => setInCommittee(context, actor, { ...params, isIn: true }))
  handle(app, unmark, ({ actor, params }) => setInCommittee(context, actor, { ...params, isIn: false }))
}
