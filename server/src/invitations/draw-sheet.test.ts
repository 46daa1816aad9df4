import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawSheet } from './draw-sheet.ts'

/** A dot; a logo takes its place whatever it shows. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const slip = {
  name: 'Константин Д.',
  url: 'https://kolosok.example.ru/i/1OoQjNP3NWEZUmqmQmI5uztI8io',
  codes: ['7E9A9-5XT57', '24E67-8CEAY'],
  usesLeft: 2,
  expiresAt: new Date('2026-12-13'),
}
const name = 'Подготовительная логопедическая «Говорушки»'
const sheet = {
  organizationName: 'Муниципальное бюджетное дошкольное образовательное учреждение детский сад № 12 «Колосок»',
  title: 'Листки',
  isReachable: false,
}

/** How high each line of the page's text stands, from the top down; the page is eight equal slips. */
async function linesOf(document: Promise<Buffer>): Promise<number[]> {
  const bytes = await document
  const text = bytes.toString('latin1')
  const heights = new Set<number>()
  for (const { 0: opening, index } of text.matchAll(/stream\r?\n/g)) {
    const start = index + opening.length
    const end = text.indexOf('endstream', start)
    const page = inflated(bytes.subarray(start, end))
    for (const [, y] of page.matchAll(/1 0 0 1 \S+ (\S+) Tm/g)) heights.add(Number(y))
  }
  return [...heights].sort((one, other) => other - one)
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return ''
  }
}

test.each([
  ['codes and a logo', { ...sheet, logo, groups: [{ name, slips: [slip] }] }],
  ['neither', { ...sheet, logo: undefined, groups: [{ name, slips: [{ ...slip, codes: [] }] }] }],
  [
    'many codes',
    {
      ...sheet,
      logo,
      groups: [{ name, slips: [{ ...slip, codes: Array.from({ length: 5 }, () => '7E9A9-5XT57') }] }],
    },
  ],
])('with %s no line of a slip is printed over another, nor beyond it', async (_, given) => {
  const lines = await linesOf(drawSheet(given))

  expect(lines.length).toBeGreaterThan(8)
  const gaps = lines.slice(1).map((height, index) => (lines[index] ?? 0) - height)
  expect(Math.min(...gaps)).toBeGreaterThan(6)
  const slipHeight = 841.89 / 4
  expect((lines[0] ?? 0) - (lines.at(-1) ?? 0)).toBeLessThan(slipHeight - 2 * 12)
})
