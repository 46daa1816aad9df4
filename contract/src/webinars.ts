import { z } from 'zod'
import { clockTime } from './clock-time.ts'
import { givenDay } from './day.ts'
import { accountId, broadcastId, webinarId } from './ids.ts'
import { givenName } from './names.ts'
import { requiredText } from './notices.ts'
import { givenTimeZone } from './time-zone.ts'

/** As a broadcast, or all in one place. */
export const webinarKind = z.enum(['online', 'in-person'])
export type WebinarKind = z.infer<typeof webinarKind>

/** For whom it is, in whichever organization; a teacher is meant who is confirmed. */
export const webinarRole = z.enum(['admin', 'head', 'teacher', 'parent'])
export type WebinarRole = z.infer<typeof webinarRole>

export const webinarState = z.enum(['draft', 'published', 'over', 'cancelled'])
export type WebinarState = z.infer<typeof webinarState>

/** A seat, or a place in the line for one. */
export const registrationState = z.enum(['registered', 'waiting'])
export type RegistrationState = z.infer<typeof registrationState>

/** «KAXT-48HP-M2C7»: as it is printed, and typed. */
export const certificateNumber = z.string().max(40)

export const MAX_SEATS = 10_000
/** Drafts and those to come. */
export const MAX_WEBINARS_AHEAD = 200

/** What this reader may do, decided by the server. */
export const webinarAbilities = z.object({
  register: z.boolean(),
  withdraw: z.boolean(),
})
export type WebinarAbilities = z.infer<typeof webinarAbilities>

export const webinar = z.object({
  id: webinarId,
  title: z.string(),
  about: z.string(),
  speaker: z.string(),
  kind: webinarKind,
  place: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** Of the place, or of whoever announced it. */
  timeZone: z.string(),
  roles: z.array(webinarRole),
  /** Null: as many as come. */
  seats: z.int().positive().nullable(),
  /** Of the seats; and how many wait for one. */
  taken: z.int().nonnegative(),
  inLine: z.int().nonnegative(),
  state: webinarState,
  /** What it is held as; null at a place, and for whoever has no seat. */
  broadcastId: broadcastId.nullable(),
  isOnAir: z.boolean(),
  /** Whoever was there gets a certificate. */
  givesCertificate: z.boolean(),
  /** Why it was called off. */
  word: z.string(),
  rev: z.int().positive(),
  /** The reader's own; `ahead`: how many are before them in the line. */
  own: z
    .object({
      state: registrationState,
      name: z.string(),
      ahead: z.int().nonnegative(),
      certificate: certificateNumber.nullable(),
    })
    .nullable(),
  abilities: webinarAbilities,
})
export type Webinar = z.infer<typeof webinar>

/** What its operators see besides. */
export const webinarPlan = webinar.extend({
  /** By the clock of its place. */
  day: z.iso.date(),
  from: clockTime,
  until: clockTime,
})
export type WebinarPlan = z.infer<typeof webinarPlan>

/** Somebody who is registered or waits, for operators. */
export const webinarPerson = z.object({
  accountId,
  name: z.string(),
  /** Where from and as what; empty for somebody who belongs nowhere any more. */
  organization: z.string(),
  position: z.string(),
  email: z.string().nullable(),
  state: registrationState,
  askedAt: z.iso.datetime(),
  /** How long they looked on; null at a place, or where they never came. */
  minutes: z.int().nonnegative().nullable(),
  /** By hand or by the broadcast; null: not known. */
  attended: z.boolean().nullable(),
  certificate: certificateNumber.nullable(),
})
export type WebinarPerson = z.infer<typeof webinarPerson>

/** As the papers of a webinar name somebody. */
export const givenAttendeeName = givenName(150)

export const givenWebinar = z
  .strictObject({
    title: givenName(150),
    about: z.string().trim().max(5_000).default(''),
    speaker: z.string().trim().max(300).default(''),
    kind: webinarKind,
    place: z.string().trim().max(300).default(''),
    /** By the clock of its place. */
    day: givenDay,
    from: clockTime,
    until: clockTime,
    timeZone: givenTimeZone,
    roles: z
      .array(webinarRole)
      .transform((roles) => webinarRole.options.filter((role) => roles.includes(role)))
      .refine((roles) => roles.length > 0, { params: { code: 'required' } }),
    seats: z.int().positive().max(MAX_SEATS).nullable().default(null),
    givesCertificate: z.boolean().default(false),
    /** What was changed; null for a new one. */
    rev: z.int().positive().nullable().default(null),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], params: { code: 'ends-before-begin' } })
  .refine(({ kind, place }) => kind === 'online' || place !== '', { path: ['place'], params: { code: 'required' } })
  .transform((given) => ({ ...given, place: given.kind === 'online' ? '' : given.place }))
export type GivenWebinar = z.input<typeof givenWebinar>

export const givenCancelling = z.strictObject({ word: requiredText(300) })

/** What a certificate says, and no more: for whoever knows its number. */
export const certificate = z.object({
  number: certificateNumber,
  name: z.string(),
  organization: z.string(),
  title: z.string(),
  kind: webinarKind,
  heldOn: z.iso.date(),
  minutes: z.int().positive(),
  issuedOn: z.iso.date(),
  isRevoked: z.boolean(),
})
export type Certificate = z.infer<typeof certificate>
