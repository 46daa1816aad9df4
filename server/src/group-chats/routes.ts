import { groupChatEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext, Paces } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { addMembers, createGroupChat } from './gather.ts'
import { handOver, setModerator } from './moderators.ts'
import { changeSettings, setOpen } from './settings.ts'

export function groupChatRoutes(app: FastifyInstance, context: ChatContext, paces: Paces): void {
  const { create, add, appoint, dismiss, settings, close, reopen } = groupChatEndpoints
  handle(app, create, ({ actor, params, body }) => {
    paces.gather(actor.accountId)
    return createGroupChat(context, actor, { ...params, ...body })
  })
  handle(app, add, ({ actor, params, body }) => {
    paces.gather(actor.accountId)
    return addMembers(context, actor, { ...params, ...body })
  })
  handle(app, appoint, ({ actor, params }) => setModerator(context, actor, { ...params, role: 'moderator' }))
  handle(app, dismiss, ({ actor, params }) => setModerator(context, actor, { ...params, role: 'member' }))
  handle(app, groupChatEndpoints.handOver, ({ actor, params }) => handOver(context, actor, params))
  handle(app, settings, ({ actor, params, body }) => changeSettings(context, actor, { ...params, given: body }))
  handle(app, close, ({ actor, params }) => setOpen(context, actor, { ...params, isOpen: false }))
  handle(app, reopen, ({ actor, params }) => setOpen(context, actor, { ...params, isOpen: true }))
}
