import { z } from 'zod'
import { audienceKind } from './audience.ts'
import { defineEndpoint } from './endpoint.ts'
import { groupId, noticeId, noticeReminderId, noticeUnitId, organizationId } from './ids.ts'
import {
  givenNotice,
  notice,
  noticeAnswer,
  noticeChoice,
  noticeFollowing,
  noticeReceiver,
  requiredText,
} from './notices.ts'

const one = z.object({ noticeId })
const rev = z.int().positive()

export const noticeEndpoints = {
  /** `waiting`: an answer is wanted of oneself; `past`: everything else that was for oneself; `sent`: what one looks after. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/notices',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ box: z.enum(['waiting', 'past', 'sent']).default('waiting'), before: noticeId.optional() }),
    response: z.object({
      notices: z.array(notice),
      next: noticeId.nullable(),
      /** Whom the reader may send to; nobody: an empty list. Groups are then only their own. */
      maySendTo: z.array(audienceKind),
      /** Own groups of a teacher; null: any. */
      sendGroups: z.array(z.object({ id: groupId, name: z.string() })).nullable(),
      mayBeUrgent: z.boolean(),
      /** Letters can go out besides. */
      hasMail: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/notices/:noticeId',
    access: 'account',
    params: one,
    response: notice.extend({ following: noticeFollowing.nullable() }),
    problems: ['not-found'],
  }),
  /** Sends it; or changes what was sent: with answers there, another wording asks all of them again. */
  write: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/notices/:noticeId',
    access: 'account',
    params: z.object({ organizationId, noticeId }),
    body: givenNotice,
    response: notice,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'notice-changed',
      'notice-answered',
      'notice-withdrawn',
      'too-many-notices',
    ],
  }),
  /** One's own answer, a child's, or one brought on paper; changed until the deadline. `rev`: of the answer that is there. */
  answer: defineEndpoint({
    method: 'PUT',
    path: '/api/notices/:noticeId/answers/:unitId',
    access: 'account',
    params: z.object({ noticeId, unitId: noticeUnitId }),
    body: z.strictObject({
      version: rev,
      choice: noticeChoice,
      rev: rev.nullable().default(null),
      isOnPaper: z.boolean().default(false),
    }),
    response: noticeAnswer,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'notice-over',
      'notice-withdrawn',
      'notice-changed',
      'notice-answer-changed',
    ],
  }),
  /** Once more to all who have not answered, not too often; the client chose the id. */
  remind: defineEndpoint({
    method: 'PUT',
    path: '/api/notices/:noticeId/reminders/:reminderId',
    access: 'account',
    params: z.object({ noticeId, reminderId: noticeReminderId }),
    body: z.strictObject({ isMailed: z.boolean().default(false) }),
    response: z.object({ reminded: z.int().nonnegative() }),
    problems: ['not-found', 'forbidden', 'notice-over', 'notice-withdrawn', 'notice-reminded'],
  }),
  withdraw: defineEndpoint({
    method: 'PUT',
    path: '/api/notices/:noticeId/withdrawal',
    access: 'account',
    params: one,
    body: z.strictObject({ word: requiredText(300) }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'notice-withdrawn'],
  }),
  /** By name. `left`: were asked, and are not here any more. */
  receivers: defineEndpoint({
    method: 'GET',
    path: '/api/notices/:noticeId/receivers',
    access: 'account',
    params: one,
    query: z.object({
      state: z.enum(['waiting', 'answered', 'without-app', 'left']).default('waiting'),
      groupId: groupId.optional(),
      after: noticeUnitId.optional(),
    }),
    response: z.object({ receivers: z.array(noticeReceiver), next: noticeUnitId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** To be cut and handed out: to families nobody of whom is here, or to all who have not answered. */
  slips: defineEndpoint({
    method: 'GET',
    path: '/api/notices/:noticeId/slips.pdf',
    access: 'account',
    params: one,
    query: z.object({ to: z.enum(['without-app', 'waiting']).default('without-app'), groupId: groupId.optional() }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
  /** Who answered what and when, for the files. */
  register: defineEndpoint({
    method: 'GET',
    path: '/api/notices/:noticeId/register.:format',
    access: 'account',
    params: z.object({ noticeId, format: z.enum(['pdf', 'xlsx']) }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
