import { z } from 'zod'
import { audience, givenAudience } from './audience.ts'
import { accountId, broadcastId, channelId, organizationId, questionId, webinarId } from './ids.ts'
import { givenName } from './names.ts'

/** How long before its time those it is for are reminded, and see it over every page. */
export const BROADCAST_NEAR_MS = 15 * 60_000
/** So many are on the stage at most; everybody else looks on. */
export const MAX_ON_STAGE = 6
export const MAX_QUESTION = 500

export const broadcastState = z.enum(['planned', 'live', 'ended', 'cancelled'])
export type BroadcastState = z.infer<typeof broadcastState>

export const questionState = z.enum(['waiting', 'shown', 'answered', 'dismissed'])
export type QuestionState = z.infer<typeof questionState>

/** What this reader may do, decided by the server. */
export const broadcastAbilities = z.object({
  watch: z.boolean(),
  ask: z.boolean(),
  /** Write beside the picture. */
  say: z.boolean(),
  edit: z.boolean(),
  start: z.boolean(),
  end: z.boolean(),
  /** Go on the stage: those who run it, and whoever was invited. */
  enterStage: z.boolean(),
  /** Decides questions, lets guests on the stage, sees who is there. */
  run: z.boolean(),
  seeAttendance: z.boolean(),
  /** Has it recorded, while it is on. */
  record: z.boolean(),
})
export type BroadcastAbilities = z.infer<typeof broadcastAbilities>

/** A broadcast as one reader sees it. Its id is also the name of the room at LiveKit. */
export const broadcast = z.object({
  id: broadcastId,
  /** Null: it belongs to a webinar, which says for whom it is, and when. */
  organizationId: organizationId.nullable(),
  webinarId: webinarId.nullable(),
  title: z.string(),
  about: z.string(),
  audience,
  host: z.string(),
  takesQuestions: z.boolean(),
  hasChat: z.boolean(),
  state: broadcastState,
  rev: z.int().positive(),
  plannedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Who looks on now, the most at one time, and all who have; without those on the stage. */
  viewers: z.int().nonnegative(),
  peak: z.int().nonnegative(),
  watched: z.int().nonnegative(),
  /** This reader on the stage or invited to it; whether they have asked for the floor. */
  stage: z.enum(['none', 'invited', 'on']),
  isHandUp: z.boolean(),
  /** Whoever runs it lets this reader write no more. */
  isMuted: z.boolean(),
  /** It is being recorded now: everybody sees so. */
  isRecorded: z.boolean(),
  /** How many recordings there are of it, being finished or to be played. */
  recordings: z.int().nonnegative(),
  abilities: broadcastAbilities,
})
export type Broadcast = z.infer<typeof broadcast>

/** As a day of a calendar shows it. */
export const calendarBroadcast = broadcast.pick({
  id: true,
  title: true,
  state: true,
  plannedAt: true,
  startedAt: true,
  endedAt: true,
})
export type CalendarBroadcast = z.infer<typeof calendarBroadcast>

/** What LiveKit tells everybody in the room at once, as its metadata: no screen has to ask for it. */
export const broadcastNews = z.object({
  viewers: z.int().nonnegative(),
  question: z.object({ id: questionId, text: z.string() }).nullable(),
  hasChat: z.boolean(),
  isRecorded: z.boolean(),
})
export type BroadcastNews = z.infer<typeof broadcastNews>

export const question = z.object({
  id: questionId,
  text: z.string(),
  state: questionState,
  askedAt: z.iso.datetime(),
  isOwn: z.boolean(),
  /** Only for those who run it: nobody else learns who asked. */
  asker: z.object({ accountId, name: z.string(), label: z.string() }).nullable(),
})
export type Question = z.infer<typeof question>

/** Somebody in the room, for those who run it. */
export const broadcastPerson = z.object({
  accountId,
  name: z.string(),
  label: z.string(),
  stage: z.enum(['none', 'invited', 'on']),
  handAt: z.iso.datetime().nullable(),
})
export type BroadcastPerson = z.infer<typeof broadcastPerson>

export const givenBroadcast = z.strictObject({
  title: givenName(150),
  about: z.string().trim().max(2_000).default(''),
  audience: givenAudience,
  takesQuestions: z.boolean().default(true),
  hasChat: z.boolean().default(false),
  /** Null: at once; it is begun as soon as its host is ready. */
  plannedAt: z.iso.datetime().nullable(),
  /** Where it is announced: published by an administrator, proposed by everybody else. Only when it is planned. */
  channelId: channelId.nullable().default(null),
  /** What was changed; null for a new one. */
  rev: z.int().positive().nullable().default(null),
})
