import type {
  AccountId,
  ChildId,
  ConsentDecision,
  ConsentDecisionId,
  ConsentPurposeId,
  ConsentUnitId,
  FileId,
} from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { DECISION } from './unit.store.ts'

export type Place = { readonly purposeId: ConsentPurposeId; readonly unitId: ConsentUnitId }
export type DecisionRow = Place & {
  readonly id: ConsentDecisionId
  readonly kind: ConsentDecision['kind']
  readonly version: number
  readonly decidedBy: AccountId
}

const decisions = (db: Db) =>
  db
    .selectFrom('consent_decision')
    .select(['id', 'purpose_id as purposeId', 'unit_id as unitId', 'kind', 'version', 'decided_by as decidedBy'])

export const findDecision = (db: Db, id: ConsentDecisionId): Promise<DecisionRow | undefined> =>
  decisions(db).where('id', '=', id).executeTakeFirst()

export const findCurrent = (db: Db, { purposeId, unitId }: Place): Promise<DecisionRow | undefined> =>
  decisions(db)
    .where('purpose_id', '=', purposeId)
    .where('unit_id', '=', unitId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()

/** Those who decide on one person or child at once come one after another. */
export async function lockUnit(tx: Tx, { purposeId, unitId }: Place): Promise<void> {
  await lockName(tx, `consent:${purposeId}:${unitId}`)
}

export async function getDecision(db: Db, id: ConsentDecisionId, reader: AccountId): Promise<ConsentDecision> {
  const [row] = await runSql<{ decision: ConsentDecision }>(
    db,
    `select ${DECISION} as decision from consent_decision d join consent_purpose p on p.id = d.purpose_id where d.id = $2`,
    [reader, id],
  )
  if (!row) throw new Error('It was there a statement ago')
  return row.decision
}

export type NewDecision = DecisionRow & {
  readonly isChild: boolean
  readonly signedBy: string
  readonly signedOn: string | null
  readonly fileId: FileId | null
}

/** In the place of the one that held; false where somebody else was quicker. */
export async function replaceDecision(
  tx: Tx,
  before: ConsentDecisionId | null,
  decision: NewDecision,
  now: Date,
): Promise<boolean> {
  if (before !== null) {
    const replaced = await tx
      .updateTable('consent_decision')
      .where('id', '=', before)
      .where('replaced_at', 'is', null)
      .set({ replaced_at: now })
      .executeTakeFirst()
    if (replaced.numUpdatedRows !== 1n) return false
  }
  const { unitId, isChild } = decision
  const made = await tx
    .insertInto('consent_decision')
    .values({
      id: decision.id,
      purpose_id: decision.purposeId,
      version: decision.version,
      account_id: isChild ? null : (unitId as string as AccountId),
      child_id: isChild ? (unitId as string as ChildId) : null,
      kind: decision.kind,
      decided_by: decision.decidedBy,
      signed_by: decision.signedBy,
      signed_on: decision.signedOn,
      file_id: decision.fileId,
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Of which organization it is the scan of a paper. */
export async function findOfFile(db: Db, fileId: FileId): Promise<ConsentPurposeId | undefined> {
  const row = await db
    .selectFrom('consent_decision')
    .where('file_id', '=', fileId)
    .select('purpose_id as purposeId')
    .executeTakeFirst()
  return row?.purposeId
}
