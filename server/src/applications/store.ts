import type { ApplicationFacts, ApplicationId, ApplicationState, FileId, OrganizationId } from '@kolosok/contract'
import type { Selectable } from 'kysely'
import type { Db, Schema, Tx } from '#platform/db.ts'

export type ApplicationRow = Selectable<Schema['application']>

export const factsOf = (row: ApplicationRow): ApplicationFacts => ({
  organizationName: row.organization_name,
  kind: row.kind,
  inn: row.inn,
  address: row.address,
  headName: row.head_name,
  administratorName: row.administrator_name,
  email: row.email,
  phone: row.phone,
})

const columnsOf = (facts: ApplicationFacts) => ({
  organization_name: facts.organizationName,
  kind: facts.kind,
  inn: facts.inn,
  address: facts.address,
  head_name: facts.headName,
  administrator_name: facts.administratorName,
  email: facts.email,
  phone: facts.phone,
})

export async function findApplication(db: Db, id: ApplicationId): Promise<ApplicationRow | undefined> {
  return db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Waits for whoever is changing it. */
export async function lockApplication(tx: Tx, id: ApplicationId): Promise<ApplicationRow> {
  return tx.selectFrom('application').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export async function findApplicationId(db: Db, tokenHash: Buffer): Promise<ApplicationId | undefined> {
  const link = await db
    .selectFrom('application_link')
    .select('application_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return link?.application_id
}

type New = { id: ApplicationId; facts: ApplicationFacts; orderFileId: FileId; now: Date }

export async function insertApplication(tx: Tx, { id, facts, orderFileId, now }: New): Promise<void> {
  const rest = { id, state: 'submitted' as const, order_file_id: orderFileId, changed_at: now }
  await tx
    .insertInto('application')
    .values({ ...columnsOf(facts), ...rest })
    .execute()
}

/** False when this very link already leads to an application: the same submit, sent twice at once. */
export async function insertLink(tx: Tx, tokenHash: Buffer, id: ApplicationId): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('application_link')
    .values({ token_hash: tokenHash, application_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Change = {
  readonly state: ApplicationState
  readonly now: Date
  readonly facts?: ApplicationFacts
  readonly orderFileId?: FileId
  readonly organizationId?: OrganizationId
}

export async function updateApplication(tx: Tx, id: ApplicationId, change: Change): Promise<void> {
  const { state, now, facts, orderFileId, organizationId } = change
  await tx
    .updateTable('application')
    .set((eb) => ({
      state,
      changed_at: now,
      revision: eb('revision', '+', 1),
      ...(facts && columnsOf(facts)),
      ...(orderFileId && { order_file_id: orderFileId }),
      ...(organizationId && { organization_id: organizationId }),
    }))
    .where('id', '=', id)
    .execute()
}

/** Replaces what was uploaded with this link before. */
export async function putUploadedOrder(tx: Tx, tokenHash: Buffer, fileId: FileId): Promise<void> {
  await tx
    .insertInto('uploaded_order')
    .values({ token_hash: tokenHash, file_id: fileId })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ file_id: fileId }))
    .execute()
}

export async function findUploadedOrder(db: Db, tokenHash: Buffer): Promise<FileId | undefined> {
  const row = await db
    .selectFrom('uploaded_order')
    .select('file_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.file_id
}

export async function deleteUploadedOrder(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.deleteFrom('uploaded_order').where('token_hash', '=', tokenHash).execute()
}
