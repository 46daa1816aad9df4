import { lockOrganization } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { lockStructure } from './follow.store.ts'
import { followRule } from './follow-structure.ts'
import { ensureStandardChats } from './standard-chats.ts'
import { listWithoutStandardChats, type WithoutStandardChats } from './standard.store.ts'

/** Usually the structure's next change makes them; an installation from before they existed may wait long for one. */
export const memberTasks = (context: Pick<Context, 'bus' | 'db'>): Tasks => ({
  'make-standard-chats': defineSchedule('7 * * * *', () => makeStandardChats(context)),
})

/** One organization after another; one that fails keeps none of the others waiting, and is tried again. */
async function makeStandardChats(context: Pick<Context, 'bus' | 'db'>): Promise<void> {
  const failures: unknown[] = []
  for (const found of await listWithoutStandardChats(context.db)) {
    await makeIn(context, found).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some standard chats could not be made')
}

function makeIn(
  context: Pick<Context, 'bus' | 'db'>,
  { organizationId, headId: accountId }: WithoutStandardChats,
): Promise<void> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await lockStructure(tx, organizationId)
    for (const chatId of await ensureStandardChats(tx, organizationId)) {
      await followRule(context, tx, { accountId }, { organizationId, chatId }, afterCommit)
    }
  })
}
