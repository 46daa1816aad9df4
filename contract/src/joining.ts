import { z } from 'zod'
import { joiningPurpose, givenConsent } from './consents.ts'
import { defineEndpoint } from './endpoint.ts'
import { chatId, groupId, organizationId } from './ids.ts'
import { invitationKind } from './invitations.ts'
import { logoId } from './organizations.ts'

const required = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => text !== '', { params: { code: 'required' } })
const optional = (max: number) => z.string().trim().max(max).default('')

/** What anybody who holds the link may know: who invites, never who is invited. */
export const openInvitation = z.object({
  kind: invitationKind,
  role: z.enum(['teacher', 'parent']),
  organization: z.object({ name: z.string(), shortName: z.string(), logoId: logoId.nullable() }),
  groupNames: z.array(z.string()),
  /** Of a chat's link: what the chat is called. */
  chatTitle: z.string().nullable(),
  /** Null once that person has left. */
  inviter: z.object({ name: z.string(), position: z.string(), isConfirmed: z.boolean() }).nullable(),
  expiresAt: z.iso.datetime(),
})
export type OpenInvitation = z.infer<typeof openInvitation>

/** Where joining led: what the screen needs to open the chat. */
export const joined = z.object({
  organizationId,
  organizationCode: z.string(),
  kind: invitationKind,
  groupIds: z.array(groupId),
  /** Of a chat's link: the chat one is in. */
  chatId: chatId.nullable(),
})
export type Joined = z.infer<typeof joined>

const names = { givenName: required(60), patronymic: optional(60), familyName: required(60) }
const consents = z.array(givenConsent).max(10)

/** Whoever has a name already keeps it: an invitation is no way to rename an account. */
export const acceptance = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('teacher'), ...names, position: optional(80), consents }),
  z.strictObject({ role: z.literal('parent'), ...names, label: required(60), consents }),
])
export type Acceptance = z.infer<typeof acceptance>

const token = z.object({ token: z.string().max(64) })
const gone = ['not-found', 'invitation-spent', 'invitation-expired', 'invitation-revoked'] as const

export const joiningEndpoints = {
  /** Where a personal code lets this account in that has not come in yet: tokens, newest first. */
  entitled: defineEndpoint({
    method: 'GET',
    path: '/api/me/invitations',
    access: 'account',
    response: z.object({ tokens: z.array(z.string()) }),
    problems: [],
  }),
  /** For anybody with the link. Unknown, spent, expired and revoked ones name nobody. */
  open: defineEndpoint({
    method: 'GET',
    path: '/api/invitations/:token',
    access: 'public',
    params: token,
    response: openInvitation.extend({
      /** Where to go at once: whoever asks has joined by this link before. */
      joined: joined.nullable(),
    }),
    problems: [...gone],
  }),
  /** After the code: whose parent one becomes, what is known already, what must be agreed to. */
  details: defineEndpoint({
    method: 'GET',
    path: '/api/invitations/:token/details',
    access: 'account',
    params: token,
    response: z.object({
      childName: z.string().nullable(),
      /** «Вани» for «мама Вани», where it can be told. */
      childGenitive: z.string().nullable(),
      position: z.string(),
      name: z.object({ givenName: z.string(), patronymic: z.string(), familyName: z.string() }).nullable(),
      consents: z.array(z.object({ purpose: joiningPurpose, textVersion: z.int() })),
    }),
    problems: [...gone],
  }),
  accept: defineEndpoint({
    method: 'POST',
    path: '/api/invitations/:token/accept',
    access: 'account',
    params: token,
    body: acceptance,
    response: joined,
    problems: [...gone, 'consent-outdated'],
  }),
} as const
