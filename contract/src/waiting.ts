import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { broadcastId, organizationId, webinarId } from './ids.ts'

/** What waits for this reader: to be decided, or to be read. */
export const waiting = z.object({
  /** Requests to be confirmed, by organization; only where there are any. */
  confirmations: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Requests to be let in, by organization; only where there are any. */
  joinRequests: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Changes of a phone number to be decided, by organization; only where there are any. */
  phoneChanges: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Posts that are not read, of channels that are not muted. */
  posts: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Notices an answer to which is wanted of this reader. */
  notices: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Consents that this reader has not decided on yet. */
  consents: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Meetings to come that ask this reader whether they come. */
  meetings: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Tasks of lessons to be done at home, or works to be looked at. */
  tasks: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Broadcasts for this reader that are on, or about to begin. */
  broadcasts: z.array(
    z.object({
      /** Null: of a webinar. */
      organizationId: organizationId.nullable(),
      id: broadcastId,
      title: z.string(),
      state: z.enum(['planned', 'live']),
      plannedAt: z.iso.datetime(),
    }),
  ),
  /** Seminars at a place that begin within hours and in which this reader has a seat. */
  seminars: z.array(
    z.object({
      id: webinarId,
      title: z.string(),
      place: z.string(),
      startsAt: z.iso.datetime(),
      /** Of the place. */
      timeZone: z.string(),
    }),
  ),
  /** Proposals to be published or returned; what was returned to oneself. */
  proposals: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Tickets that an administrator has to answer. */
  tickets: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Statistics reports that the head has to look at, or that came back to the administrators. */
  statisticsReports: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Reported messages to be decided about. */
  messageReports: z.array(z.object({ organizationId, count: z.int().positive() })),
  /** Those that come to the operator; 0 for everybody else. */
  operatorReports: z.int().nonnegative(),
  /** One's own reports of messages that were decided and not looked at yet. */
  decidedReports: z.int().nonnegative(),
  /** The same of the platform's support; 0 for everybody but operators. */
  operatorTickets: z.int().nonnegative(),
  /** Articles changed by an operator of which a newer one has come with the product; 0 for everybody but operators. */
  articles: z.int().nonnegative(),
  /** Codes that open this reader's account on another device, and that somebody holds now. */
  comingBackCodes: z.int().nonnegative(),
  /** One's own tickets in which something new was said. */
  answers: z.int().nonnegative(),
  /** Submitted applications; 0 for everybody but operators. */
  applications: z.int().nonnegative(),
})
export type Waiting = z.infer<typeof waiting>

/** What of one organization waits for this reader: each count is the length of the list it leads to. */
export const waitingHere = z.object({
  confirmations: z.int().nonnegative(),
  joinRequests: z.int().nonnegative(),
  /** Open links that nobody has used, of those the reader manages. */
  unclaimedLinks: z.int().nonnegative(),
  /** Nobody of whose family has joined, of those the reader sees. */
  childrenWithoutGuardian: z.int().nonnegative(),
  unconfirmedStaff: z.int().nonnegative(),
})
export type WaitingHere = z.infer<typeof waitingHere>

export const waitingEndpoints = {
  /** Goes stale with `confirmations`, `join-requests`, `channels`, `broadcasts`, `notices`, `consents` …. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/me/waiting',
    access: 'account',
    response: waiting,
    problems: [],
  }),
  here: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/waiting',
    access: 'account',
    params: z.object({ organizationId }),
    response: waitingHere,
    problems: ['not-found', 'forbidden'],
  }),
} as const
