import { type ChildId, type GroupId, type ListedChild, nameKey, type OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessGroup, lockStructureOf } from '#groups/index.ts'
import { finishStructureChange, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { getChildren } from './children.ts'
import { listChildrenOf, listOwners } from './list.store.ts'
import { insertBelongings, insertChildren } from './store.ts'

type NewChild = { readonly id: ChildId; readonly name: string; readonly isNamesake: boolean }
type Place = { readonly organizationId: OrganizationId; readonly groupId: GroupId }

/** All or none; what a lost answer had made already is not made again. */
export async function addChildren(
  context: StructureContext,
  actor: Actor,
  { groupId, children }: { groupId: GroupId; children: readonly NewChild[] },
): Promise<{ children: ListedChild[] }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockStructureOf(tx, groupId)
    const { organizationId } = await accessGroup(tx, actor, groupId, 'editChildren')
    const fresh = await refuseBadLines(tx, { organizationId, groupId }, children)
    if (fresh.length > 0) {
      await insertChildren(tx, organizationId, fresh)
      await insertBelongings(
        tx,
        fresh.map(({ id }) => ({ childId: id, groupId })),
      )
      for (const { id } of fresh) {
        const details = { groupId }
        await recordAudit(tx, actor, {
          organizationId,
          action: 'child.added',
          subjectKind: 'child',
          subjectId: id,
          details,
        })
      }
      await finishStructureChange(context, tx, actor, { organizationId, groupIds: [groupId] }, afterCommit)
    }
    return getChildren({ db: tx }, actor, { groupId })
  })
}

/** Those that are not there yet; throws with every bad line named. */
async function refuseBadLines(
  tx: Tx,
  { organizationId, groupId }: Place,
  children: readonly NewChild[],
): Promise<NewChild[]> {
  const owners = await listOwners(
    tx,
    children.map((child) => child.id),
  )
  const ownerOf = new Map(owners.map((owner) => [owner.id, owner.organizationId]))
  const names = new Set((await listChildrenOf(tx, groupId)).map((child) => nameKey(child.name)))
  const ids = new Set<ChildId>()
  const refused: Record<string, string> = {}
  const fresh: NewChild[] = []
  for (const [index, child] of children.entries()) {
    const owner = ownerOf.get(child.id)
    if (owner === organizationId) continue
    const line = `children/${String(index)}`
    if (owner !== undefined || ids.has(child.id)) refused[`${line}/id`] = 'taken'
    else if (!child.isNamesake && names.has(nameKey(child.name))) refused[`${line}/name`] = 'duplicate'
    ids.add(child.id)
    names.add(nameKey(child.name))
    fresh.push(child)
  }
  if (Object.keys(refused).length > 0) throw invalidFields(refused)
  return fresh
}
