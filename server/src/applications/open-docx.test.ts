import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { drawPaperDocx } from '#platform/paper/docx.ts'
import { readOrderPage, readOrderWords } from './open-docx.ts'

const order = await readFile(new URL('../../test/data/order.docx', import.meta.url))

test('an order in DOCX is read as a page and as words', async () => {
  expect(await readOrderPage(order)).toContain('<p>')
  expect(await readOrderWords(order)).toContain('ПРИКАЗ')
})

test('what takes longer than an order needs, or is none, is given up, and the next one read', async () => {
  expect(await Promise.all([readOrderPage(order, 1), readOrderPage(order, 1), readOrderPage(order, 1)])).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(await readOrderPage(Buffer.from('PK'))).toBeUndefined()
  expect(await readOrderPage(order)).toContain('<p>')
})

test('what would be a page that nobody reads is given up before it reaches the thread that serves everybody', async () => {
  const long = (characters: number) =>
    drawPaperDocx({ title: 'Приказ', blocks: [{ kind: 'text', text: 'а'.repeat(characters) }] })
  expect(await readOrderPage(await long(900_000))).toContain('<p>')
  expect(await readOrderPage(await long(1_000_001))).toBeUndefined()
})
