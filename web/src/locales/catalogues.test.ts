import { readdirSync } from 'node:fs'
import { parse } from '@formatjs/icu-messageformat-parser'
import { expect, test } from 'vitest'

const folders = ['web/src/locales/ru', 'server/src/locales/ru']
const root = new URL('../../../', import.meta.url)
const files = folders.flatMap((folder) => readdirSync(new URL(folder, root)).map((file) => `${folder}/${file}`))

test.each(files)('every text of %s is a message of ICU', async (file) => {
  const catalogues = (await import(new URL(file, root).href)) as Record<string, Record<string, string>>
  for (const [key, text] of Object.values(catalogues).flatMap(Object.entries<string>)) {
    expect(() => parse(text), key).not.toThrow()
  }
})
