import { z } from 'zod'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { childId, fileId, meetingId, organizationId } from './ids.ts'
import { attachment } from './messages.ts'
import { requiredText } from './notices.ts'

export const MAX_TASK_TEXT = 4_000
export const MAX_WORK_FILES = 10

export const workState = z.enum(['none', 'handed', 'accepted', 'returned'])
export type WorkState = z.infer<typeof workState>

export const lessonTask = z.object({ text: z.string(), dueDay: z.iso.date().nullable(), rev: z.int().positive() })
export type LessonTask = z.infer<typeof lessonTask>

/** What a child's family handed in, and what the teacher said to it. */
export const lessonWork = z.object({
  childId,
  name: z.string(),
  state: workState,
  text: z.string(),
  attachments: z.array(attachment),
  handedBy: z.string(),
  handedAt: z.iso.datetime().nullable(),
  word: z.string(),
  answeredBy: z.string(),
  /** 0: nothing yet. */
  rev: z.int().nonnegative(),
  mayHand: z.boolean(),
})
export type LessonWork = z.infer<typeof lessonWork>

/** What is open: for a family to do, for a teacher to look at. */
export const openTasks = z.object({
  toDo: z.array(
    z.object({
      meetingId,
      title: z.string(),
      childId,
      child: z.string(),
      dueDay: z.iso.date().nullable(),
      /** Handed in, and sent back with a word. */
      isReturned: z.boolean(),
    }),
  ),
  toCheck: z.array(z.object({ meetingId, title: z.string(), works: z.int().positive() })),
})
export type OpenTasks = z.infer<typeof openTasks>

const one = z.object({ meetingId })
const ofChild = one.extend({ childId })
const rev = z.int().nonnegative()

export const lessonTaskEndpoints = {
  /** One's own: of a month back. */
  open: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/open-tasks',
    access: 'account',
    params: z.object({ organizationId }),
    response: openTasks,
    problems: ['not-found'],
  }),
  /** The teachers of the lesson see all works, a family those of its own children. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/task',
    access: 'account',
    params: one,
    response: z.object({
      task: lessonTask.nullable(),
      works: z.array(lessonWork),
      maySet: z.boolean(),
      mayAnswer: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  set: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/task',
    access: 'account',
    params: one,
    body: z.strictObject({ text: requiredText(MAX_TASK_TEXT), dueDay: givenDay.nullable().default(null), rev }),
    response: lessonTask,
    problems: ['not-found', 'forbidden', 'invalid-request', 'meeting-cancelled', 'task-changed'],
  }),
  /** By a guardian, for the child; again while it is not accepted. */
  hand: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/works/:childId',
    access: 'account',
    params: ofChild,
    body: z
      .strictObject({
        text: z.string().trim().max(MAX_TASK_TEXT).default(''),
        fileIds: z.array(fileId).max(MAX_WORK_FILES).default([]),
        rev,
      })
      .refine(({ text, fileIds }) => text !== '' || fileIds.length > 0, {
        path: ['text'],
        params: { code: 'required' },
      }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'work-changed', 'work-accepted'],
  }),
  answer: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/works/:childId/answer',
    access: 'account',
    params: ofChild,
    body: z
      .strictObject({
        state: z.enum(['accepted', 'returned']),
        word: z.string().trim().max(1_000).default(''),
        rev: z.int().positive(),
      })
      .refine(({ state, word }) => state === 'accepted' || word !== '', {
        path: ['word'],
        params: { code: 'required' },
      }),
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'invalid-request', 'work-changed'],
  }),
} as const
