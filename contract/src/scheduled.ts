import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { chatId, fileId, messageId } from './ids.ts'
import { attachment, MAX_ATTACHMENTS, MAX_TEXT, message } from './messages.ts'

/** Of one person in one chat. */
export const MAX_SCHEDULED = 100
/** How far ahead. */
export const SCHEDULED_WITHIN_DAYS = 366

/** Why it was not sent when its time came. */
export const scheduledRefusal = z.enum(['forbidden', 'chat-read-only', 'message-id-taken'])
export type ScheduledRefusal = z.infer<typeof scheduledRefusal>

/** What its author, and nobody else, sees of a message that is to be sent later. */
export const scheduledMessage = z.object({
  id: messageId,
  chatId,
  text: z.string().max(MAX_TEXT),
  replyToId: messageId.nullable(),
  attachments: z.array(attachment),
  isSilent: z.boolean(),
  sendAt: z.iso.datetime(),
  /** Null while it waits for its time. */
  refusedWith: scheduledRefusal.nullable(),
})
export type ScheduledMessage = z.infer<typeof scheduledMessage>

const one = z.object({ chatId, messageId })
/** Neither in the past nor further than a year: the server's clock decides. */
const sendAt = z.iso.datetime()

export const scheduledEndpoints = {
  /** One's own of a chat, the next one first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/chats/:chatId/scheduled',
    access: 'account',
    params: z.object({ chatId }),
    response: z.object({ scheduled: z.array(scheduledMessage) }),
    problems: ['not-found'],
  }),
  /** By the id that the message will have; once more, it stays as it is. */
  schedule: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/scheduled/:messageId',
    access: 'account',
    params: one,
    body: z
      .strictObject({
        text: z.string().max(MAX_TEXT).default(''),
        replyToId: messageId.nullable().default(null),
        /** Finished uploads of the sender, in order. */
        fileIds: z.array(fileId).max(MAX_ATTACHMENTS).default([]),
        isSilent: z.boolean().default(false),
        sendAt,
      })
      .refine((body) => body.text.trim() !== '' || body.fileIds.length > 0, {
        path: ['text'],
        params: { code: 'required' },
      }),
    response: scheduledMessage,
    problems: [
      'not-found',
      'forbidden',
      'chat-read-only',
      'message-id-taken',
      'scheduled-sent',
      'too-many-scheduled',
      'too-many-requests',
    ],
  }),
  /** Its text and its time; what was not sent waits anew. */
  change: defineEndpoint({
    method: 'PATCH',
    path: '/api/chats/:chatId/scheduled/:messageId',
    access: 'account',
    params: one,
    body: z.strictObject({ text: z.string().max(MAX_TEXT), sendAt }),
    response: scheduledMessage,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'scheduled-sent'],
  }),
  /** Now, rather than at its time. */
  send: defineEndpoint({
    method: 'POST',
    path: '/api/chats/:chatId/scheduled/:messageId/sent',
    access: 'account',
    params: one,
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-id-taken', 'too-many-requests'],
  }),
  cancel: defineEndpoint({
    method: 'DELETE',
    path: '/api/chats/:chatId/scheduled/:messageId',
    access: 'account',
    params: one,
    response: z.strictObject({}),
    problems: ['not-found', 'scheduled-sent'],
  }),
} as const
