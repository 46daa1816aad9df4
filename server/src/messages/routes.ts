import { messageEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { deleteMessage, editMessage, react, unreact } from './change-message.ts'
import { getMessage, getMessages } from './history.ts'
import { postMessage } from './post-message.ts'
import { createPoster } from './post-together.ts'

export function messageRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  const post = createPoster(context.db)
  handle(app, messageEndpoints.list, ({ actor, params, query }) => getMessages(context, actor, { ...params, ...query }))
  handle(app, messageEndpoints.get, ({ actor, params }) => getMessage(context, actor, params))
  handle(app, messageEndpoints.post, ({ actor, params, body }) => {
    paces.post(actor.accountId)
    return postMessage({ ...context, post }, actor, { ...params, ...body })
  })
  handle(app, messageEndpoints.edit, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return editMessage(context, actor, { ...params, ...body })
  })
  handle(app, messageEndpoints.delete, ({ actor, params }) => deleteMessage(context, actor, params))
  handle(app, messageEndpoints.react, ({ actor, params }) => {
    paces.change(actor.accountId)
    return react(context, actor, params)
  })
  handle(app, messageEndpoints.unreact, ({ actor, params }) => {
    paces.change(actor.accountId)
    return unreact(context, actor, params)
  })
}
