import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { meetingId, organizationId } from './ids.ts'
import { meetingKind } from './meetings.ts'

/** A school year, named by the year it begins in: from September to August. */
const year = z.coerce.number().int().min(2000).max(2200)

export const lessonProgramme = z.object({
  programme: z.string(),
  lessons: z.int(),
  /** Of those: by a call, wholly or for some. */
  distant: z.int(),
  minutes: z.int(),
  distantMinutes: z.int(),
})
export type LessonProgramme = z.infer<typeof lessonProgramme>

/** One that was held. */
export const heldLesson = z.object({
  id: meetingId,
  topic: z.string(),
  day: z.iso.date(),
  kind: meetingKind,
  groups: z.string(),
  teacher: z.string(),
  /** From outside; empty: the teacher. */
  ledBy: z.string(),
  minutes: z.int(),
  here: z.int(),
  expected: z.int(),
  /** What was seen and heard of it can be played, by those who were invited. */
  isRecorded: z.boolean(),
})
export type HeldLesson = z.infer<typeof heldLesson>

const inYear = z.object({ year, programme: z.string().max(200).optional() })
const inOrganization = z.object({ organizationId })

/** What was held in a school year: for the office everything, for a teacher the lessons of own groups. */
export const lessonEndpoints = {
  programmes: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/lesson-programmes',
    access: 'account',
    params: inOrganization,
    query: z.object({ year }),
    response: z.object({ programmes: z.array(lessonProgramme) }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/lessons',
    access: 'account',
    params: inOrganization,
    query: inYear.extend({ after: meetingId.optional() }),
    response: z.object({ lessons: z.array(heldLesson), next: meetingId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** For the files: in order of days, with the children who were there. */
  register: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/lesson-register.:format',
    access: 'account',
    params: inOrganization.extend({ format: z.enum(['pdf', 'xlsx']) }),
    query: inYear,
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
