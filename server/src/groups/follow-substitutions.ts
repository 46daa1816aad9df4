import type { OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import { publishStale } from '#platform/bus.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { listOrganizationsToFollow, updateFollowed } from './substitution.store.ts'

/** Each minute: rights began and ended by the clock already, now the chats follow. */
export const groupTasks = (context: StructureContext): Tasks => ({
  'follow-substitutions': defineSchedule('* * * * *', () => followSubstitutions(context)),
})

/** One organization after another; one that fails keeps none of the others waiting, and is tried again. */
async function followSubstitutions(context: StructureContext): Promise<void> {
  const failures: unknown[] = []
  for (const organizationId of await listOrganizationsToFollow(context.db)) {
    await followIn(context, organizationId).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some substitutions could not be followed')
}

const actions = {
  planned: 'group.substitute-changed',
  current: 'group.substitution-began',
  over: 'group.substitution-over',
} as const

function followIn(context: StructureContext, organizationId: OrganizationId): Promise<void> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    const followed = await updateFollowed(tx, { organizationId })
    const [first] = followed
    if (!first) return
    await recordAudits(
      tx,
      null,
      followed.map(({ groupId, membershipId, state }) => ({
        organizationId,
        action: actions[state],
        subjectKind: 'group',
        subjectId: groupId,
        details: { membershipId },
      })),
    )
    const change = {
      organizationId,
      groupIds: [...new Set(followed.map(({ groupId }) => groupId))],
      accountIds: followed.map(({ accountId }) => accountId),
    }
    // Who named the substitute stands in the chat's line; nobody pressed a button at midnight.
    await finishStructureChange(context, tx, { accountId: first.namedBy }, change, afterCommit)
    afterCommit(() => {
      publishStale(context.bus, change.accountIds, 'account')
    })
  })
}
