import { createHmac } from 'node:crypto'
import type { InvitationId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'

/**
 * 160 bits that follow from the id and a secret outside the database: they can be shown again to those who
 * manage the invitation, while a stolen database, which holds their hash, opens nothing.
 */
export function tokenOf({ secrets }: Pick<Context, 'secrets'>, id: InvitationId): string {
  const key = createHmac('sha256', secrets.pepper).update(`invitation ${id}`).digest()
  return key.subarray(0, 20).toString('base64url')
}

/** What the QR code holds. */
export function linkOf(context: Pick<Context, 'secrets' | 'config'>, id: InvitationId): string {
  return `${context.config.publicUrl}/i/${tokenOf(context, id)}`
}
