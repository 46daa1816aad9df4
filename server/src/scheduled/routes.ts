import { scheduledEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { cancelScheduled, changeScheduled, schedule, showScheduled } from './schedule.ts'
import { sendNow } from './send.ts'

export function scheduledRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  handle(app, scheduledEndpoints.list, ({ actor, params }) => showScheduled(context, actor, params))
  handle(app, scheduledEndpoints.schedule, ({ actor, params, body }) => {
    paces.post(actor.accountId)
    return schedule(context, actor, { ...params, ...body })
  })
  handle(app, scheduledEndpoints.change, ({ actor, params, body }) =>
    changeScheduled(context, actor, { ...params, ...body }),
  )
  handle(app, scheduledEndpoints.send, ({ actor, params }) => {
    paces.post(actor.accountId)
    return sendNow(context, actor, params)
  })
  handle(app, scheduledEndpoints.cancel, ({ actor, params }) => cancelScheduled(context, actor, params))
}
