import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { createDatabase } from './database.ts'

const folder = new URL('../src/platform/schema/', import.meta.url)

/** Table → columns, with whether null may come out of them, as the types in `platform/schema/` say. */
async function typedTables(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {}
  for (const file of await readdir(folder)) {
    const source = ts.createSourceFile(file, await readFile(new URL(file, folder), 'utf8'), ts.ScriptTarget.Latest)
    for (const statement of source.statements) {
      if (!ts.isTypeAliasDeclaration(statement) || !statement.name.text.endsWith('Schema')) continue
      if (!ts.isTypeLiteralNode(statement.type)) continue
      for (const table of statement.type.members) {
        if (!ts.isPropertySignature(table) || !table.type || !ts.isTypeLiteralNode(table.type)) continue
        tables[nameOf(table, source)] = table.type.members.map((column) => nameOf(column, source)).sort()
      }
    }
  }
  return tables
}

const nameOf = (member: ts.TypeElement, source: ts.SourceFile) => member.name?.getText(source).replaceAll("'", '') ?? ''

test('the tables of an empty, migrated database are those the types speak of, column by column', async () => {
  const client = new pg.Client({ connectionString: await createDatabase() })
  await client.connect()
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select table_name as name, array_agg(column_name::text order by column_name::text collate "C") as columns
    from information_schema.columns where table_schema = 'public' and table_name <> 'migration'
    group by table_name`)
  await client.end()

  expect(Object.fromEntries(rows.map(({ name, columns }) => [name, columns]))).toEqual(await typedTables())
})
