import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import {
  broadcastId,
  broadcastMessageId,
  chatId,
  commentId,
  messageId,
  messageReportId,
  organizationId,
  postId,
} from './ids.ts'
import { attachment } from './messages.ts'

export const MAX_REPORT_REMARK = 1_000
/** So many messages on each side of a reported one are shown to whoever decides. */
export const NEIGHBOURS = 5

export const reportReason = z.enum(['fraud', 'insult', 'personal-data', 'danger', 'other'])
export type ReportReason = z.infer<typeof reportReason>

export const reportVerdict = z.enum(['dismissed', 'deleted'])
export type ReportVerdict = z.infer<typeof reportVerdict>

/** Where it was said. Of a direct chat there is no title. */
export const reportedPlaceKind = z.enum(['direct', 'group', 'channel', 'broadcast'])
export type ReportedPlaceKind = z.infer<typeof reportedPlaceKind>
const place = z.object({ kind: reportedPlaceKind, title: z.string() })
export type ReportedPlace = z.infer<typeof place>

const decision = z.object({ verdict: reportVerdict, word: z.string(), at: z.iso.datetime() })

/** In the queue of those who decide. Who reported it stands nowhere. */
export const messageReportHeader = z.object({
  id: messageReportId,
  /** Empty where it was said in a webinar. */
  organizationName: z.string(),
  place,
  author: z.object({ name: z.string(), label: z.string() }),
  reason: reportReason,
  /** How many have reported this message. */
  count: z.int().positive(),
  reportedAt: z.iso.datetime(),
  decision: decision.nullable(),
})
export type MessageReportHeader = z.infer<typeof messageReportHeader>

const shownMessage = z.object({
  id: z.union([messageId, commentId, broadcastMessageId]),
  author: z.object({ name: z.string(), label: z.string() }),
  text: z.string(),
  /** Of the reported one alone they can be opened. */
  attachments: z.array(attachment),
  sentAt: z.iso.datetime(),
  isDeleted: z.boolean(),
  isReported: z.boolean(),
})
export type ShownMessage = z.infer<typeof shownMessage>

export const messageReport = messageReportHeader.extend({
  /** What those who reported it added, without their names. */
  remarks: z.array(z.string()),
  /** What it said when it was reported, and before: the author may have changed it since. */
  said: z.array(z.string()),
  mayDecide: z.boolean(),
  /** With its neighbours, oldest first; none once it is decided. */
  messages: z.array(shownMessage),
})
export type MessageReport = z.infer<typeof messageReport>

/** To whoever reported it. */
export const ownMessageReport = z.object({
  id: messageReportId,
  organizationName: z.string(),
  place,
  reason: reportReason,
  reportedAt: z.iso.datetime(),
  decision: decision.nullable(),
  isSeen: z.boolean(),
})
export type OwnMessageReport = z.infer<typeof ownMessageReport>

const one = z.object({ messageReportId })
const paging = z.object({ decided: z.literal('1').optional(), after: messageReportId.optional() })
const page = z.object({ reports: z.array(messageReportHeader), next: messageReportId.nullable() })
const remark = z.string().trim().max(MAX_REPORT_REMARK)
const given = z
  .strictObject({ reason: reportReason, remark: remark.default('') })
  .refine(({ reason, remark: said }) => reason !== 'other' || said !== '', {
    path: ['remark'],
    params: { code: 'required' },
  })

export const messageReportEndpoints = {
  /** Once by each member; doing it again changes nothing. */
  make: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/messages/:messageId/report',
    access: 'account',
    params: z.object({ chatId, messageId }),
    body: given,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'message-deleted', 'too-many-requests'],
  }),
  /** The same of what was said under a post of a channel. */
  makeOfComment: defineEndpoint({
    method: 'PUT',
    path: '/api/posts/:postId/comments/:commentId/report',
    access: 'account',
    params: z.object({ postId, commentId }),
    body: given,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'post-not-published', 'too-many-requests'],
  }),
  /** The same of what was said beside the picture of a broadcast. */
  makeOfBroadcastMessage: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/chat/:broadcastMessageId/report',
    access: 'account',
    params: z.object({ broadcastId, broadcastMessageId }),
    body: given,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'too-many-requests'],
  }),
  /** One's own, newest first. */
  own: defineEndpoint({
    method: 'GET',
    path: '/api/me/message-reports',
    access: 'account',
    query: z.object({ before: messageReportId.optional() }),
    response: z.object({ reports: z.array(ownMessageReport), next: messageReportId.nullable() }),
    problems: [],
  }),
  /** What became of them has been read. */
  setSeen: defineEndpoint({
    method: 'PUT',
    path: '/api/me/message-reports/seen',
    access: 'account',
    response: z.object({}),
    problems: [],
  }),
  /** What this reader decides about in an organization. Open ones oldest first, decided ones newest first. */
  queue: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/message-reports',
    access: 'account',
    params: z.object({ organizationId }),
    query: paging,
    response: page,
    problems: ['not-found', 'forbidden'],
  }),
  /** The same of what comes to the operator, of whichever organization. */
  operatorQueue: defineEndpoint({
    method: 'GET',
    path: '/api/operator/message-reports',
    access: 'operator',
    query: paging,
    response: page,
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/message-reports/:messageReportId',
    access: 'account',
    params: one,
    response: messageReport,
    problems: ['not-found'],
  }),
  /** About the message: everybody who reported it is told. */
  decide: defineEndpoint({
    method: 'PUT',
    path: '/api/message-reports/:messageReportId/decision',
    access: 'account',
    params: one,
    body: z.strictObject({ verdict: reportVerdict, word: remark.default('') }),
    response: messageReport,
    problems: ['not-found', 'invalid-request', 'message-report-decided'],
  }),
} as const
