import { messageEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { deleteMessage, editMessage, react, unreact } from './change-message.ts'
import { getMessage, getMessages } from './history.ts'
import { postMessage } from './post-message.ts'
import { createPoster } from './post-together.ts'

export function messageRoutes(app: FastifyInstance, context: ChatContext): void {
  const post = createPoster(context.db)
  handle(app, messageEndpoints.list, ({ actor, params, query }) => getMessages(context, actor, { ...params, ...query }))
  handle(app, messageEndpoints.get, ({ actor, params }) => getMessage(context, actor, params))
  handle(app, messageEndpoints.post, ({ actor, params, body }) =>
    postMessage({ ...context, post }, actor, { ...params, ...body }),
  )
  handle(app, messageEndpoints.edit, ({ actor, params, body }) => editMessage(context, actor, { ...params, ...body }))
  handle(app, messageEndpoints.delete, ({ actor, params }) => deleteMessage(context, actor, params))
  handle(app, messageEndpoints.react, ({ actor, params }) => react(context, actor, params))
  handle(app, messageEndpoints.unreact, ({ actor, params }) => unreact(context, actor, params))
}
