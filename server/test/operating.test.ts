import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { settings } from '#platform/settings.ts'
import { settingsTable } from './operating.ts'

const file = new URL('../../docs/operating.md', import.meta.url)
const marks = /(<!-- settings -->\n)[\s\S]*?(\n<!-- end of settings -->)/

test('the documented settings are exactly the ones that are read (`UPDATE=1` writes them)', async () => {
  const text = await readFile(file, 'utf8')
  const wanted = text.replace(marks, (_, before: string, after: string) => before + settingsTable() + after)
  if (process.env.UPDATE === '1') await writeFile(file, wanted)

  expect(process.env.UPDATE === '1' ? wanted : text).toBe(wanted)
})

test('every setting says what it is', () => {
  for (const [name, schema] of Object.entries(settings.shape)) expect(schema.description, name).toMatch(/\S.*\.$/s)
})
