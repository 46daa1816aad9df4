import type { GroupId, OrganizationId } from '@kolosok/contract'
import { anyOf, type Db } from '#platform/db.ts'

/** Of these, the groups that are there and not in the archive. */
export async function countOpenGroups(
  db: Db,
  organizationId: OrganizationId,
  ids: readonly GroupId[],
): Promise<number> {
  const { count } = await db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .where('id', '=', anyOf(ids))
    .where('archived_at', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
