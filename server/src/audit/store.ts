import type { AuditAction, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { runSql, type Tx } from '#platform/db.ts'
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
    details,
  }))
  if (rows.length > 0) await runSql(tx, INSERT, [JSON.stringify(rows)])
}

// One parameter, however many they are.
const INSERT = `
  insert into audit_entry (id, organization_id, account_id, session_id, action, subject_kind, subject_id, details)
  select * from jsonb_to_recordset($1) as entry (id uuid, organization_id uuid, account_id uuid, session_id uuid,
    action text, subject_kind text, subject_id uuid, details jsonb)`
