import type { Group, GroupAbilities, GroupId } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import { type GroupAction, type GroupFacts, groupPolicy } from './policy.ts'
import type { FoundGroup } from './store.ts'
import { countMembers, listTeachers } from './details.store.ts'
import { listSubstitutes } from './substitution.store.ts'

/** Groups of one organization as their reader sees them, with what the reader may do; three queries however many there are. */
export async function presentGroups(db: Db, groups: readonly FoundGroup[]): Promise<Group[]> {
  const ids = groups.map((group) => group.id)
  const teachers = await listTeachers(db, ids)
  const substitutes = await listSubstitutes(db, ids)
  const [first] = groups
  const counts = first ? await countMembers(db, first.organizationId, ids) : new Map<GroupId, never>()
  return groups.map((group) => ({
    id: group.id,
    organizationId: group.organizationId,
    kind: group.kind,
    name: group.name,
    age: group.age,
    programme: group.programme,
    parentId: seesEveryGroup(group) ? group.parentId : null,
    isArchived: group.isArchived,
    teachers: teachers.get(group.id) ?? [],
    substitutes: (substitutes.get(group.id) ?? []).filter(
      ({ state }) => state === 'current' || groupPolicy.assignTeachers(group) === 'allow',
    ),
    ...(counts.get(group.id) ?? { memberCount: 0, childCount: 0, familyCount: 0 }),
    abilities: abilitiesOf(group),
  }))
}

export async function presentGroup(db: Db, group: FoundGroup): Promise<Group> {
  const [presented] = await presentGroups(db, [group])
  if (!presented) throw new Error('One in, one out')
  return presented
}

/** To whoever sees only groups of their own, not even that there are others is told. */
const seesEveryGroup = ({ roles }: GroupFacts): boolean =>
  groupPolicy.see({ kind: 'class', isArchived: false, roles, ties: [] }) === 'allow'

function abilitiesOf(group: FoundGroup): GroupAbilities {
  const may = (action: GroupAction) => isOffered(groupPolicy[action](group), group)
  return {
    seeChildren: group.kind !== 'staff' && groupPolicy.seeChildren(group) === 'allow',
    editChildren: may('editChildren'),
    edit: may('edit'),
    archive: may('archive'),
    assignTeachers: may('assignTeachers'),
    invite: may('invite'),
  }
}
