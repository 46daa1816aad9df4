import { savedEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { openSavedChat, saveMessage } from './service.ts'

export function savedRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  handle(app, savedEndpoints.open, ({ actor }) => openSavedChat(context, actor))
  handle(app, savedEndpoints.save, ({ actor, params, body }) => {
    paces.post(actor.accountId)
    return saveMessage(context, actor, { ...params, ...body })
  })
}
