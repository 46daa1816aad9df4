import type { AuditAction, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'

export type AuditEntry = {
  readonly organizationId: OrganizationId | null
  /** `thing.past-participle`, as events are named. */
  readonly action: AuditAction
  readonly subjectKind: string
  readonly subjectId: string | null
  /** Ids and settings, never what somebody wrote. */
  readonly details?: Record<string, unknown>
}

type Author = Pick<Actor, 'accountId' | 'sessionId'> | null

/** Writes down who did what, in the transaction that does it. `null`: the system itself. */
export const recordAudit = (tx: Tx, actor: Author, entry: AuditEntry): Promise<void> => recordAudits(tx, actor, [entry])

/** Many at once: a list that is brought in has hundreds. */
export async function recordAudits(tx: Tx, actor: Author, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map(({ organizationId, action, subjectKind, subjectId, details = {} }) => ({
    id: newId(),
    organization_id: organizationId,
    account_id: actor?.accountId ?? null,
    session_id: actor?.sessionId ?? null,
    action,
    subject_kind: subjectKind,
    subject_id: subjectId,
    details: JSON.stringify(details),
  }))
  // PostgreSQL takes 65 535 parameters in one statement.
  for (let at = 0; at < rows.length; at += 1000) {
    await tx
      .insertInto('audit_entry')
      .values(rows.slice(at, at + 1000))
      .execute()
  }
}
