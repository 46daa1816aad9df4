import type { OrganizationId, QuietHours } from '@kolosok/contract'
import type { World } from './world.ts'

const HOUR = 3600 * 1000
const clockTime = (moment: number) => new Date(moment).toISOString().slice(11, 16)

/** Quiet since an hour ago and for two hours more, whenever this runs. */
export const quietAround = (now: Date): QuietHours => ({
  from: clockTime(now.getTime() - HOUR),
  until: clockTime(now.getTime() + 2 * HOUR),
  wholeDays: [],
})

export async function keepQuiet(world: World, organizationId: OrganizationId): Promise<void> {
  const quiet_hours = JSON.stringify(quietAround(world.context.clock()))
  await world.db
    .updateTable('organization')
    .where('id', '=', organizationId)
    .set({ quiet_hours, time_zone: 'UTC' })
    .execute()
}
