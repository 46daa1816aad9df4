import { z } from 'zod'
import { attachment, MAX_TEXT } from './messages.ts'
import { givenDay } from './day.ts'
import { defineEndpoint } from './endpoint.ts'
import { consentDecisionId, consentPurposeId, consentUnitId, fileId, groupId, organizationId } from './ids.ts'
import { givenName } from './names.ts'
import { requiredText } from './notices.ts'

/** Closed ones too: what was decided about them is kept. */
export const MAX_CONSENT_PURPOSES = 100

/** Whom a consent is asked of: for each child by a guardian, of each parent, of everybody who belongs here. */
export const consentAsks = z.enum(['children', 'parents', 'all'])
export type ConsentAsks = z.infer<typeof consentAsks>

/** The shipped beginnings; the words are the organization's own. Nobody can ask for the same twice, but for `…-other`. */
export const consentTemplates = {
  'child-photos': 'children',
  'child-video': 'children',
  'child-public': 'children',
  'child-other': 'children',
  'parents-write': 'parents',
  'letters': 'all',
  'person-other': 'all',
} as const satisfies Record<string, ConsentAsks>
export type ConsentTemplate = keyof typeof consentTemplates
export const consentTemplate = z.enum(Object.keys(consentTemplates) as [ConsentTemplate, ...ConsentTemplate[]])

/** Where this consent is missing, the product itself leaves something undone. */
export const enforcedConsents: readonly ConsentTemplate[] = ['parents-write', 'letters']

const version = z.int().positive()

export const consentDecision = z.object({
  id: consentDecisionId,
  /** `withdrawn`: after it had been given. */
  kind: z.enum(['given', 'refused', 'withdrawn']),
  version,
  at: z.iso.datetime(),
  /** Who decided, as others see them; of a paper: whose signature it bears. */
  by: z.string(),
  isOwn: z.boolean(),
  isOnPaper: z.boolean(),
})
export type ConsentDecision = z.infer<typeof consentDecision>

/** One consent that is asked of the reader, for themselves or for a child of theirs. */
export const ownConsent = z.object({
  purposeId: consentPurposeId,
  unitId: consentUnitId,
  organizationId,
  organization: z.string(),
  template: consentTemplate,
  title: z.string(),
  text: z.string(),
  version,
  /** The child's name; null for one's own. */
  child: z.string().nullable(),
  /** The last one; of an earlier wording it holds no more. */
  decision: consentDecision.nullable(),
  /** False in a closed organization: what was given can only be taken back. */
  mayGive: z.boolean(),
})
export type OwnConsent = z.infer<typeof ownConsent>

export const consentPurpose = z.object({
  id: consentPurposeId,
  template: consentTemplate,
  asks: consentAsks,
  title: z.string(),
  text: z.string(),
  version,
  writtenAt: z.iso.datetime(),
  isClosed: z.boolean(),
  /** Of those who are asked now; with an earlier wording one counts as waiting. */
  counts: z.object({
    given: z.int().nonnegative(),
    refused: z.int().nonnegative(),
    waiting: z.int().nonnegative(),
  }),
})
export type ConsentPurpose = z.infer<typeof consentPurpose>

export const consentUnit = z.object({
  id: consentUnitId,
  /** As documents have it; a child as the group's teacher writes it. */
  name: z.string(),
  label: z.string(),
  groups: z.array(z.string()),
  isChild: z.boolean(),
  decision: consentDecision.nullable(),
  /** Decided on another wording than today's. */
  isOutdated: z.boolean(),
  scan: attachment.pick({ fileId: true, name: true }).nullable(),
})
export type ConsentUnit = z.infer<typeof consentUnit>

const ofUnit = z.object({
  consentPurposeId,
  unitId: consentUnitId,
  decisionId: consentDecisionId,
})
const decided = {
  version,
  isGiven: z.boolean(),
  /** The decision that was there when this one was made. */
  after: consentDecisionId.nullable(),
}
const refusals = [
  'not-found',
  'forbidden',
  'consent-closed',
  'consent-outdated',
  'consent-changed',
  'too-many-requests',
] as const

export const consentEndpoints = {
  /** Those asked of oneself, waiting ones first. */
  own: defineEndpoint({
    method: 'GET',
    path: '/api/me/consents',
    access: 'account',
    response: z.object({ consents: z.array(ownConsent) }),
    problems: [],
  }),
  /** All of one organization; for a teacher, those for children, counted in own groups. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/consent-purposes',
    access: 'account',
    params: z.object({ organizationId }),
    response: z.object({ purposes: z.array(consentPurpose), mayManage: z.boolean() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Asks for it; or words it otherwise, and then all are asked anew; or asks no more. `version`: what was changed. */
  save: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/consent-purposes/:consentPurposeId',
    access: 'account',
    params: z.object({ organizationId, consentPurposeId }),
    body: z.strictObject({
      template: consentTemplate,
      title: requiredText(120),
      text: requiredText(MAX_TEXT),
      version: version.nullable().default(null),
      isClosed: z.boolean().default(false),
    }),
    response: consentPurpose,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'consent-changed',
      'consent-asked-already',
      'too-many-consents',
    ],
  }),
  /** On screen: by whom it is about, or a guardian. The client chose the id. */
  decide: defineEndpoint({
    method: 'PUT',
    path: '/api/consent-purposes/:consentPurposeId/units/:unitId/decisions/:decisionId',
    access: 'account',
    params: ofUnit,
    body: z.strictObject(decided),
    response: consentDecision,
    problems: [...refusals, 'organization-closed'],
  }),
  /** From paper, by the office. */
  enterPaper: defineEndpoint({
    method: 'PUT',
    path: '/api/consent-purposes/:consentPurposeId/units/:unitId/papers/:decisionId',
    access: 'account',
    params: ofUnit,
    body: z.strictObject({
      ...decided,
      signedBy: givenName(120),
      signedOn: givenDay,
      fileId: fileId.nullable().default(null),
    }),
    response: consentDecision,
    problems: [...refusals, 'invalid-request'],
  }),
  /** By name; a teacher sees own groups. */
  units: defineEndpoint({
    method: 'GET',
    path: '/api/consent-purposes/:consentPurposeId/units',
    access: 'account',
    params: z.object({ consentPurposeId }),
    query: z.object({
      state: z.enum(['waiting', 'given', 'refused']).default('waiting'),
      groupId: groupId.optional(),
      after: consentUnitId.optional(),
    }),
    response: z.object({ purpose: consentPurpose, units: z.array(consentUnit), next: consentUnitId.nullable() }),
    problems: ['not-found', 'forbidden'],
  }),
  /** Who decided what, when, on which wording, for the files. */
  register: defineEndpoint({
    method: 'GET',
    path: '/api/consent-purposes/:consentPurposeId/register.:format',
    access: 'account',
    params: z.object({ consentPurposeId, format: z.enum(['pdf', 'xlsx']) }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
