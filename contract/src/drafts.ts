import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { chatId, messageId } from './ids.ts'
import { MAX_TEXT } from './messages.ts'

/** What one is writing in a chat, on any of one's devices. */
export const draft = z.object({
  text: z.string().max(MAX_TEXT),
  replyToId: messageId.nullable(),
  writtenAt: z.iso.datetime(),
})
export type Draft = z.infer<typeof draft>

/** Longer than any device stays away with something unsaid. */
export const MAX_DRAFT_AGE_MS = 366 * 86_400_000

export const draftEndpoints = {
  /** The newest wins: one that is older than what is there changes nothing, and is told what is. Empty when it is sent. */
  keep: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/draft',
    access: 'account',
    params: z.object({ chatId }),
    body: z.strictObject({
      text: z.string().max(MAX_TEXT),
      replyToId: messageId.nullable().default(null),
      /** How long ago it was written: the clock of a telephone may be wrong, its seconds are not. */
      ageMs: z.int().nonnegative().max(MAX_DRAFT_AGE_MS),
    }),
    response: z.object({ draft: draft.nullable() }),
    problems: ['not-found', 'too-many-requests'],
  }),
} as const
