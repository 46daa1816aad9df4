import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { chatId, groupId, invitationId } from './ids.ts'
import { invitation, INVITATION_DAYS, MAX_USES } from './invitations.ts'
import { foundOrganization } from './join-requests.ts'

const token = z.object({ token: z.string().max(64) })
const gone = ['not-found', 'invitation-spent', 'invitation-expired', 'invitation-revoked'] as const

/** What the link of a chat leads to for whoever holds it: in already, may come in, has to ask, or can't. */
export const chatLinkWay = z.discriminatedUnion('way', [
  z.object({ way: z.literal('in'), chatId }),
  z.object({ way: z.literal('enter'), chatId }),
  /** Where to ask; null leaves the group open. */
  z.object({ way: z.literal('ask'), organization: foundOrganization, groupId: groupId.nullable() }),
  z.object({ way: z.literal('none') }),
])
export type ChatLinkWay = z.infer<typeof chatLinkWay>

/** Links of a chat (2.5). Revoked like any other invitation. */
export const chatLinkEndpoints = {
  list: defineEndpoint({
    method: 'GET',
    path: '/api/chats/:chatId/invitations',
    access: 'account',
    params: z.object({ chatId }),
    response: z.object({ invitations: z.array(invitation) }),
    problems: ['not-found', 'forbidden', 'chat-read-only'],
  }),
  /** The client chose the id: a retry returns the first one. */
  create: defineEndpoint({
    method: 'PUT',
    path: '/api/chats/:chatId/invitations/:invitationId',
    access: 'account',
    params: z.object({ chatId, invitationId }),
    body: z.strictObject({
      useLimit: z.int().min(1).max(MAX_USES).default(30),
      days: z.int().min(1).max(90).default(INVITATION_DAYS),
    }),
    response: invitation,
    problems: ['not-found', 'forbidden', 'chat-read-only'],
  }),
  look: defineEndpoint({
    method: 'GET',
    path: '/api/invitations/:token/chat',
    access: 'account',
    params: token,
    response: chatLinkWay,
    problems: [...gone],
  }),
  /** Once; again leads to the same chat and takes no second use. */
  enter: defineEndpoint({
    method: 'POST',
    path: '/api/invitations/:token/enter',
    access: 'account',
    params: token,
    response: z.object({ chatId }),
    problems: [...gone, 'chat-not-for-you'],
  }),
} as const
