import { z } from 'zod'
import { audience, givenAudience } from './audience.ts'
import { clockTime } from './clock-time.ts'
import { givenDay } from './day.ts'
import { accountId, chatId, materialFolderId, meetingId, membershipId, organizationId } from './ids.ts'
import { requiredText } from './notices.ts'
import { person } from './people.ts'

/** By a call; by a call for some while others sit in the room; or all in one place. */
export const meetingKind = z.enum(['online', 'hybrid', 'in-person'])
export type MeetingKind = z.infer<typeof meetingKind>

export const meetingRepeats = z.enum(['weekly', 'fortnightly', 'monthly'])
export type MeetingRepeats = z.infer<typeof meetingRepeats>

export const comes = z.enum(['yes', 'no', 'perhaps'])
export type Comes = z.infer<typeof comes>

export const meetingState = z.enum(['planned', 'over', 'cancelled'])
export type MeetingState = z.infer<typeof meetingState>

export const MAX_MEETING_TITLE = 120
export const MAX_AGENDA = 30
export const MAX_AGENDA_ITEM = 300
export const MAX_PROGRAMME = 200
export const MAX_LED_BY = 120
const MAX_PLACE = 120
const MAX_CHATS = 20
const MAX_PEOPLE = 100
/** Of a repeated one: a year of weeks. */
export const MAX_OCCURRENCES = 54

export const meeting = z.object({
  id: meetingId,
  organizationId,
  title: z.string(),
  agenda: z.array(z.string()),
  kind: meetingKind,
  place: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** The same by the clock of the organization. */
  day: z.iso.date(),
  from: clockTime,
  until: clockTime,
  timeZone: z.string(),
  /** Null: only once. */
  series: z.object({ repeats: meetingRepeats, untilDay: z.iso.date() }).nullable(),
  /**
   * With learning in it: by which programme, where its materials lie, and who from outside leads it, if anybody does. Its
   * title is the topic.
   */
  lesson: z.object({ programme: z.string(), folderId: materialFolderId.nullable(), ledBy: z.string() }).nullable(),
  state: meetingState,
  /** Why it was called off. */
  word: z.string(),
  rev: z.int().positive(),
  organizer: z.string(),
  isOwn: z.boolean(),
  isInvited: z.boolean(),
  /** The reader's own; null: none yet, or the meeting was moved since. */
  answer: comes.nullable(),
  /** Into the call it is held in, now. */
  mayEnter: z.boolean(),
  mayChange: z.boolean(),
  /** Whoever comes into its call waits until somebody lets them in. */
  hasWaitingRoom: z.boolean(),
  /** What it has decided can be read. */
  isSigned: z.boolean(),
})
export type Meeting = z.infer<typeof meeting>

/** What those who look after it see besides. */
export const meetingPlan = z.object({
  audience: audience.nullable(),
  chats: z.array(z.object({ id: chatId, title: z.string() })),
  people: z.array(person),
  isMailed: z.boolean(),
  invited: z.int().nonnegative(),
  answers: z.object({ yes: z.int(), no: z.int(), perhaps: z.int() }),
})
export type MeetingPlan = z.infer<typeof meetingPlan>

export const meetingInvitee = z.object({
  accountId,
  name: z.string(),
  label: z.string(),
  answer: comes.nullable(),
})
export type MeetingInvitee = z.infer<typeof meetingInvitee>

/** Whether a change is about this one of a repeated meeting, or about all that follow it, too. */
export const meetingScope = z.enum(['one', 'following'])
export type MeetingScope = z.infer<typeof meetingScope>

export const givenMeeting = z
  .strictObject({
    title: requiredText(MAX_MEETING_TITLE),
    agenda: z.array(requiredText(MAX_AGENDA_ITEM)).max(MAX_AGENDA).default([]),
    kind: meetingKind,
    place: z.string().trim().max(MAX_PLACE).default(''),
    /** By the clock of the organization. */
    day: givenDay,
    from: clockTime,
    until: clockTime,
    audience: givenAudience.nullable().default(null),
    chatIds: z.array(chatId).max(MAX_CHATS).default([]),
    membershipIds: z.array(membershipId).max(MAX_PEOPLE).default([]),
    isMailed: z.boolean().default(false),
    /** Only where there is a call. */
    hasWaitingRoom: z.boolean().default(false),
    /** For groups only; a meeting never becomes one, nor the other way round. */
    lesson: z
      .strictObject({
        programme: requiredText(MAX_PROGRAMME),
        folderId: materialFolderId.nullable().default(null),
        ledBy: z.string().trim().max(MAX_LED_BY).default(''),
      })
      .nullable()
      .default(null),
    /** Only of a new one. */
    series: z.strictObject({ repeats: meetingRepeats, untilDay: givenDay }).nullable().default(null),
    /** What was changed; null for a new one. */
    rev: z.int().positive().nullable().default(null),
    scope: meetingScope.default('one'),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], params: { code: 'ends-before-begin' } })
  .refine(({ kind, place }) => kind === 'online' || place !== '', { path: ['place'], params: { code: 'required' } })
  .refine(({ audience: whom, chatIds, membershipIds }) => whom !== null || chatIds.length + membershipIds.length > 0, {
    path: ['audience'],
    params: { code: 'required' },
  })
  .refine(({ lesson, audience: whom }) => lesson === null || whom?.kind === 'groups', {
    path: ['audience'],
    params: { code: 'groups-only' },
  })
  .refine(({ series, day }) => series === null || series.untilDay >= day, {
    path: ['series'],
    params: { code: 'ends-before-begin' },
  })
  .transform((given) => ({
    ...given,
    place: given.kind === 'online' ? '' : given.place,
    hasWaitingRoom: given.kind !== 'in-person' && given.hasWaitingRoom,
    chatIds: [...new Set(given.chatIds)],
    membershipIds: [...new Set(given.membershipIds)],
  }))
export type GivenMeeting = z.input<typeof givenMeeting>
