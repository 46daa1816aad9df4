import type { OrganizationId, QuietHours } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'

type Place = { readonly quietHours: QuietHours | null; readonly timeZone: string }

export function findQuietHours(db: Db, organizationId: OrganizationId): Promise<Place> {
  return db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(['quiet_hours as quietHours', 'time_zone as timeZone'])
    .executeTakeFirstOrThrow()
}
