import { readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { register } from '#personal-data/register/register.ts'
import { createDatabase } from './database.ts'
import { personalDataDocument } from './personal-data-document.ts'

type Column = { table: string; name: string; holdsWords: boolean; leadsToPerson: boolean }

let columns: Column[]
beforeAll(async () => {
  const client = new pg.Client({ connectionString: await createDatabase() })
  await client.connect()
  const { rows } = await client.query<Column>(`
    select c.table_name as "table", c.column_name as name,
      c.data_type in ('text', 'jsonb', 'json', 'bytea', 'ARRAY', 'inet') as "holdsWords",
      exists (
        select from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any(f.conkey)
        where f.contype = 'f' and f.conrelid = format('public.%I', c.table_name)::regclass
          and a.attname = c.column_name and f.confrelid in ('account'::regclass, 'membership'::regclass)
      ) as "leadsToPerson"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'migration'`)
  columns = rows
  await client.end()
})

const known = ({ table, name }: Column): boolean => {
  const { personal = {}, plain = [], people = {} } = register[table] ?? {}
  return name in personal || plain.includes(name) || name in people
}
const named = ({ table, name }: Column) => `${table}.${name}`

test('every table has been decided about, and none that is gone', () => {
  expect(Object.keys(register).sort()).toEqual([...new Set(columns.map(({ table }) => table))].sort())
})

test('every column of words has been decided about: it tells of somebody, or of nobody', () => {
  expect(columns.filter((column) => column.holdsWords && !known(column)).map(named)).toEqual([])
})

test('every column that leads to a person has been decided about: it makes the row theirs, or is a trace', () => {
  const undecided = columns.filter(
    ({ table, name, leadsToPerson }) => leadsToPerson && !register[table]?.people?.[name],
  )
  expect(undecided.map(named)).toEqual([])
})

test('nothing is named that the database does not have', () => {
  const there = new Set(columns.map(named))
  const gone = Object.entries(register).flatMap(([table, { personal, plain = [], people = {}, onDeletion }]) =>
    [
      ...Object.keys(personal),
      ...plain,
      ...Object.keys(people),
      ...(onDeletion.become === 'emptied' ? Object.keys(onDeletion.columns) : []),
    ]
      .map((name) => `${table}.${name}`)
      .filter((name) => !there.has(name)),
  )
  expect(gone).toEqual([])
})

test('what is somebody’s own has an answer for when they go', () => {
  const open = Object.entries(register).filter(
    ([table, { people = {}, mine, onDeletion }]) =>
      table !== 'operator' && // An operator stops being one before the account can go.
      (mine !== undefined || Object.values(people).includes('mine')) &&
      onDeletion.become === 'untouched',
  )
  expect(open.map(([table]) => table)).toEqual([])
})

test('docs/personal-data.md says exactly this (`UPDATE=1` writes it)', async () => {
  const file = new URL('../../docs/personal-data.md', import.meta.url)
  const wanted = personalDataDocument()
  if (process.env.UPDATE === '1') await writeFile(file, wanted)

  expect(await readFile(file, 'utf8')).toBe(wanted)
})
