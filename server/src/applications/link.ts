import { createHash, createHmac } from 'node:crypto'
import type { ApplicationId } from '@kolosok/contract'

export const hashLink = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The link that letters carry: made anew for each of them from the installation's secret, never stored. */
export function letterToken(pepper: string, id: ApplicationId): string {
  const digest = createHmac('sha256', pepper).update(`application-link:${id}`).digest()
  return digest.subarray(0, 20).toString('base64url')
}
