import { chatRegisterEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getBroadcastRegister, getCallRegister, getChatRegister, getMeetingRegister } from './service.ts'

export function chatRegisterRoutes(app: FastifyInstance, context: Context): void {
  const { chats, calls, meetings, broadcasts } = chatRegisterEndpoints
  handle(app, chats, ({ actor, params, query }) => getChatRegister(context, actor, { ...params, ...query }))
  handle(app, calls, ({ actor, params, query }) => getCallRegister(context, actor, { ...params, ...query }))
  handle(app, meetings, ({ actor, params, query }) => getMeetingRegister(context, actor, { ...params, ...query }))
  handle(app, broadcasts, ({ actor, params, query }) => getBroadcastRegister(context, actor, { ...params, ...query }))
}
