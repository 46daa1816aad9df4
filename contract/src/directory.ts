import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { teachingDuty } from './groups.ts'
import { chatId, childId, groupId, membershipId, organizationId } from './ids.ts'
import { person, role } from './people.ts'

/** A person in a list of an organization, by one membership. */
export const listedPerson = z.object({
  person,
  /** As documents have it, family name first. */
  fullName: z.string(),
  isAdmin: z.boolean(),
  isHead: z.boolean(),
  /** Led or attended by staff; of their children for parents. By name, a few. */
  groups: z.array(z.string()),
  joinedAt: z.iso.datetime(),
})
export type ListedPerson = z.infer<typeof listedPerson>

/** What there is to know of a person here, as far as this reader may. */
export const personPage = listedPerson.omit({ groups: true }).extend({
  confirmedAt: z.iso.datetime().nullable(),
  /** Whose word it was; null where nobody is, or an order or a list said so. */
  confirmedBy: z.string().nullable(),
  groups: z.array(z.object({ id: groupId, name: z.string(), duty: teachingDuty.nullable() })),
  children: z.array(z.object({ id: childId, name: z.string(), label: z.string(), groups: z.array(z.string()) })),
  /** Other memberships of the same person in this organization. */
  alsoHere: z.array(z.object({ membershipId, role })),
  /** Other accounts of the same full name that share a child with this one: perhaps one person who got in twice. */
  twins: z.array(z.object({ membershipId, label: z.string() })),
  /** Group chats: those of the structure for the management, else those one is in oneself. */
  chats: z.array(z.object({ id: chatId, title: z.string(), isReadersToo: z.boolean() })),
  /** As the consent says: for the management, and of a parent for the teachers of the child; null for others. */
  phone: z.object({ number: z.string(), isVerified: z.boolean() }).nullable(),
  /** Where the account is signed in; null for a reader who does not administer. */
  deviceCount: z.int().nullable(),
  /** May this reader make a personal code for coming back? */
  mayBeLetBack: z.boolean(),
  /** May this reader ask for another number in their name? */
  mayChangePhone: z.boolean(),
  /** May this reader take the status «педагог»? */
  mayBeUnconfirmed: z.boolean(),
})
export type PersonPage = z.infer<typeof personPage>

/** What a list can be narrowed to besides the role; the first two are of staff, the third of parents. */
export const personStanding = z.enum(['confirmed', 'unconfirmed', 'committee', 'without-group'])
export type PersonStanding = z.infer<typeof personStanding>

/** By full name or by the day of joining; «-» turns it round. */
export const peopleSort = z.enum(['name', '-name', 'joined', '-joined'])
export type PeopleSort = z.infer<typeof peopleSort>

/** As many as one workbook or one print takes. */
export const MAX_EXPORTED = 10_000
export const MAX_PICKED = 1000

/** Which people are meant. */
const filter = {
  /** Every word of it is part of a name. */
  search: z.string().trim().max(100).optional(),
  role: role.optional(),
  /** Whoever leads or attends it, and the parents of its children. */
  groupId: groupId.optional(),
  standing: personStanding.optional(),
}

export const directoryEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/people',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({ ...filter, sort: peopleSort.optional(), after: membershipId.optional() }),
    response: z.object({ people: z.array(listedPerson), next: membershipId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /**
   * All that are meant at once, for a workbook or for paper: exactly those the list shows. Each answer is written down in
   * the journal, be it a retry: it is out of our hands then.
   */
  export: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/people/export',
    access: 'account',
    params: z.object({ organizationId }),
    body: z.strictObject({
      ...filter,
      sort: peopleSort.optional(),
      /** Of those, only these. */
      membershipIds: z.array(membershipId).min(1).max(MAX_PICKED).optional(),
    }),
    response: z.object({ people: z.array(listedPerson), isCut: z.boolean() }),
    problems: ['not-found', 'forbidden'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/people/:membershipId',
    access: 'account',
    params: z.object({ organizationId, membershipId }),
    response: personPage,
    problems: ['not-found'],
  }),
} as const
