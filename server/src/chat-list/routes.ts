import { chatEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { getChat, getChatList } from './list.ts'
import { markRead, setMuted } from './own.ts'

export function chatListRoutes(app: FastifyInstance, context: ChatContext): void {
  handle(app, chatEndpoints.list, ({ actor }) => getChatList(context.db, actor.accountId))
  handle(app, chatEndpoints.get, ({ actor, params }) => getChat(context, actor, params.chatId))
  handle(app, chatEndpoints.read, ({ actor, params, body }) => markRead(context, actor, { ...params, ...body }))
  handle(app, chatEndpoints.mute, ({ actor, params, body }) => setMuted(context, actor, { ...params, ...body }))
}
