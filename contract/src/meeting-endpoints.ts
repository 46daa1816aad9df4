import { z } from 'zod'
import { audienceKind } from './audience.ts'
import { defineEndpoint } from './endpoint.ts'
import { accountId, callId, chatId, groupId, meetingId, organizationId } from './ids.ts'
import { comes, givenMeeting, meeting, meetingInvitee, meetingPlan, meetingScope } from './meetings.ts'
import { requiredText } from './notices.ts'

const one = z.object({ meetingId })
const inOrganization = z.object({ organizationId })

export const meetingEndpoints = {
  /** Meetings of some weeks: one's own, or (for the office) all of the organization. In order of time. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/meetings',
    access: 'account',
    params: inOrganization,
    query: z.object({ from: z.iso.datetime(), until: z.iso.datetime(), of: z.enum(['own', 'all']).default('own') }),
    response: z.object({ meetings: z.array(meeting), timeZone: z.string() }),
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** Whom the reader may invite; nobody: an empty list of kinds, and may not plan. */
  rights: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/meeting-rights',
    access: 'account',
    params: inOrganization,
    response: z.object({
      mayPlan: z.boolean(),
      maySeeAll: z.boolean(),
      mayInvite: z.array(audienceKind),
      /** Own groups of a teacher; null: any. */
      inviteGroups: z.array(z.object({ id: groupId, name: z.string() })).nullable(),
      hasMail: z.boolean(),
      timeZone: z.string(),
    }),
    problems: ['not-found'],
  }),
  /** What is next for the reader, in all their organizations: what goes on now and what begins within a day. */
  next: defineEndpoint({
    method: 'GET',
    path: '/api/me/meetings',
    access: 'account',
    response: z.object({ meetings: z.array(meeting) }),
    problems: [],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId',
    access: 'account',
    params: one,
    response: meeting.extend({
      plan: meetingPlan.nullable(),
      /** Of the calls it was held in, those with something recorded that the reader sees in the chat. Oldest first. */
      recordedCalls: z.array(callId),
    }),
    problems: ['not-found'],
  }),
  /** Plans it, or changes what was planned; `following`: and all after it of a repeated one. */
  plan: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/meetings/:meetingId',
    access: 'account',
    params: z.object({ organizationId, meetingId }),
    body: givenMeeting,
    response: meeting,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'chat-read-only',
      'meeting-changed',
      'meeting-over',
      'meeting-cancelled',
    ],
  }),
  cancel: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/cancellation',
    access: 'account',
    params: one,
    body: z.strictObject({ word: requiredText(300), scope: meetingScope.default('one') }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'meeting-over', 'meeting-cancelled'],
  }),
  /** One's own: comes, does not, perhaps. Changed until it is over. */
  answer: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/answer',
    access: 'account',
    params: one,
    body: z.strictObject({ answer: comes, startsAt: z.iso.datetime() }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'meeting-changed', 'meeting-over', 'meeting-cancelled'],
  }),
  /** Who is invited, and who comes: for those who look after it. */
  invitees: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/invitees',
    access: 'account',
    params: one,
    query: z.object({ answer: comes.or(z.literal('none')).optional(), after: accountId.optional() }),
    response: z.object({ invitees: z.array(meetingInvitee), next: accountId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Into the chat it is held in, with its call; who is invited from a quarter of an hour before it begins. */
  enter: defineEndpoint({
    method: 'POST',
    path: '/api/meetings/:meetingId/room',
    access: 'account',
    params: one,
    response: z.object({ chatId }),
    problems: ['not-found', 'forbidden', 'meeting-over', 'meeting-cancelled', 'meeting-early'],
  }),
  /** For one's own calendar program. */
  file: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/meeting.ics',
    access: 'account',
    params: one,
    response: 'file',
    problems: ['not-found'],
  }),
} as const

/** One's own meetings, for a calendar program that knows a secret address. */
export const calendarFeedEndpoints = {
  get: defineEndpoint({
    method: 'GET',
    path: '/api/me/calendar-feed',
    access: 'account',
    response: z.object({
      madeAt: z.iso.datetime().nullable(),
      /** When a program last read it. */
      readAt: z.iso.datetime().nullable(),
    }),
    problems: [],
  }),
  /** A new address, shown this once; the one before stops working. */
  make: defineEndpoint({
    method: 'POST',
    path: '/api/me/calendar-feed',
    access: 'account',
    response: z.object({ url: z.url() }),
    problems: [],
  }),
  revoke: defineEndpoint({
    method: 'DELETE',
    path: '/api/me/calendar-feed',
    access: 'account',
    response: z.object({}),
    problems: [],
  }),
  read: defineEndpoint({
    method: 'GET',
    path: '/api/calendar-feeds/:token',
    access: 'public',
    params: z.object({ token: z.string().max(64) }),
    response: 'file',
    problems: ['not-found'],
  }),
} as const
