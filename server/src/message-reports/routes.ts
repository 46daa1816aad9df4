import { messageReportEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { decideReport } from './decide.ts'
import { makeBroadcastReport, makeCommentReport, makeReport } from './make.ts'
import { getOperatorQueue, getOwn, getQueue, getReport, setSeen } from './read.ts'
import type { ReportContext } from './subjects.ts'

export function messageReportRoutes(app: FastifyInstance, context: ReportContext, paces: Paces): void {
  const { make, own, queue, operatorQueue, get, decide } = messageReportEndpoints
  handle(app, make, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return makeReport(context, actor, { ...params, ...body })
  })
  handle(app, messageReportEndpoints.makeOfComment, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return makeCommentReport(context, actor, { ...params, ...body })
  })
  handle(app, messageReportEndpoints.makeOfBroadcastMessage, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return makeBroadcastReport(context, actor, { ...params, ...body })
  })
  handle(app, own, ({ actor, query }) => getOwn(context, actor, query))
  handle(app, messageReportEndpoints.setSeen, ({ actor }) => setSeen(context, actor))
  handle(app, queue, ({ actor, params, query }) => getQueue(context, actor, { ...params, ...query }))
  handle(app, operatorQueue, ({ actor, query }) => getOperatorQueue(context, actor, query))
  handle(app, get, ({ actor, params }) => getReport(context, actor, params))
  handle(app, decide, ({ actor, params, body }) => decideReport(context, actor, { ...params, ...body }))
}
