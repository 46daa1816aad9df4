import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { localActEditionId, localActId, noticeId, organizationId } from './ids.ts'
import {
  givenLocalAct,
  givenLocalActStep,
  localAct,
  localActAudience,
  localActStep,
  localActTemplate,
  MAX_PAPER_NUMBER,
  wholeLocalAct,
} from './local-acts.ts'
import { givenDay } from './day.ts'
import { givenLine } from './names.ts'
import { requiredText } from './notices.ts'

const one = z.object({ editionId: localActEditionId })
const rev = z.int().positive()

/** Of one organization, those that are in force no more among them. */
export const MAX_LOCAL_ACTS = 300

export const localActEndpoints = {
  /** `in-force`: what is for the reader; `preparing` and `superseded`, the repealed ones among them: for those who look after them. Newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/local-acts',
    access: 'account',
    params: z.object({ organizationId }),
    query: z.object({
      box: z.enum(['in-force', 'preparing', 'superseded']).default('in-force'),
      before: localActEditionId.optional(),
    }),
    response: z.object({
      localActs: z.array(localAct),
      next: localActEditionId.nullable(),
      mayEdit: z.boolean(),
      isHead: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/local-act-editions/:editionId',
    access: 'account',
    params: one,
    response: wholeLocalAct,
    problems: ['not-found'],
  }),
  /** From a template, filled in with what is known of the organization; the client chose both ids. */
  begin: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/local-acts/:localActId',
    access: 'account',
    params: z.object({ organizationId, localActId }),
    body: z.strictObject({ editionId: localActEditionId, template: localActTemplate }),
    response: wholeLocalAct,
    problems: ['not-found', 'forbidden', 'invalid-request', 'too-many-local-acts'],
  }),
  /** Begun from the text that is in force. */
  beginNext: defineEndpoint({
    method: 'PUT',
    path: '/api/local-acts/:localActId/editions/:editionId',
    access: 'account',
    params: z.object({ localActId, editionId: localActEditionId }),
    response: wholeLocalAct,
    problems: ['not-found', 'forbidden', 'local-act-not-in-force', 'local-act-has-next'],
  }),
  write: defineEndpoint({
    method: 'PUT',
    path: '/api/local-act-editions/:editionId',
    access: 'account',
    params: one,
    body: givenLocalAct,
    response: wholeLocalAct,
    problems: ['not-found', 'forbidden', 'invalid-request', 'local-act-changed', 'local-act-not-draft'],
  }),
  /** Only a draft: what was adopted once is kept. */
  remove: defineEndpoint({
    method: 'DELETE',
    path: '/api/local-act-editions/:editionId',
    access: 'account',
    params: one,
    response: z.object({}),
    problems: ['not-found', 'forbidden', 'local-act-not-draft'],
  }),
  /** Takes the next step; of one that is behind it, mends number or date. */
  enterStep: defineEndpoint({
    method: 'PUT',
    path: '/api/local-act-editions/:editionId/steps/:step',
    access: 'account',
    params: one.extend({ step: localActStep }),
    body: givenLocalActStep,
    response: wholeLocalAct,
    problems: ['not-found', 'forbidden', 'invalid-request', 'local-act-changed', 'local-act-step'],
  }),
  /** Not adopted after all, or to be worked on once more: with a word why. */
  returnToDraft: defineEndpoint({
    method: 'PUT',
    path: '/api/local-act-editions/:editionId/return',
    access: 'account',
    params: one,
    body: z.strictObject({ word: requiredText(300), rev }),
    response: wholeLocalAct,
    problems: ['not-found', 'forbidden', 'invalid-request', 'local-act-changed', 'local-act-step'],
  }),
  /** Without another edition in its place; said again, it mends order, day or reason. */
  repeal: defineEndpoint({
    method: 'PUT',
    path: '/api/local-act-editions/:editionId/repeal',
    access: 'account',
    params: one,
    body: z.strictObject({
      number: givenLine(MAX_PAPER_NUMBER),
      /** Of the order. */
      date: givenDay,
      from: givenDay,
      word: requiredText(300),
      rev,
    }),
    response: wholeLocalAct,
    problems: [
      'not-found',
      'forbidden',
      'invalid-request',
      'local-act-changed',
      'local-act-not-in-force',
      'local-act-has-next',
    ],
  }),
  paper: defineEndpoint({
    method: 'GET',
    path: '/api/local-act-editions/:editionId/paper.:format',
    access: 'account',
    params: one.extend({ format: z.enum(['docx', 'pdf']) }),
    response: 'file',
    problems: ['not-found'],
  }),
  /** A notice with the act in it goes to everybody it is for: «ознакомлен(а)», by name. */
  acknowledge: defineEndpoint({
    method: 'PUT',
    path: '/api/local-act-editions/:editionId/notices/:noticeId',
    access: 'account',
    params: one.extend({ noticeId }),
    body: z.strictObject({
      audience: localActAudience,
      deadlineAt: z.iso.datetime(),
      isMailed: z.boolean().default(false),
    }),
    response: wholeLocalAct,
    problems: ['not-found', 'forbidden', 'invalid-request', 'local-act-not-in-force'],
  }),
} as const
