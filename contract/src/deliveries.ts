import { z } from 'zod'

/** How an invitation can be sent. */
export const sendingWay = z.enum(['email', 'sms'])
export type SendingWay = z.infer<typeof sendingWay>

export const deliveryState = z.enum(['waiting', 'sent', 'failed', 'stopped'])
export type DeliveryState = z.infer<typeof deliveryState>

/**
 * Why it was not sent. `interrupted`: the server ended in the middle of it, so nobody knows; it is not
 * sent a second time unless somebody says so. `given-up`: sending broke off again and again, so it never got there.
 */
export const deliveryReason = z.enum([
  'refused',
  'unreachable',
  'interrupted',
  'given-up',
  'way-off',
  'invitation-over',
])
export type DeliveryReason = z.infer<typeof deliveryReason>

/** Where an invitation was sent, and what came of it. */
export const delivery = z.object({
  way: sendingWay,
  address: z.string(),
  state: deliveryState,
  reason: deliveryReason.nullable(),
  at: z.iso.datetime(),
})
export type Delivery = z.infer<typeof delivery>
