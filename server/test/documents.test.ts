import { access, glob, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

async function documents(): Promise<string[]> {
  const found: string[] = []
  for await (const file of glob(['*.md', 'docs/**/*.md'], { cwd: root })) found.push(file)
  return found
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

test('every document that another one leads to is there', async () => {
  const missing: string[] = []
  for (const document of await documents()) {
    const text = await readFile(join(root, document), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      if (!(await isThere(join(root, dirname(document), target)))) missing.push(`${document} → ${target}`)
    }
  }
  expect(missing).toEqual([])
})

test('every file that a new feature is shown by is there', async () => {
  const text = await readFile(join(root, 'docs/adding-a-feature.md'), 'utf8')
  const named = [...text.matchAll(/`((?:contract|server|web)\/[\w./-]+\.\w+)`/g)].map(([, path = '']) => path)

  expect(named.length).toBeGreaterThan(5)
  const there = await Promise.all(named.map((path) => isThere(join(root, path))))
  expect(named.filter((_, index) => !there[index])).toEqual([])
})
