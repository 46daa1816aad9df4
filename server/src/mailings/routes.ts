import { mailingEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getRecipients } from './forecast.ts'
import { getMailings, getProgress, retryMailing, sendMailing, stopMailing } from './send.ts'

export function mailingRoutes(app: FastifyInstance, context: Context): void {
  const { recipients, send, list, get, stop, retry } = mailingEndpoints
  handle(app, recipients, ({ actor, params, query }) => getRecipients(context, actor, { ...params, ...query }))
  handle(app, send, ({ actor, params, body }) => sendMailing(context, actor, { ...params, ...body }))
  handle(app, list, ({ actor, params }) => getMailings(context, actor, params))
  handle(app, get, ({ actor, params }) => getProgress(context, actor, params))
  handle(app, stop, ({ actor, params }) => stopMailing(context, actor, params))
  handle(app, retry, ({ actor, params }) => retryMailing(context, actor, params))
}
