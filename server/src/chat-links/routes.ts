import { chatLinkEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { enterByLink } from './enter.ts'
import { createLink, getLinks } from './links.ts'
import { lookAtLink } from './look.ts'

export function chatLinkRoutes(app: FastifyInstance, context: ChatContext): void {
  const { list, create, look, enter } = chatLinkEndpoints
  handle(app, list, ({ actor, params }) => getLinks(context, actor, params.chatId))
  handle(app, create, ({ actor, params, body }) => createLink(context, actor, { ...params, ...body }))
  handle(app, look, ({ actor, params }) => lookAtLink(context, actor, params.token))
  handle(app, enter, ({ actor, params }) => enterByLink(context, actor, params.token))
}
