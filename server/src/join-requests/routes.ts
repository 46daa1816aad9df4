import { joinRequestEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import type { AdmissionPort } from './admission-port.ts'
import { askToJoin, getOwnRequests, withdrawRequest } from './ask.ts'
import { decideTogether } from './decide-together.ts'
import { acceptRequest, refuseRequest } from './decide.ts'
import { findOrganizations } from './find.ts'
import { exportJoinRequests, getJoinRequests } from './queue.ts'

export function joinRequestRoutes(app: FastifyInstance, context: Context, structure: AdmissionPort): void {
  const { find, mine, ask, withdraw, list, accept, refuse, decideTogether: many } = joinRequestEndpoints
  handle(app, find, ({ actor, query, client }) =>
    findOrganizations(context, { actor, address: client.address }, query.text),
  )
  handle(app, mine, ({ actor }) => getOwnRequests(context, actor))
  handle(app, ask, ({ actor, params, body, client }) =>
    askToJoin(context, actor, { id: params.joinRequestId, address: client.address, request: body }),
  )
  handle(app, withdraw, ({ actor, params }) => withdrawRequest(context, actor, params.joinRequestId))
  handle(app, list, ({ actor, params, query }) => getJoinRequests(context, actor, { ...params, ...query }))
  handle(app, joinRequestEndpoints.export, ({ actor, params, body }) =>
    exportJoinRequests(context, actor, { ...params, ...body }),
  )
  handle(app, accept, ({ actor, params, body }) => acceptRequest(context, structure, actor, { ...params, ...body }))
  handle(app, refuse, ({ actor, params, body }) => refuseRequest(context, actor, { ...params, ...body }))
  handle(app, many, ({ actor, params, body }) => decideTogether(context, structure, actor, { ...params, ...body }))
}
