import type { AccountId, GroupId, MembershipId, OrganizationId, RulePart } from '@kolosok/contract'
import type { World } from './world.ts'

/** Who fits a rule, once more, in plain words over plain rows; the product's own definition is one SQL function. */
export async function readDefinition({ db }: World, organizationId: OrganizationId, groups: readonly GroupId[]) {
  const here = db.selectFrom('membership').where('organization_id', '=', organizationId)
  const memberships = await here.where('ended_at', 'is', null).selectAll().execute()
  const teachers = await db.selectFrom('group_teacher').where('until_at', 'is', null).selectAll().execute()
  const inGroups = await db.selectFrom('group_child').where('until_at', 'is', null).selectAll().execute()
  const guardians = await db.selectFrom('guardianship').where('until_at', 'is', null).selectAll().execute()
  const committee = await db.selectFrom('group_committee').where('until_at', 'is', null).selectAll().execute()
  type Membership = (typeof memberships)[number]

  function isParentIn(id: MembershipId, groupId: GroupId): boolean {
    const own = guardians.filter((g) => g.membership_id === id).map((g) => g.child_id)
    return inGroups.some((place) => place.group_id === groupId && own.includes(place.child_id))
  }
  const teaches = (id: MembershipId, groupId: GroupId) =>
    teachers.some((t) => t.membership_id === id && t.group_id === groupId)
  const speaksFor = (id: MembershipId, groupId: GroupId) =>
    isParentIn(id, groupId) && committee.some((c) => c.membership_id === id && c.group_id === groupId)

  function isTeacherOf({ positions, groupIds }: Extract<RulePart, { kind: 'teachers' }>, m: Membership): boolean {
    const position = m.position.trim().toLowerCase()
    const isOfPosition = positions.some((given) => given.trim().toLowerCase() === position)
    if (m.confirmed_at === null || (positions.length > 0 && !isOfPosition)) return false
    if (groupIds.length > 0) return groupIds.some((id) => teaches(m.id, id))
    return m.role === 'teacher' || (m.role === 'management' && positions.length > 0)
  }

  function fits(part: RulePart, m: Membership): boolean {
    switch (part.kind) {
      case 'head':
        return m.is_head
      case 'management':
        return m.role === 'management'
      case 'admins':
        return m.is_admin
      case 'teachers':
        return isTeacherOf(part, m)
      case 'parents':
        return (part.groupIds.length === 0 ? groups : part.groupIds).some((id) => isParentIn(m.id, id))
      case 'committee':
        return (part.groupIds.length === 0 ? groups : part.groupIds).some((id) => speaksFor(m.id, id))
    }
  }

  return (parts: readonly RulePart[]): AccountId[] => {
    const fitting = memberships.filter((m) => parts.some((part) => fits(part, m)))
    return [...new Set(fitting.map((m) => m.account_id))].sort()
  }
}
