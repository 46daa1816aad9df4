import type { OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'

export type AuditEntry = {
  readonly organizationId: OrganizationId | null
  /** `thing.past-participle`, as events are named. */
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: string | null
  /** Ids and settings, never what somebody wrote. */
  readonly details?: Record<string, unknown>
}

/** Writes down who did what, in the transaction that does it. `null`: the system itself. */
export async function recordAudit(
  tx: Tx,
  actor: Pick<Actor, 'accountId' | 'sessionId'> | null,
  { organizationId, action, subjectKind, subjectId, details = {} }: AuditEntry,
): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: newId(),
      organization_id: organizationId,
      account_id: actor?.accountId ?? null,
      session_id: actor?.sessionId ?? null,
      action,
      subject_kind: subjectKind,
      subject_id: subjectId,
      details: JSON.stringify(details),
    })
    .execute()
}
