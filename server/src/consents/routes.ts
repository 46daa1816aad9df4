import { consentEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { decide, enterPaper } from './decide.ts'
import { getOwnConsents, getPurposes, getUnits } from './read.ts'
import { getRegister } from './papers.ts'
import { savePurpose } from './save-purpose.ts'

export function consentRoutes(app: FastifyInstance, context: StructureContext): void {
  const { own, list, save, units, register } = consentEndpoints
  handle(app, own, ({ actor }) => getOwnConsents(context, actor))
  handle(app, list, ({ actor, params }) => getPurposes(context, actor, params))
  handle(app, save, ({ actor, params, body }) => savePurpose(context, actor, { ...params, ...body }))
  handle(app, consentEndpoints.decide, ({ actor, params, body }) => decide(context, actor, { ...params, ...body }))
  handle(app, consentEndpoints.enterPaper, ({ actor, params, body }) =>
    enterPaper(context, actor, { ...params, ...body }),
  )
  handle(app, units, ({ actor, params, query }) => getUnits(context, actor, { ...params, ...query }))
  handle(app, register, ({ actor, params }) => getRegister(context, actor, params))
}
