import { rollOverEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { StructureContext } from '#organizations/index.ts'
import { handle } from '#platform/http.ts'
import { applyRollOver } from './apply.ts'
import {
  beginRollOver,
  discardRollOver,
  getChildren,
  getLatest,
  planChild,
  planGroup,
  setWay,
  unplanChild,
  unplanGroup,
} from './prepare.ts'
import { undoRollOver } from './undo.ts'

export function rollOverRoutes(app: FastifyInstance, context: StructureContext): void {
  const endpoints = rollOverEndpoints
  handle(app, endpoints.latest, ({ actor, params }) => getLatest(context, actor, params))
  handle(app, endpoints.begin, ({ actor, params, body }) => beginRollOver(context, actor, { ...params, ...body }))
  handle(app, endpoints.setWay, ({ actor, params, body }) => setWay(context, actor, { ...params, ...body }))
  handle(app, endpoints.planGroup, ({ actor, params, body }) => planGroup(context, actor, { ...params, ...body }))
  handle(app, endpoints.unplanGroup, ({ actor, params }) => unplanGroup(context, actor, params))
  handle(app, endpoints.children, ({ actor, params }) => getChildren(context, actor, params))
  handle(app, endpoints.planChild, ({ actor, params, body }) => planChild(context, actor, { ...params, ...body }))
  handle(app, endpoints.unplanChild, ({ actor, params }) => unplanChild(context, actor, params))
  handle(app, endpoints.discard, ({ actor, params }) => discardRollOver(context, actor, params))
  handle(app, endpoints.apply, ({ actor, params, body }) => applyRollOver(context, actor, { ...params, ...body }))
  handle(app, endpoints.undo, ({ actor, params }) => undoRollOver(context, actor, params))
}
