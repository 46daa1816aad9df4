import type { ChildInvitation, GroupId } from '@kolosok/contract'
import { accessGroup } from '#groups/index.ts'
import { getOrganizationName } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { slipName } from './child-names.ts'
import { present } from './present.ts'
import { listNewest } from './store.ts'
import { listGroupChildren } from './write.store.ts'

/** Each child of a group with its newest invitation. */
export async function describeChildren(context: Context, db: Db, groupId: GroupId): Promise<ChildInvitation[]> {
  const children = await listGroupChildren(db, groupId)
  const ids = children.map((child) => child.id)
  const newest = new Map((await listNewest(db, ids, context.clock())).map((row) => [row.childId, row]))
  return children.map(({ id, name, guardians }) => {
    const row = newest.get(id)
    return {
      child: { id, name },
      slipName: slipName(name),
      guardians: [...guardians],
      invitation: row ? present(context, row) : null,
    }
  })
}

export async function getGroupInvitations(context: Context, actor: Actor, groupId: GroupId) {
  const group = await accessGroup(context.db, actor, groupId, 'invite')
  return {
    organizationId: group.organizationId,
    organizationName: await getOrganizationName(context.db, group.organizationId),
    groupName: group.name,
    children: await describeChildren(context, context.db, groupId),
    isReachable: context.config.PUBLIC_URL !== undefined,
  }
}
