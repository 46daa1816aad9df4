import { chatRuleEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { ChatContext } from '#chats/index.ts'
import { handle } from '#platform/http.ts'
import { createRuleChat, editRuleChat, setOpen } from './change.ts'
import { getBoundChats, previewRule } from './list.ts'

export function chatRuleRoutes(app: FastifyInstance, context: ChatContext): void {
  const { list, preview, create, edit, close, reopen } = chatRuleEndpoints
  handle(app, list, ({ actor, params }) => getBoundChats(context, actor, params.organizationId))
  handle(app, preview, ({ actor, params, body }) => previewRule(context, actor, { ...params, ...body }))
  handle(app, create, ({ actor, params, body }) => createRuleChat(context, actor, { ...params, ...body }))
  handle(app, edit, ({ actor, params, body }) => editRuleChat(context, actor, { ...params, ...body }))
  handle(app, close, ({ actor, params }) => setOpen(context, actor, { ...params, isOpen: false }))
  handle(app, reopen, ({ actor, params }) => setOpen(context, actor, { ...params, isOpen: true }))
}
