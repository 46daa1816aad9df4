import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { childId, groupId, invitationId, mailingId, organizationId } from './ids.ts'
import { INVITATION_DAYS } from './invitations.ts'
import { deliveryReason, sendingWay } from './deliveries.ts'

export const mailingPurpose = z.enum(['invite', 'remind'])
export type MailingPurpose = z.infer<typeof mailingPurpose>

/** How far the sending of many has come. */
export const mailing = z.object({
  id: mailingId,
  purpose: mailingPurpose,
  groupName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  waiting: z.int().nonnegative(),
  sent: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Never sent, since somebody stopped it or the link was over by then. */
  stopped: z.int().nonnegative(),
  /** Somebody stopped it. */
  isStopped: z.boolean(),
  /** The mail server or the gateway does not answer; it goes on by itself. */
  isHeldUp: z.boolean(),
  /** The organization kept quiet: it goes on then, or has gone on since. */
  startsAt: z.iso.datetime().nullable(),
})
export type Mailing = z.infer<typeof mailing>

/** One message that did not reach anybody. */
export const failedDelivery = z.object({
  invitationId,
  /** The child's name, or the position; empty for staff without one. */
  whom: z.string(),
  groups: z.string(),
  way: sendingWay,
  address: z.string(),
  reason: deliveryReason,
})
export type FailedDelivery = z.infer<typeof failedDelivery>

export const MAX_ADDRESSES = 200
const ways = z.array(sendingWay).min(1).max(2)
const addresses = (max: number) => z.array(z.string().trim().max(200)).min(1).max(max)

/**
 * To whom: families nobody has joined for; colleagues whom a list names (`expected`) or whose addresses are typed
 * (`staff`); one link; those who have not come.
 */
export const newMailing = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('families'), groupId: groupId.optional(), ways }),
  z.strictObject({ to: z.literal('expected'), ways }),
  z.strictObject({
    to: z.literal('staff'),
    addresses: addresses(MAX_ADDRESSES),
    position: z.string().trim().max(80).default(''),
    days: z.int().min(1).max(90).default(INVITATION_DAYS),
  }),
  z.strictObject({ to: z.literal('invitation'), invitationId, addresses: addresses(10) }),
  z.strictObject({ to: z.literal('unclaimed'), groupId: groupId.optional() }),
])
export type NewMailing = z.infer<typeof newMailing>

/** By what was chosen: an adult with both gets the letter. */
const byChoice = <T extends z.ZodType>(of: T) => z.object({ email: of, sms: of, both: of })
const byWay = byChoice(z.int().nonnegative())

const inOrganization = z.object({ organizationId })
const one = z.object({ organizationId, mailingId })

export const mailingEndpoints = {
  /** Before sending: whom it would reach and by what; of one group, if it is named. */
  recipients: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/mailing-recipients',
    access: 'account',
    params: inOrganization,
    query: z.object({ groupId: groupId.optional() }),
    response: z.object({
      /** What this installation can send by. */
      ways: z.array(sendingWay),
      /** Children nobody has joined for yet. */
      children: z.int().nonnegative(),
      /** What really goes out. */
      messages: byWay,
      /** What does not: the same went there within a day, or as much as one address gets. */
      lately: byWay,
      /** Children whose list names no way to reach anybody; the first of them by name. */
      unreachable: byChoice(
        z.object({
          count: z.int().nonnegative(),
          children: z.array(z.object({ id: childId, name: z.string(), group: z.string() })),
        }),
      ),
      /** Colleagues whom a list names and who have not come yet; none for who may not invite anybody. */
      expected: z.object({ people: z.int().nonnegative(), messages: byWay, lately: byWay, unreachable: byWay }),
      /** Messages a reminder would send to those who have not come by the links they were sent. */
      reminders: z.int().nonnegative(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  /** The client chose the id: a retry sends nothing twice. Goes out in the background. */
  send: defineEndpoint({
    method: 'PUT',
    path: '/api/organizations/:organizationId/mailings/:mailingId',
    access: 'account',
    params: one,
    body: newMailing,
    response: mailing,
    problems: ['not-found', 'forbidden', 'way-off', 'nothing-to-send', 'sent-enough-today', 'invitation-over'],
  }),
  /** Newest first; a teacher's own. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/mailings',
    access: 'account',
    params: inOrganization,
    response: z.object({ mailings: z.array(mailing) }),
    problems: ['not-found', 'forbidden'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/mailings/:mailingId',
    access: 'account',
    params: one,
    /** The first 200 that failed. */
    response: mailing.extend({ failures: z.array(failedDelivery) }),
    problems: ['not-found'],
  }),
  /** What has not gone out stays here. Twice is fine. */
  stop: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/mailings/:mailingId/stop',
    access: 'account',
    params: one,
    response: mailing,
    problems: ['not-found'],
  }),
  /** Once more to those it has not reached. */
  retry: defineEndpoint({
    method: 'POST',
    path: '/api/organizations/:organizationId/mailings/:mailingId/retry',
    access: 'account',
    params: one,
    response: mailing,
    problems: ['not-found', 'way-off', 'sent-enough-today'],
  }),
} as const
