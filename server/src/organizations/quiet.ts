import { type OrganizationId, quietUntil } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'
import { findQuietHours } from './quiet.store.ts'

/**
 * Until when this organization keeps quiet at this moment; null when it doesn't. What wakes people asks here first:
 * letters and SMS that nobody waits for are sent then instead. Codes and warnings never wait.
 */
export async function quietAt(db: Db, organizationId: OrganizationId, now: Date): Promise<Date | null> {
  return quietUntil(await findQuietHours(db, organizationId), now)
}
