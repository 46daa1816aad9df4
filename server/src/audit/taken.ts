import type { OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { type AuditEntry, recordAudit } from './store.ts'

type Taking<Row> = {
  readonly organizationId: OrganizationId
  readonly action: AuditEntry['action'] & `${string}.exported`
  /** As many as may leave, and one more where there are more. */
  readonly found: readonly Row[]
  readonly most: number
}

/** What of a list leaves for a workbook or paper; none does without its line in the journal. */
export async function recordTaken<Row>(tx: Tx, actor: Actor, { organizationId, action, found, most }: Taking<Row>) {
  const taken = found.slice(0, most)
  await recordAudit(tx, actor, {
    organizationId,
    action,
    subjectKind: 'organization',
    subjectId: organizationId,
    details: { count: taken.length },
  })
  return { taken, isCut: found.length > taken.length }
}
