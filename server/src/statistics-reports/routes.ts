import { statisticsReportEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { compileReport, decideReport, editReport, removeReport, submitReport } from './compile.ts'
import { getGroupOversight, getOversight } from './oversight.ts'
import { getPaper } from './paper.ts'
import { getReport, getReports } from './read-reports.ts'

export function statisticsReportRoutes(app: FastifyInstance, context: Context): void {
  const { oversight, groupOversight, list, compile, get, edit, submit, decide, remove, paper } =
    statisticsReportEndpoints
  handle(app, oversight, ({ actor, params }) => getOversight(context, actor, params))
  handle(app, groupOversight, ({ actor, params }) => getGroupOversight(context, actor, params))
  handle(app, list, ({ actor, params, query }) => getReports(context, actor, { ...params, ...query }))
  handle(app, compile, ({ actor, params, body }) => compileReport(context, actor, { ...params, ...body }))
  handle(app, get, ({ actor, params }) => getReport(context, actor, params))
  handle(app, edit, ({ actor, params, body }) => editReport(context, actor, { ...params, ...body }))
  handle(app, submit, ({ actor, params, body }) => submitReport(context, actor, { ...params, ...body }))
  handle(app, decide, ({ actor, params, body }) => decideReport(context, actor, { ...params, ...body }))
  handle(app, remove, ({ actor, params }) => removeReport(context, actor, params))
  handle(app, paper, ({ actor, params }) => getPaper(context, actor, params))
}
