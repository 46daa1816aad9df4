import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { drawRegisterPdf, type Register } from './register.ts'

const registerOf = (page: Register['widths']['page'], word: string): Register => ({
  file: 'Лист',
  organization: 'Сад',
  title: 'Лист',
  subject: 'О ком',
  text: '',
  intro: [],
  heads: page.map((_, at) => `Графа ${String(at)}`),
  lines: [page.map(() => word)],
  widths: { page, sheet: [] },
  sign: 'Подпись',
})

/** How far to the right anything stands on its first page, and how wide that is. */
async function edgeOf(register: Register) {
  const reading = getDocument({ data: new Uint8Array(await drawRegisterPdf(register)), verbosity: 0 })
  const page = await (await reading.promise).getPage(1)
  const { items } = await page.getTextContent()
  const ends = items.map((item) => ('str' in item ? Number(item.transform[4]) + item.width : 0))
  const { width } = page.getViewport({ scale: 1 })
  await reading.destroy()
  return { end: Math.max(...ends), width }
}

const few = [22, '*', 90, 80, 60] as const
const many = [18, 48, 60, '*', 46, 32, 50, 60, 130] as const

test.each([
  ['Иванова', 1],
  ['Константинопольская', 10],
  ['Ш', 200],
])('nothing stands outside of the page, whatever somebody is called: %s, %i times', async (word, times) => {
  for (const page of [few, many]) {
    const { end, width } = await edgeOf(registerOf(page, word.repeat(times)))
    expect(end).toBeLessThanOrEqual(width - 27)
  }
})

test('what has room upright stands upright, what has not on its side', async () => {
  expect((await edgeOf(registerOf(few, 'Иванова'))).width).toBeLessThan(600)
  expect((await edgeOf(registerOf(many, 'Иванова'))).width).toBeGreaterThan(800)
})
