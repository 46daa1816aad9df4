import type { GroupId, OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { archiveEmptyGroups } from './details.store.ts'

/** Into the archive with those of these groups that have nobody in them. For whoever holds the organization. */
export async function closeEmptyGroups(
  tx: Tx,
  actor: Actor,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
): Promise<void> {
  const closed = await archiveEmptyGroups(tx, groupIds)
  const entry = { organizationId, action: 'group.archived', subjectKind: 'group' } as const
  await recordAudits(
    tx,
    actor,
    closed.map((subjectId) => ({ ...entry, subjectId })),
  )
}
