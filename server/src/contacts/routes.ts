import { chatEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { getContacts, openDirect } from './service.ts'

export function contactRoutes(app: FastifyInstance, context: ChatContext): void {
  handle(app, chatEndpoints.contacts, ({ actor, params, query }) =>
    getContacts(context, actor, { ...params, ...query }),
  )
  handle(app, chatEndpoints.openDirect, ({ actor, params }) => openDirect(context, actor, params))
}
