import { z } from 'zod'
import { chat } from './chats.ts'
import { defineEndpoint } from './endpoint.ts'
import { chatId, messageId } from './ids.ts'
import { message } from './messages.ts'

/** «Избранное»: an account's chat with itself. Nobody else is ever in it. */
export const savedEndpoints = {
  /** Made at the first call, the same ever after. */
  open: defineEndpoint({
    method: 'PUT',
    path: '/api/saved-chat',
    access: 'account',
    response: chat,
    problems: [],
  }),
  /** Keeps a message of another chat there, by reference. Saved already, it stays as it is. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/saved-chat/originals/:messageId',
    access: 'account',
    params: z.object({ messageId }),
    body: z.strictObject({ chatId }),
    response: message,
    problems: ['not-found', 'forbidden', 'message-deleted', 'too-many-requests'],
  }),
} as const
