import { messageEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { vote } from './vote.ts'

export function pollRoutes(app: FastifyInstance, context: ChatContext): void {
  handle(app, messageEndpoints.vote, ({ actor, params, body }) => vote(context, actor, { ...params, ...body }))
}
