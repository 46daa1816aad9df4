import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { meetingId } from './ids.ts'
import { MAX_AGENDA_ITEM } from './meetings.ts'

export const MAX_PROTOCOL_ITEMS = 50
export const MAX_PROTOCOL_TEXT = 4_000
export const MAX_PROTOCOL_NAME = 200
export const MAX_PROTOCOL_NUMBER = 30
const MAX_VOTES = 100_000

const votes = z.int().nonnegative().max(MAX_VOTES)
const text = (max: number) => z.string().trim().max(max).default('')

/** What was spoken of. Counts only: who voted how is nobody's business. */
export const protocolItem = z.strictObject({
  topic: text(MAX_AGENDA_ITEM),
  heard: text(MAX_PROTOCOL_TEXT),
  decided: text(MAX_PROTOCOL_TEXT),
  votes: z.strictObject({ for: votes, against: votes, abstained: votes }).nullable().default(null),
})
export type ProtocolItem = z.infer<typeof protocolItem>

export const meetingProtocol = z.object({
  meetingId,
  number: z.string(),
  chair: z.string(),
  secretary: z.string(),
  items: z.array(protocolItem),
  /** 0: nobody has written anything yet. */
  rev: z.int().nonnegative(),
  editedBy: z.string(),
  editedAt: z.iso.datetime().nullable(),
  signedBy: z.string(),
  signedAt: z.iso.datetime().nullable(),
  /** How many took part; null for whoever reads only what was decided. */
  present: z.object({ room: z.int(), call: z.int(), guests: z.int() }).nullable(),
  mayWrite: z.boolean(),
  maySign: z.boolean(),
  mayReopen: z.boolean(),
})
export type MeetingProtocol = z.infer<typeof meetingProtocol>

/** As much of it as there is: it is saved while somebody types. */
export const givenProtocol = z.strictObject({
  number: text(MAX_PROTOCOL_NUMBER),
  chair: text(MAX_PROTOCOL_NAME),
  secretary: text(MAX_PROTOCOL_NAME),
  items: z.array(protocolItem).max(MAX_PROTOCOL_ITEMS),
  /** What was changed. */
  rev: z.int().nonnegative(),
})
export type GivenProtocol = z.input<typeof givenProtocol>

const one = z.object({ meetingId })
const ofOwners = ['not-found', 'forbidden', 'meeting-cancelled'] as const

export const meetingProtocolEndpoints = {
  /** For whoever looks after the meeting; once it is signed, for everybody invited: without names. */
  get: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/protocol',
    access: 'account',
    params: one,
    response: meetingProtocol,
    problems: ['not-found', 'forbidden'],
  }),
  write: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/protocol',
    access: 'account',
    params: one,
    body: givenProtocol,
    response: meetingProtocol,
    problems: [...ofOwners, 'invalid-request', 'protocol-signed', 'protocol-changed'],
  }),
  /** As it is written at `rev`; with everybody who was there by name. */
  sign: defineEndpoint({
    method: 'PUT',
    path: '/api/meetings/:meetingId/protocol/signature',
    access: 'account',
    params: one,
    body: z.strictObject({ rev: z.int().positive() }),
    response: meetingProtocol,
    problems: [...ofOwners, 'meeting-early', 'protocol-changed', 'protocol-empty'],
  }),
  /** A draft again, to put something right. */
  reopen: defineEndpoint({
    method: 'DELETE',
    path: '/api/meetings/:meetingId/protocol/signature',
    access: 'account',
    params: one,
    response: meetingProtocol,
    problems: ofOwners,
  }),
  paper: defineEndpoint({
    method: 'GET',
    path: '/api/meetings/:meetingId/protocol.:format',
    access: 'account',
    params: one.extend({ format: z.enum(['docx', 'pdf']) }),
    response: 'file',
    problems: ['not-found', 'forbidden'],
  }),
} as const
