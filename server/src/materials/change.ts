import type { AuditAction } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listConcerned } from './folder.store.ts'
import type { Shelf } from './shelves.ts'

export type Changing = {
  readonly tx: Tx
  readonly actor: Actor
  readonly shelf: Shelf
  readonly afterCommit: AfterCommit
}

/** Written down, and told to whoever may be looking. */
export async function endChange(
  { bus }: Pick<Context, 'bus'>,
  { tx, actor, shelf, afterCommit }: Changing,
  done?: { readonly action: AuditAction; readonly subjectId: string; readonly count?: number },
): Promise<void> {
  const { organizationId, groupId } = shelf
  if (done) {
    const { action, subjectId, count } = done
    const details = { ...(groupId !== null && { groupId }), ...(count !== undefined && { count }) }
    await recordAudit(tx, actor, {
      organizationId,
      action,
      subjectKind: action.split('.')[0] ?? '',
      subjectId,
      details,
    })
  }
  const reached = await listConcerned(tx, shelf)
  afterCommit(() => {
    publishStale(bus, reached, 'materials')
  })
}
