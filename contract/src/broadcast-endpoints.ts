import { z } from 'zod'
import { audienceKind } from './audience.ts'
import { broadcast, broadcastPerson, calendarBroadcast, givenBroadcast, MAX_QUESTION, question } from './broadcasts.ts'
import { attendance } from './calls.ts'
import { defineEndpoint } from './endpoint.ts'
import { accountId, broadcastId, groupId, organizationId, questionId } from './ids.ts'

const one = z.object({ broadcastId })
const person = z.object({ broadcastId, accountId })
const params = one

export const broadcastEndpoints = {
  /** What is on and what is coming, on the first page; what is over by pages, newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/broadcasts',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ before: broadcastId.optional() }),
    response: z.object({
      ahead: z.array(broadcast),
      past: z.array(broadcast),
      next: broadcastId.nullable(),
      /** For whom this reader may plan one; empty: for nobody. Teachers only for their own groups. */
      mayPlanFor: z.array(audienceKind),
      ownGroups: z.array(z.object({ id: groupId, name: z.string() })),
    }),
    problems: ['not-found'],
  }),
  /** Those of some weeks, in order of time: for this reader, or (for the office) all of the organization. */
  calendar: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/broadcast-calendar',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ from: z.iso.datetime(), until: z.iso.datetime(), of: z.enum(['own', 'all']).default('own') }),
    response: z.object({ broadcasts: z.array(calendarBroadcast) }),
    problems: ['not-found', 'invalid-request'],
  }),
  /** Plans it or changes what is planned; the client chose the id, so a retry changes nothing. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/broadcasts/:broadcastId',
    access: 'account',
    params: z.object({ organizationId, broadcastId }),
    body: givenBroadcast,
    response: broadcast,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'channel-closed',
      'broadcast-changed',
      'broadcast-started',
      'broadcast-over',
      'broadcast-cancelled',
    ],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId',
    access: 'account',
    params,
    response: broadcast,
    problems: ['not-found'],
  }),
  /** Its announcement says so, too. */
  cancel: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/cancel',
    access: 'account',
    params,
    response: broadcast,
    problems: ['not-found', 'forbidden', 'broadcast-started', 'broadcast-over'],
  }),
  /** Puts whoever starts it on the stage. */
  start: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/start',
    access: 'account',
    params,
    response: broadcast,
    problems: [
      'not-found',
      'forbidden',
      'broadcast-early',
      'broadcast-over',
      'broadcast-cancelled',
      'calls-unavailable',
    ],
  }),
  end: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/end',
    access: 'account',
    params,
    response: broadcast,
    problems: ['not-found', 'forbidden', 'broadcast-not-live', 'broadcast-cancelled'],
  }),
  /** The way into the room: to be seen and heard for whoever is on the stage, to look on for everybody else. */
  join: defineEndpoint({
    method: 'POST',
    path: '/api/broadcasts/:broadcastId/token',
    access: 'account',
    params,
    response: z.object({ token: z.string(), broadcast }),
    problems: ['not-found', 'broadcast-not-live', 'broadcast-over', 'broadcast-cancelled', 'calls-unavailable'],
  }),
  /** Those who run it, and whoever was invited. */
  enterStage: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/stage',
    access: 'account',
    params,
    response: broadcast,
    problems: ['not-found', 'forbidden', 'broadcast-not-live', 'stage-full'],
  }),
  /** Back among those who look on; also «no, thank you» to an invitation. */
  leaveStage: defineEndpoint({
    method: 'DELETE',
    path: '/api/broadcasts/:broadcastId/stage',
    access: 'account',
    params,
    response: broadcast,
    problems: ['not-found'],
  }),
  invite: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/people/:accountId/stage',
    access: 'account',
    params: person,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'broadcast-not-live', 'stage-full'],
  }),
  putBack: defineEndpoint({
    method: 'DELETE',
    path: '/api/broadcasts/:broadcastId/people/:accountId/stage',
    access: 'account',
    params: person,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'broadcast-not-live'],
  }),
  /** Asks for the floor, or does no more. */
  raiseHand: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/hand',
    access: 'account',
    params,
    body: z.strictObject({ isUp: z.boolean() }),
    response: broadcast,
    problems: ['not-found', 'broadcast-not-live', 'broadcast-without-questions'],
  }),
  /** Who is in the room: hands first, in the order they went up. */
  people: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId/people',
    access: 'account',
    params,
    response: z.object({ people: z.array(broadcastPerson) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** All that wait and the latest others for those who run it; for everybody else their own. */
  questions: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId/questions',
    access: 'account',
    params,
    response: z.object({ questions: z.array(question) }),
    problems: ['not-found'],
  }),
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/questions/:questionId',
    access: 'account',
    params: z.object({ broadcastId, questionId }),
    body: z.strictObject({
      text: z
        .string()
        .trim()
        .max(MAX_QUESTION)
        .refine((text) => text !== '', { params: { code: 'required' } }),
    }),
    response: question,
    problems: [
      'not-found',
      'invalid-request',
      'broadcast-not-live',
      'broadcast-without-questions',
      'too-many-questions',
    ],
  }),
  /** Shown to all, one at a time; put away as answered, or without an answer. */
  decideQuestion: defineEndpoint({
    method: 'PUT',
    path: '/api/broadcasts/:broadcastId/questions/:questionId/state',
    access: 'account',
    params: z.object({ broadcastId, questionId }),
    body: z.strictObject({ state: z.enum(['shown', 'answered', 'dismissed']) }),
    response: question,
    problems: ['not-found', 'forbidden', 'broadcast-not-live', 'question-closed'],
  }),
  /** Who was there, from when to when. */
  attendance: defineEndpoint({
    method: 'GET',
    path: '/api/broadcasts/:broadcastId/attendance',
    access: 'account',
    params,
    response: attendance.pick({ people: true }),
    problems: ['not-found', 'forbidden'],
  }),
} as const
