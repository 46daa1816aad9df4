import { messageReportEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { decideReport } from './decide.ts'
import { makeCommentReport, makeReport } from './make.ts'
import { getOperatorQueue, getOwn, getQueue, getReport, setSeen } from './read.ts'

export function messageReportRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  const { make, own, queue, operatorQueue, get, decide } = messageReportEndpoints
  handle(app, make, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return makeReport(context, actor, { ...params, ...body })
  })
  handle(app, messageReportEndpoints.makeOfComment, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return makeCommentReport(context, actor, { ...params, ...body })
  })
  handle(app, own, ({ actor, query }) => getOwn(context, actor, query))
  handle(app, messageReportEndpoints.setSeen, ({ actor }) => setSeen(context, actor))
  handle(app, queue, ({ actor, params, query }) => getQueue(context, actor, { ...params, ...query }))
  handle(app, operatorQueue, ({ actor, query }) => getOperatorQueue(context, actor, query))
  handle(app, get, ({ actor, params }) => getReport(context, actor, params))
  handle(app, decide, ({ actor, params, body }) => decideReport(context, actor, { ...params, ...body }))
}
