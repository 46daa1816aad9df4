import { noticeEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { answerNotice } from './answer.ts'
import { remind, withdraw } from './change-notice.ts'
import { getRegister, getSlips } from './papers.ts'
import { getNotice, getNotices, getReceivers } from './read-notices.ts'
import { createProgressNews } from './tell.ts'
import { writeNotice } from './write-notice.ts'

export function noticeRoutes(app: FastifyInstance, context: Context): void {
  const { list, get, write, answer, receivers, slips, register } = noticeEndpoints
  const answering = { ...context, news: createProgressNews(context.bus) }
  handle(app, list, ({ actor, params, query }) => getNotices(context, actor, { ...params, ...query }))
  handle(app, get, ({ actor, params }) => getNotice(context, actor, params))
  handle(app, write, ({ actor, params, body }) => writeNotice(context, actor, { ...params, ...body }))
  handle(app, answer, ({ actor, params, body }) => answerNotice(answering, actor, { ...params, ...body }))
  handle(app, noticeEndpoints.remind, ({ actor, params, body }) => remind(context, actor, { ...params, ...body }))
  handle(app, noticeEndpoints.withdraw, ({ actor, params, body }) => withdraw(context, actor, { ...params, ...body }))
  handle(app, receivers, ({ actor, params, query }) => getReceivers(context, actor, { ...params, ...query }))
  handle(app, slips, ({ actor, params, query }) => getSlips(context, actor, { ...params, ...query }))
  handle(app, register, ({ actor, params }) => getRegister(context, actor, params))
}
