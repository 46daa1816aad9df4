import { createHash, createHmac } from 'node:crypto'
import type { GuestLinkId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'

/** 160 bits that can be shown again to those who look after the meeting, and stand in no database (ADR 8). */
export function tokenOf({ secrets }: Pick<Context, 'secrets'>, id: GuestLinkId): string {
  const key = createHmac('sha256', secrets.pepper).update(`guest-link ${id}`).digest()
  return key.subarray(0, 20).toString('base64url')
}

export const urlOf = (context: Pick<Context, 'secrets' | 'config'>, id: GuestLinkId): string =>
  `${context.config.publicUrl}/g/${tokenOf(context, id)}`

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
