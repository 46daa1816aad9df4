import { chatEndpoints, draftEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { keepDraft } from './draft.ts'
import { getChat, getChatList } from './list.ts'
import { markRead, setMuted } from './own.ts'

export function chatListRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  handle(app, chatEndpoints.list, ({ actor }) => getChatList(context.db, actor.accountId))
  handle(app, chatEndpoints.get, ({ actor, params }) => getChat(context, actor, params.chatId))
  handle(app, chatEndpoints.read, ({ actor, params, body }) => markRead(context, actor, { ...params, ...body }))
  handle(app, chatEndpoints.mute, ({ actor, params, body }) => setMuted(context, actor, { ...params, ...body }))
  handle(app, draftEndpoints.keep, ({ actor, params, body }) => {
    paces.draft(actor.accountId)
    return keepDraft(context, actor, { ...params, ...body })
  })
}
