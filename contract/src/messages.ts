import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { accountId, callId, chatId, fileId, membershipId, messageId } from './ids.ts'
import { person } from './people.ts'
import { newPoll, poll, vote } from './polls.ts'

export const MAX_ATTACHMENTS = 10
export const MAX_TEXT = 8_000
/** How long an author may change or take back what they wrote. */
export const CHANGEABLE_FOR_MS = 24 * 3600 * 1000
/** Above every seq. */
export const MAX_SEQ = 2 ** 31 - 1

/** A calm set; nothing that mocks. */
export const emoji = z.enum(['👍', '❤️', '😊', '🙏', '👏', '🎉', '😢', '🤔'])
export type Emoji = z.infer<typeof emoji>

/** Who chose something: all of them counted, the first hundred named. */
export const chosenBy = z.object({ count: z.int().nonnegative(), accountIds: z.array(accountId) })
export type ChosenBy = z.infer<typeof chosenBy>
export const MAX_NAMED = 100

export const attachment = z.object({
  fileId,
  kind: z.enum(['photo', 'file']),
  name: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  mediaType: z.string(),
  /** Pixels; photos only. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
})
export type Attachment = z.infer<typeof attachment>

/** By somebody, since all had left, unanswered, refused. */
export const callOutcome = z.enum(['ended', 'empty', 'missed', 'declined'])

/** What remains of a call in its chat. */
export const callRecord = z.object({
  callId,
  startedAt: z.iso.datetime(),
  /** Null while the call goes on. */
  endedAt: z.iso.datetime().nullable(),
  /** Different people who took part so far. */
  participants: z.int().nonnegative(),
  /** Why it ended; null while it goes on. */
  outcome: callOutcome.nullable(),
  /** Something of it was recorded, or is being; what has become of that, its recordings say. */
  isRecorded: z.boolean(),
})
export type CallRecord = z.infer<typeof callRecord>

/** What became of a chat: its members should know. */
export const chatChange = z.enum([
  'closed',
  'reopened',
  'writing-all',
  'writing-staff',
  'writing-nobody',
  'history-all',
  'history-from-joining',
  'calls-on',
  'calls-off',
  // A roll-over: the group goes on a year older; its chat is an archive from here; it is the group's chat again.
  'year-began',
  'year-ended',
  'year-reopened',
  // What was said here went into an archive of the organization.
  'taken-away',
])
export type ChatChange = z.infer<typeof chatChange>

export const messageKind = z.enum([
  'text',
  'poll',
  'call',
  'member-entered',
  'members-joined',
  'members-left',
  'chat-renamed',
  'chat-changed',
  // In «Избранное»: what was said elsewhere, by reference.
  'saved',
])

/** Where what was saved stands. Its reader gets it there, as long as they may see it. */
export const original = z.object({ chatId, messageId })
export type Original = z.infer<typeof original>

/** The same for every reader, so one copy can be broadcast; abilities live on the chat. */
export const message = z.object({
  id: messageId,
  chatId,
  /** Place in the chat: 1, 2, 3 … without gaps. */
  seq: z.int().positive(),
  /** The chat's revision that last changed this message. */
  rev: z.int().positive(),
  kind: messageKind,
  authorId: accountId,
  /** As whom the author speaks; null where no membership is behind it («Избранное»). */
  membershipId: membershipId.nullable(),
  /** Whom a system message is about. */
  subjectIds: z.array(accountId),
  /** Empty after deletion; in a system message about the chat itself its new name, or which `chatChange` it was. */
  text: z.string().max(MAX_TEXT),
  /** The id only: who may not see the quoted message must not learn it from the quote. */
  replyToId: messageId.nullable(),
  attachments: z.array(attachment),
  poll: poll.nullable(),
  call: callRecord.nullable(),
  /** In «Избранное» only. */
  original: original.nullable(),
  /** Sent so that nobody is called to it: it waits in the chat until somebody looks. */
  isSilent: z.boolean(),
  sentAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  reactions: z.partialRecord(emoji, chosenBy),
})
export type Message = z.infer<typeof message>

const one = z.object({ chatId, messageId })

export const messageEndpoints = {
  /** The 50 messages before `before`, those around `around`, or the newest; by seq, as they were at `rev`. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/chats/:chatId/messages',
    access: 'account',
    params: z.object({ chatId }),
    query: z.object({
      before: z.coerce.number<string>().int().positive().max(MAX_SEQ).optional(),
      around: z.coerce.number<string>().int().positive().max(MAX_SEQ).optional(),
    }),
    response: z.object({
      rev: z.int(),
      messages: z.array(message),
      /** Those who wrote these messages or are named in them, also if they have left since. */
      people: z.array(person),
      /** Nothing before the first of these messages is this reader's to see. */
      isStart: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  /** For a quote of what is not loaded; 404 also for one from before the reader's time. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/chats/:chatId/messages/:messageId',
    access: 'account',
    params: one,
    response: z.object({ message, author: person.nullable() }),
    problems: ['not-found'],
  }),
  post: defineEndpoint({
    method: 'POST',
    path: '/api/chats/:chatId/messages',
    access: 'account',
    params: z.object({ chatId }),
    body: z
      .strictObject({
        /** Chosen by the client: a retried send returns the first message, not a second one. */
        id: messageId,
        text: z.string().max(MAX_TEXT).default(''),
        replyToId: messageId.nullable().default(null),
        /** Finished uploads of the sender, in order. */
        fileIds: z.array(fileId).max(MAX_ATTACHMENTS).default([]),
        poll: newPoll.nullable().default(null),
        isSilent: z.boolean().default(false),
      })
      .refine((body) => body.text.trim() !== '' || body.fileIds.length > 0 || body.poll !== null, {
        path: ['text'],
        params: { code: 'required' },
      }),
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-id-taken', 'too-many-requests'],
  }),
  edit: defineEndpoint({
    method: 'PATCH',
    path: '/api/chats/:chatId/messages/:messageId',
    access: 'account',
    params: one,
    body: z.strictObject({ text: z.string().trim().min(1).max(MAX_TEXT) }),
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-deleted', 'edit-window-over'],
  }),
  /** Leaves a tombstone: the row and its seq stay, the text goes. */
  delete: defineEndpoint({
    method: 'DELETE',
    path: '/api/chats/:chatId/messages/:messageId',
    access: 'account',
    params: one,
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'edit-window-over'],
  }),
  react: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/messages/:messageId/reactions/:emoji',
    access: 'account',
    params: one.extend({ emoji }),
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-deleted'],
  }),
  unreact: defineEndpoint({
    method: 'DELETE',
    path: '/api/chats/:chatId/messages/:messageId/reactions/:emoji',
    access: 'account',
    params: one.extend({ emoji }),
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-deleted'],
  }),
  /** Replaces the voter's choice; an empty list withdraws it. */
  vote: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/messages/:messageId/vote',
    access: 'account',
    params: one,
    body: vote,
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-deleted', 'poll-closed'],
  }),
  /** By its author or a moderator: no more votes, the result stays. There is no way back. */
  closePoll: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/messages/:messageId/closed',
    access: 'account',
    params: one,
    response: message,
    problems: ['not-found', 'forbidden', 'chat-read-only', 'message-deleted'],
  }),
} as const
