import type { ClosingId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { reopenChatsOf } from '#chats/index.ts'
import { lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessClosing } from './access.ts'
import { type ClosingRow, findClosing, updateClosedAt, updateReopened } from './store.ts'
import { tellEverybody } from './tell.ts'

type One = { readonly organizationId: OrganizationId; readonly closingId: ClosingId }

/** By whoever may close it, within the term. */
export async function reopenOrganization(context: StructureContext, actor: Actor, one: One): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    await accessClosing(tx, actor, one.organizationId, 'reopen')
    await reopen(context, tx, actor, await getClosing(tx, one.closingId, one.organizationId), afterCommit)
  })
}

/** By the operator: somebody closed it who should not have, or the head can't sign in. */
export async function reopenByOperator(context: StructureContext, actor: Actor, closingId: ClosingId): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    await reopen(context, tx, actor, await getClosing(tx, closingId), afterCommit)
  })
}

async function getClosing(tx: Tx, id: ClosingId, of?: OrganizationId): Promise<ClosingRow> {
  const closing = await findClosing(tx, id)
  if (!closing || (of !== undefined && closing.organization_id !== of)) throw new AppError('not-found')
  return closing
}

async function reopen(
  context: StructureContext,
  tx: Tx,
  actor: Actor,
  { id, organization_id: organizationId }: ClosingRow,
  afterCommit: AfterCommit,
): Promise<void> {
  await lockOrganization(tx, organizationId)
  // Looked at again under the lock: its data may be going right now.
  const found = await getClosing(tx, id)
  if (found.reopened_at) return
  const now = context.clock()
  if (found.erased_at || found.erase_at <= now) throw new AppError('organization-erased')
  await updateReopened(tx, id, actor.accountId, now)
  await updateClosedAt(tx, organizationId, null)
  await reopenChatsOf(tx, organizationId)
  // Whoever left or came together with another account meanwhile: the chats follow.
  await context.structure.changed(tx, actor, { organizationId, groupIds: [], isEverybody: true }, afterCommit)
  const subject = { subjectKind: 'organization', subjectId: organizationId } as const
  await recordAudit(tx, actor, {
    organizationId,
    action: 'organization.reopened',
    ...subject,
    details: { closingId: id },
  })
  await tellEverybody(context, tx, organizationId, afterCommit)
}
