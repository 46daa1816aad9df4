import type { FileId, OrganizationId } from '@kolosok/contract'
import { CompiledQuery, sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import { conditionOf, type Place, type Places } from './place.ts'

/** At a time: rows of a message's size, not a table's. */
const PORTION = 500

/** All reading of one archive: of one moment, whatever is written meanwhile. */
export const atOneMoment = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)

/** Columns by table, without secrets, which are bytes, and without what the database makes of others. */
export async function listColumns(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and data_type not in ('bytea', 'tsvector') and is_generated = 'NEVER'
      and not (table_name = 'membership' and column_name = 'searched_name')
    group by table_name`.execute(tx)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

type Whose = { readonly places: Places; readonly organizationId: OrganizationId }

/** Rows as JSON, a portion at a time; the one before has been used up by then. */
export function readRows(
  tx: Tx,
  { places, organizationId }: Whose,
  { table, columns }: { table: string; columns: readonly string[] },
): AsyncGenerator<string[]> {
  const shown = columns.filter((name) => !hiddenIn(places[table]).includes(name))
  const where = conditionOf(places, table, { isTaken: true })
  const list = shown.map((name) => `"${name}"`).join(', ')
  return readPortions<string>(
    tx,
    `select row_to_json(t)::text as one from (select ${list} from "${table}" where ${where} order by 1) t`,
    organizationId,
  )
}

const hiddenIn = (place: Place | undefined): readonly string[] =>
  place && 'without' in place.taken ? (place.taken.without ?? []) : []

export type TakenFile = {
  readonly id: FileId
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/** Files that something in the archive refers to, each once. */
export function readFiles(tx: Tx, whose: Whose, leading: readonly Leading[]): AsyncGenerator<TakenFile[]> {
  return readPortions<TakenFile>(
    tx,
    `select json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) as one
     from file f where f.state = 'ready' and f.id in (${referring(whose.places, leading)}) order by f.id`,
    whose.organizationId,
  )
}

export async function measureFiles(
  tx: Tx,
  { places, organizationId }: Whose,
  leading: readonly Leading[],
): Promise<{ count: number; size: number }> {
  const { rows } = await tx.executeQuery<{ count: string; size: string }>(
    CompiledQuery.raw(
      `select count(*) as count, coalesce(sum(size), 0) as size from file
       where state = 'ready' and id in (${referring(places, leading)})`,
      [organizationId],
    ),
  )
  return { count: Number(rows[0]?.count), size: Number(rows[0]?.size) }
}

const referring = (places: Places, leading: readonly Leading[]): string =>
  leading
    .map(
      ({ table, column }) =>
        `select "${column}" from "${table}" where ${conditionOf(places, table, { isTaken: true })}`,
    )
    .join(' union ')

/** A column that leads to a file, as the database enforces it. */
export type Leading = { readonly table: string; readonly column: string }

export async function listLeading(tx: Db): Promise<Leading[]> {
  const { rows } = await sql<Leading>`
    select f.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'file'::regclass
    order by 1, 2`.execute(tx)
  return rows
}

async function* readPortions<T>(tx: Tx, text: string, organizationId: OrganizationId): AsyncGenerator<T[]> {
  // A cursor takes no parameters; the id is a UUID by its column.
  await sql
    .raw(`declare portion no scroll cursor for ${text.replaceAll('$1', `'${organizationId}'::uuid`)}`)
    .execute(tx)
  try {
    for (;;) {
      const { rows } = await sql.raw<{ one: T }>(`fetch ${String(PORTION)} from portion`).execute(tx)
      if (rows.length === 0) return
      yield rows.map(({ one }) => one)
    }
  } finally {
    await sql.raw('close portion').execute(tx)
  }
}

/** Who asked, and of what. */
export async function describeOrganization(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ name: string; timeZone: string; logo: Buffer | null }> {
  return tx
    .selectFrom('organization')
    .leftJoin('organization_logo', 'organization_logo.id', 'organization.logo_id')
    .where('organization.id', '=', organizationId)
    .select(['organization.name', 'organization.time_zone as timeZone', 'organization_logo.png as logo'])
    .executeTakeFirstOrThrow()
}
