import { z } from 'zod'
import { clockTime } from './clock-time.ts'
import { organizationAbilities } from './organization-abilities.ts'
import { defineEndpoint } from './endpoint.ts'
import { groupId, membershipId, organizationId } from './ids.ts'
import { givenLine, givenName } from './names.ts'
import { role } from './people.ts'
import { quietHours } from './quiet-hours.ts'
import { givenTimeZone } from './time-zone.ts'

export const organizationKind = z.enum(['kindergarten', 'school', 'additional'])
export type OrganizationKind = z.infer<typeof organizationKind>

export const MAX_LOGO_BYTES = 5 * 1024 * 1024
/** The address of the picture: it can't be guessed, so whoever was told it may look. */
export const logoId = z.uuid()

/** When somebody answers, in the organization's time zone. Monday is 1. */
export const workingHours = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: clockTime, until: clockTime })
  .refine(({ from, until }) => from < until, { path: ['until'], params: { code: 'ends-before' } })
export type WorkingHours = z.infer<typeof workingHours>

/** One's own belonging to an organization. */
export const ownMembership = z.object({
  id: membershipId,
  organization: z.object({
    id: organizationId,
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: organizationKind,
    timeZone: z.string(),
    logoId: logoId.nullable(),
    workingHours: workingHours.nullable(),
    quietHours: quietHours.nullable(),
    /** Closed: from when on, and until when it can still be read. */
    closing: z.object({ closedAt: z.iso.datetime(), eraseAt: z.iso.datetime() }).nullable(),
  }),
  role,
  position: z.string(),
  /** As others see one here. */
  name: z.string(),
  label: z.string(),
  isAdmin: z.boolean(),
  isHead: z.boolean(),
  isConfirmed: z.boolean(),
  /** Of all memberships in this organization united. */
  abilities: organizationAbilities,
})
export type OwnMembership = z.infer<typeof ownMembership>

/** How things go in an organization, chosen on its card. */
const cardSwitches = {
  mayParentsWriteEachOther: z.boolean(),
  /** Strangers who want to join find it by its name too. */
  isFoundByName: z.boolean(),
  workingHours: workingHours.nullable(),
  /** When nothing rings, and letters and SMS wait for the morning. */
  quietHours: quietHours.nullable(),
  /** Whether families may begin calls in the chats that are opened from now on; each chat can say otherwise. */
  mayParentsCall: z.boolean(),
  /** Whether confirmed teachers may hold broadcasts for their own groups. */
  mayTeachersBroadcast: z.boolean(),
}

/** What can be written on the card; the INN is the application's and stays. */
const cardFields = {
  name: givenName(300),
  shortName: givenName(80),
  address: givenLine(300),
  headName: givenLine(150),
  /** As people write it, an extension behind it included; the shortest that is a number has five digits. */
  phone: givenLine(60).refine((phone) => phone === '' || phone.replace(/\D/g, '').length >= 5, {
    params: { code: 'not-a-phone' },
  }),
  email: givenLine(200).refine((email) => email === '' || z.email().safeParse(email).success, {
    params: { code: 'not-an-email' },
  }),
  site: givenLine(200),
  timeZone: givenTimeZone,
  ...cardSwitches,
}
/** What the history tells: the fields, and the logo beside them. */
export const cardPart = z.enum(['logo', ...(Object.keys(cardFields) as CardField[])])
export type CardPart = z.infer<typeof cardPart>
export type CardField = keyof typeof cardFields

export const organizationCard = z.object({
  id: organizationId,
  code: z.string(),
  kind: organizationKind,
  inn: z.string(),
  name: z.string(),
  shortName: z.string(),
  address: z.string(),
  headName: z.string(),
  phone: z.string(),
  email: z.string(),
  site: z.string(),
  timeZone: z.string(),
  ...cardSwitches,
  logoId: logoId.nullable(),
  abilities: organizationAbilities,
})
export type OrganizationCard = z.infer<typeof organizationCard>

/** Who changed the card, when, and what of it. */
export const cardChange = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  name: z.string(),
  fields: z.array(cardPart),
})
export type CardChange = z.infer<typeof cardChange>

/** A group as the overview shows it. */
export const overviewGroup = z.object({
  id: groupId,
  name: z.string(),
  /** Who leads it, by name; nobody yet is what waits. */
  leads: z.array(z.string()),
  childCount: z.int(),
  /** Children of whom at least one guardian has joined. */
  familyCount: z.int(),
  guardianCount: z.int(),
  /** Of children; null for a reader who does not invite to this group. */
  links: z.object({ invitedCount: z.int(), unclaimedCount: z.int() }).nullable(),
})
export type OverviewGroup = z.infer<typeof overviewGroup>

/** What the section «Организация» opens with. */
export const organizationOverview = z.object({
  groupCount: z.int(),
  childCount: z.int(),
  familyCount: z.int(),
  staffCount: z.int(),
  unconfirmedCount: z.int(),
  groupsWithoutTeacher: z.int(),
  groups: z.array(overviewGroup),
  /** What a new administrator does first, in this order; done is read off the data. */
  steps: z.array(z.object({ step: z.enum(['card', 'groups', 'children', 'invite']), isDone: z.boolean() })),
})
export type OrganizationOverview = z.infer<typeof organizationOverview>

export const organizationEndpoints = {
  /** Where one belongs now; several memberships in one organization are several entries. */
  mine: defineEndpoint({
    method: 'GET',
    path: '/api/me/memberships',
    access: 'account',
    response: z.object({ memberships: z.array(ownMembership) }),
    problems: [],
  }),
  card: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId',
    access: 'account',
    params: z.object({ organizationId }),
    response: organizationCard,
    problems: ['not-found'],
  }),
  editCard: defineEndpoint({
    method: 'PATCH',
    path: '/api/organizations/:organizationId',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject(cardFields).partial(),
    response: organizationCard,
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** A picture by its content: PNG, JPEG or WebP; cut to a square and written anew. */
  putLogo: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/logo',
    access: 'account',
    params: z.object({ organizationId }),
    body: 'file',
    response: organizationCard,
    problems: ['not-found', 'forbidden', 'file-refused'],
  }),
  removeLogo: defineEndpoint({
    method: 'DELETE',
    path: '/api/organizations/:organizationId/logo',
    access: 'account',
    params: z.object({ organizationId }),
    response: organizationCard,
    problems: ['not-found', 'forbidden'],
  }),
  logo: defineEndpoint({
    method: 'GET',
    path: '/api/logos/:logoId',
    access: 'public',
    params: z.object({ logoId }),
    response: 'file',
    problems: ['not-found'],
  }),
  /** Newest first, by pages. */
  cardHistory: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/card-history',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ before: z.uuid().optional() }),
    response: z.object({ changes: z.array(cardChange), next: z.uuid().nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  overview: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/overview',
    access: 'account',
    params: z.object({ organizationId }),
    response: organizationOverview,
    problems: ['not-found', 'forbidden'],
  }),
} as const
