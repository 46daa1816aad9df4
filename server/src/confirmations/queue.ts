import { type ConfirmationId, MAX_QUEUE_EXPORTED } from '@kolosok/contract'
import { recordTaken } from '#audit/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { present } from './present.ts'
import { countWaiting, listQueue, PAGE, type Wanted } from './store.ts'

export async function getConfirmations(
  { db }: Context,
  actor: Actor,
  wanted: Wanted & { readonly after?: ConfirmationId | undefined },
) {
  await accessOrganization(db, actor, wanted.organizationId, 'confirmTeachers')
  const rows = await listQueue(db, { ...wanted, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  return {
    confirmations: page.map(present),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    waiting: await countWaiting(db, wanted.organizationId),
  }
}

/** All that are meant, for a workbook or for paper: the same as on screen, written down. */
export async function exportConfirmations({ db }: Context, actor: Actor, wanted: Wanted) {
  const { organizationId } = wanted
  return transact(db, async (tx) => {
    await accessOrganization(tx, actor, organizationId, 'confirmTeachers')
    const rows = await listQueue(tx, { ...wanted, limit: MAX_QUEUE_EXPORTED + 1 })
    const leaving = { organizationId, action: 'confirmation.exported', found: rows, most: MAX_QUEUE_EXPORTED } as const
    const { taken, isCut } = await recordTaken(tx, actor, leaving)
    return { confirmations: taken.map(present), isCut }
  })
}
