import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { World } from './world.ts'

const ZONE = 'Europe/Moscow'

/**
 * Who belongs to each group, worked out from the bare rows in code: the same definition as the view's, told a second
 * time by somebody who does not look at it.
 */
export async function workOutBelonging({ db }: Pick<World, 'db'>, organizationId: OrganizationId) {
  const memberships = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .selectAll()
    .execute()
  const groups = await db.selectFrom('group').where('organization_id', '=', organizationId).selectAll().execute()
  const teachers = (await db.selectFrom('group_teacher').selectAll().execute()).filter((one) => one.until_at === null)
  const substitutions = await db
    .selectFrom('substitution')
    .select(['group_id', 'membership_id', 'ended_at'])
    .select([sql<string>`first_day::text`.as('first'), sql<string>`last_day::text`.as('last')])
    .execute()
  const places = (await db.selectFrom('group_child').selectAll().execute()).filter((one) => one.until_at === null)
  const guardians = (await db.selectFrom('guardianship').selectAll().execute()).filter((one) => one.until_at === null)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date())
  const here = new Map(memberships.filter((one) => one.ended_at === null).map((one) => [one.id, one]))

  return (groupId: GroupId): AccountId[] => {
    const group = groups.find(({ id }) => id === groupId)
    if (!group || group.archived_at !== null) return []
    const ids =
      group.kind === 'staff'
        ? memberships.filter(({ role }) => role === 'management' || role === 'teacher').map(({ id }) => id)
        : [
            ...teachers.filter((one) => one.group_id === groupId).map((one) => one.membership_id),
            ...substitutions
              .filter((one) => one.group_id === groupId && one.ended_at === null)
              .filter(({ first, last }) => first <= today && today <= last)
              .map((one) => one.membership_id),
          ].filter((id) => (here.get(id)?.confirmed_at ?? null) !== null)
    const inGroup = new Set(places.filter((one) => one.group_id === groupId).map((one) => one.child_id))
    const families = guardians
      .filter((one) => inGroup.has(one.child_id) && !one.is_limited)
      .map((one) => one.membership_id)
    const accounts = [...ids, ...families].flatMap((id) => here.get(id)?.account_id ?? [])
    return [...new Set(accounts)].sort()
  }
}
