import { chatEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { enterChat, getMembers, removeMember } from './service.ts'

export function memberRoutes(app: FastifyInstance, context: ChatContext): void {
  handle(app, chatEndpoints.members, ({ actor, params }) => getMembers(context, actor, params.chatId))
  handle(app, chatEndpoints.enter, ({ actor, params }) => enterChat(context, actor, params.chatId))
  handle(app, chatEndpoints.removeMember, ({ actor, params }) => removeMember(context, actor, params))
}
