import type { AccountId } from '@kolosok/contract'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Db, Schema, Tx } from '#platform/db.ts'
import type { Entry, Register } from './register/entry.ts'
import { register } from './register/register.ts'

export type Row = Readonly<Record<string, unknown>>
export type Gathered = { readonly table: string; readonly entry: Entry; readonly rows: readonly Row[] }

/** Everything that is about this account, of one moment; other people's ids and secrets stay out. */
export function gatherMine(db: Db, accountId: AccountId): Promise<Gathered[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const columns = await listColumns(tx)
      const gathered: Gathered[] = []
      for (const [table, entry] of Object.entries(register)) {
        const mine = conditionOf(entry, columns.get(table) ?? [])
        if (!mine) continue
        const shown = shownColumns(entry, columns.get(table) ?? [])
        const text = `select ${shown.map((name) => selectOf(entry, name)).join(', ')} from "${table}" where ${mine} order by 1`
        const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(text, [accountId]))
        if (rows.length > 0) gathered.push({ table, entry, rows })
      }
      return gathered
    })
}

const selectOf = ({ without = {} }: Entry, name: string): string =>
  without[name] === undefined ? `"${name}"` : `"${name}" - '${without[name]}' as "${name}"`

type Column = { readonly name: string; readonly leadsTo: string | null }

/** With what each leads to, as the database enforces it. */
async function listColumns(tx: Kysely<Schema>): Promise<Map<string, Column[]>> {
  const { rows } = await sql<{ table: string; columns: Column[] }>`
    select c.table_name as "table", json_agg(json_build_object('name', c.column_name, 'leadsTo', (
      select f.confrelid::regclass::text from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.conrelid = format('public.%I', c.table_name)::regclass
        and a.attname = c.column_name and f.confrelid::regclass::text in ('account', 'membership')
      limit 1)) order by c.ordinal_position) as columns
    from information_schema.columns c
    where c.table_schema = 'public'
    group by c.table_name`.execute(tx)
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

/** Undefined where no row is anybody's own. */
function conditionOf({ mine, people = {} }: Entry, columns: readonly Column[]): string | undefined {
  if (mine !== undefined) return mine
  const own = Object.keys(people).filter((name) => people[name] === 'mine')
  const conditions = own.map((name) =>
    columns.find((column) => column.name === name)?.leadsTo === 'membership'
      ? `"${name}" in (select id from membership where account_id = $1)`
      : `"${name}" = $1`,
  )
  return conditions.length > 0 ? conditions.join(' or ') : undefined
}

function shownColumns({ plain = [], people = {} }: Entry, columns: readonly Column[]): string[] {
  return columns.map(({ name }) => name).filter((name) => !plain.includes(name) && people[name] !== 'trace')
}

/** Erases as the register says, in its order, and then empties: whose a row is may stand in what is emptied. */
export async function forgetMine(tx: Tx, accountId: AccountId, entries: Register = register): Promise<void> {
  const columns = await listColumns(tx)
  const mine = Object.entries(entries).flatMap(([table, entry]) => {
    const where = conditionOf(entry, columns.get(table) ?? [])
    return where ? [{ table, where, onDeletion: entry.onDeletion }] : []
  })
  for (const { table, where, onDeletion } of mine) {
    if (onDeletion.become !== 'erased') continue
    await tx.executeQuery(CompiledQuery.raw(`delete from "${table}" where ${where}`, [accountId]))
  }
  for (const { table, where, onDeletion } of mine) {
    if (onDeletion.become !== 'emptied') continue
    const given = Object.entries(onDeletion.columns)
    const set = given.map(([name], index) => `"${name}" = $${String(index + 2)}`).join(', ')
    const values = [accountId, ...given.map(([, value]) => value)]
    await tx.executeQuery(CompiledQuery.raw(`update "${table}" set ${set} where ${where}`, values))
  }
}

/** «Избранное» is nobody else's: it goes whole, and what it alone referred to is left for the sweep. */
export async function eraseSaved(tx: Tx, accountId: AccountId): Promise<void> {
  await sql`
    update file set attached_at = null
    where id in (
      select mf.file_id from chat c join message m on m.chat_id = c.id join message_file mf on mf.message_id = m.id
      where c.kind = 'saved' and c.first_account_id = ${accountId})
      and not exists (
        select from message_file mf join message m on m.id = mf.message_id join chat c on c.id = m.chat_id
        where mf.file_id = file.id and c.first_account_id is distinct from ${accountId})
      and not exists (select from post_file pf where pf.file_id = file.id)
      and not exists (select from material_version mv where mv.file_id = file.id)`.execute(tx)
  await tx.deleteFrom('chat').where('kind', '=', 'saved').where('first_account_id', '=', accountId).execute()
}
