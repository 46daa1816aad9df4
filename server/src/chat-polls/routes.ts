import { messageEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { closePoll } from './close.ts'
import { vote } from './vote.ts'

export function chatPollRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  handle(app, messageEndpoints.vote, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return vote(context, actor, { ...params, ...body })
  })
  handle(app, messageEndpoints.closePoll, ({ actor, params }) => closePoll(context, actor, params))
}
