import { chatEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { getContacts, openDirect } from './service.ts'

export function contactRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  handle(app, chatEndpoints.contacts, ({ actor, params, query }) =>
    getContacts(context, actor, { ...params, ...query }),
  )
  handle(app, chatEndpoints.openDirect, ({ actor, params }) => {
    paces.gather(actor.accountId)
    return openDirect(context, actor, params)
  })
}
