import type { AccountId, DataExportId, OrganizationId } from '@kolosok/contract'
import type { Selectable } from 'kysely'
import { anyOf, type Db, type Schema, type Tx } from '#platform/db.ts'

export type ExportRow = Selectable<Schema['data_export']>

/** Of an account's own data, or of an organization, whoever asked. */
export type Whose =
  | { readonly accountId: AccountId; readonly organizationId: null }
  | { readonly accountId: AccountId; readonly organizationId: OrganizationId }

/** More than are made in the week that one is offered for. */
const REPLACED = 100

export const findExport = (db: Db, id: DataExportId): Promise<ExportRow | undefined> =>
  db.selectFrom('data_export').selectAll().where('id', '=', id).executeTakeFirst()

const exportsOf = (db: Db, { accountId, organizationId }: Whose) =>
  organizationId === null
    ? db.selectFrom('data_export').where('account_id', '=', accountId).where('organization_id', 'is', null)
    : db.selectFrom('data_export').where('organization_id', '=', organizationId)

/** Newest first. */
export const listExports = (db: Db, whose: Whose, limit: number): Promise<ExportRow[]> =>
  exportsOf(db, whose).selectAll().orderBy('asked_at', 'desc').limit(limit).execute()

export async function countExports(db: Db, whose: Whose, since: Date): Promise<number> {
  const { count } = await exportsOf(db, whose)
    .where('asked_at', '>', since)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether it was taken down; not while another one waits. */
export async function insertExport(tx: Tx, row: Whose & { id: DataExportId; at: Date }): Promise<boolean> {
  const { id, accountId, organizationId, at } = row
  const inserted = await tx
    .insertInto('data_export')
    .values({ id, account_id: accountId, organization_id: organizationId, asked_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateProgress(db: Db, id: DataExportId, progress: number): Promise<void> {
  await db.updateTable('data_export').set({ progress }).where('id', '=', id).where('state', '=', 'waiting').execute()
}

export async function endExport(
  db: Db,
  id: DataExportId,
  end: { state: 'ready' | 'failed'; at: Date; size: number },
): Promise<void> {
  await db
    .updateTable('data_export')
    .set({ state: end.state, ended_at: end.at, size: end.size, ...(end.state === 'ready' && { progress: 100 }) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Whose week is over, and those that nobody has finished in a day. */
export async function endOldExports(db: Db, { offered, waiting }: { offered: Date; waiting: Date }): Promise<void> {
  await db
    .updateTable('data_export')
    .set({ state: 'over' })
    .where('state', '=', 'ready')
    .where('ended_at', '<', offered)
    .execute()
  await db
    .updateTable('data_export')
    .set({ state: 'failed' })
    .where('state', '=', 'waiting')
    .where('asked_at', '<', waiting)
    .execute()
}

/** One is offered at a time; which are offered no more. */
export async function endReplacedExports(db: Db, { id, ...row }: ExportRow): Promise<DataExportId[]> {
  const whose: Whose = { accountId: row.account_id, organizationId: row.organization_id }
  const replaced = (await listExports(db, whose, REPLACED)).filter((one) => one.state === 'ready' && one.id !== id)
  const ids = replaced.map((one) => one.id)
  await endLostExports(db, ids)
  return ids
}

export async function endLostExports(db: Db, ids: readonly DataExportId[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('data_export').set({ state: 'over' }).where('id', '=', anyOf(ids)).execute()
}

const listIn =
  (state: ExportRow['state']) =>
  async (db: Db): Promise<DataExportId[]> =>
    (await db.selectFrom('data_export').where('state', '=', state).select('id').execute()).map(({ id }) => id)

export const listReady = listIn('ready')
export const listWaiting = listIn('waiting')

export async function countOldExports(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('data_export')
    .where('state', '=', 'ready')
    .where('ended_at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
