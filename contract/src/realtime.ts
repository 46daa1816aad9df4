import { z } from 'zod'
import { changes } from './changes.ts'
import { chat, scheduledCount } from './chats.ts'
import { draft } from './drafts.ts'
import { accountId, chatId } from './ids.ts'
import { MAX_SEQ } from './messages.ts'

/** Raised when an old tab would misread a frame; it is then told to reload. */
export const PROTOCOL = 2

/** Both sides send something at least this often, or count the other as gone after twice as long. */
export const HEARTBEAT_MS = 25_000

export const closeCodes = { reload: 4001, slow: 4002, invalid: 4003, ended: 4004 } as const

/** What outside the chats may go stale; the client refetches what it shows of it. */
export const topic = z.enum([
  'chats',
  'members',
  'account',
  'devices',
  'organization',
  'structure',
  'invitations',
  'confirmations',
  'join-requests',
  'applications',
  'phone-changes',
  'calls',
  'broadcasts',
  'channels',
  'comments',
  'tickets',
  'meetings',
  'notices',
  'notice-progress',
  'statistics-reports',
  'consents',
  'message-reports',
  'local-acts',
  'materials',
  'webinars',
  'scheduled',
])
export type Topic = z.infer<typeof topic>

export const clientFrame = z.discriminatedUnion('type', [
  /** Always the first: what this client already holds. */
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.int(),
    known: z.record(chatId, z.int().nonnegative().max(MAX_SEQ)),
  }),
  z.strictObject({ type: z.literal('ask'), chatId, since: z.int().nonnegative().max(MAX_SEQ) }),
  z.strictObject({ type: z.literal('typing'), chatId }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientFrame = z.infer<typeof clientFrame>

/** What the server pushes. Strict: an undeclared field is a bug at the sender. */
export const serverFrame = z.discriminatedUnion('type', [
  /** The chat list of this account and the revision of what is its own; `changes` follow where revisions differ. */
  z.strictObject({ type: z.literal('welcome'), ownRev: z.int(), chats: z.array(chat) }),
  changes.extend({ type: z.literal('changes') }),
  /** The chat is not this account's any more; it answers like one that does not exist. */
  z.strictObject({ type: z.literal('gone'), chatId }),
  /** One's own settings of a chat, set here or on another device. After a gap in `rev`: refetch the list. */
  z.strictObject({
    type: z.literal('own'),
    rev: z.int(),
    chatId,
    readSeq: z.int(),
    unread: z.int(),
    ringing: z.int(),
    isMuted: z.boolean(),
    scheduled: scheduledCount,
    draft: draft.nullable(),
  }),
  /** Another member has read up to `seq`. May be lost. */
  z.strictObject({ type: z.literal('read'), chatId, accountId, seq: z.int() }),
  /** Ephemeral: shown for some seconds. */
  z.strictObject({ type: z.literal('typing'), chatId, accountId }),
  z.strictObject({ type: z.literal('stale'), topics: z.array(topic) }),
  z.strictObject({ type: z.literal('pong') }),
])
export type ServerFrame = z.infer<typeof serverFrame>
