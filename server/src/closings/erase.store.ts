import type { AccountId, ClosingId, OrganizationId } from '@kolosok/contract'
import { CompiledQuery, sql } from 'kysely'
import { conditionOf, type Leading, places } from '#organization-data/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import type { ClosingRow } from './store.ts'

/** At a time, so that nobody waits long for a lock, and a crash undoes little. */
const PORTION = 5_000

/** What guards documents against being lost lets them go in this transaction. */
export const letGo = async (tx: Tx): Promise<void> => {
  await sql`select set_config('kolosok.is_erasing', 'yes', true)`.execute(tx)
}

/** A portion of what a table holds of the organization; how many rows went. Files nothing else refers to are let go. */
export async function erasePortion(
  tx: Tx,
  organizationId: OrganizationId,
  table: string,
  leading: readonly Leading[],
): Promise<number> {
  const where = conditionOf(places, table, { isTaken: false })
  const columns = leading.filter((one) => one.table === table).map(({ column }) => column)
  const returned =
    columns.length > 0 ? `array_remove(array[${columns.map((name) => `"${name}"`).join(', ')}], null)` : `'{}'::uuid[]`
  const { rows } = await tx.executeQuery<{ files: string[] }>(
    CompiledQuery.raw(
      `delete from "${table}" where ctid = any(array(select ctid from "${table}" where ${where} limit ${String(PORTION)}))
       returning ${returned} as files`,
      [organizationId],
    ),
  )
  const files = [...new Set(rows.flatMap((row) => row.files))]
  if (files.length > 0) await letFilesGo(tx, files, leading)
  return rows.length
}

/** The sweep takes what stays attached to nothing; what somebody else holds, in «Избранное» too, stays theirs. */
async function letFilesGo(tx: Tx, files: readonly string[], leading: readonly Leading[]): Promise<void> {
  const held = leading.map(({ table, column }) => `not exists (select from "${table}" t where t."${column}" = file.id)`)
  await runSql(tx, `update file set attached_at = null where id = any($1::uuid[]) and ${held.join(' and ')}`, [files])
}

/** The row itself stays: the journal and the act lead to it. */
export async function emptyOrganization(tx: Tx, organizationId: OrganizationId): Promise<void> {
  const rows = await runSql<{ logo: string | null }>(
    tx,
    `update organization o set address = '', head_name = '', phone = '', email = '', site = '', logo_id = null,
       is_found_by_name = false, working_hours = null, quiet_hours = null
     from (select id, logo_id from organization where id = $1) before where o.id = before.id
     returning before.logo_id as logo`,
    [organizationId],
  )
  const logos = rows.flatMap(({ logo }) => logo ?? [])
  if (logos.length > 0) await runSql(tx, 'delete from organization_logo where id = any($1::uuid[])', [logos])
}

/** Whose term is over. */
export async function listDue(db: Db, now: Date): Promise<ClosingId[]> {
  const rows = await db
    .selectFrom('closing')
    .where('erase_at', '<=', now)
    .where('reopened_at', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('erase_at')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function countDue(db: Db, closedBefore: Date): Promise<number> {
  const { count } = await db
    .selectFrom('closing')
    .where('closed_at', '<=', closedBefore)
    .where('reopened_at', 'is', null)
    .where('erased_at', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Acts are numbered one after another. */
export async function nextActNumber(tx: Tx): Promise<number> {
  await sql`lock table closing in exclusive mode`.execute(tx)
  const { last } = await tx
    .selectFrom('closing')
    .select((eb) => eb.fn.max('act_number').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export async function updateErased(
  tx: Tx,
  { id }: ClosingRow,
  erased: { readonly at: Date; readonly number: number; readonly act: Buffer },
): Promise<void> {
  const { at, number, act } = erased
  await tx.updateTable('closing').where('id', '=', id).set({ erased_at: at, act_number: number, act }).execute()
}

export const findAct = (db: Db, id: ClosingId): Promise<{ act: Buffer | null; number: number | null } | undefined> =>
  db.selectFrom('closing').where('id', '=', id).select(['act', 'act_number as number']).executeTakeFirst()

/** Whoever belonged there, before nobody knows any more who that was. */
export async function listEverybody(db: Db, organizationId: OrganizationId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .select('account_id as id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

/** Its card, for the act. */
export const getCardForAct = (
  db: Db,
  organizationId: OrganizationId,
): Promise<{ inn: string; timeZone: string; code: string }> =>
  db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(['inn', 'time_zone as timeZone', 'code'])
    .executeTakeFirstOrThrow()
