import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const at = (path: string) => new URL(`../../../../${path}`, import.meta.url)
const HELP = 'web/public/help-pictures/'
const REGULATION = 'docs/regulation/'
const sizes = { phone: [390, 600], desktop: [1024, 640] }

const picturesIn = (folder: string) =>
  readdirSync(at(folder)).map((name) => ({ name, bytes: readFileSync(at(`${folder}${name}`)) }))
const [help, regulation] = [picturesIn(HELP), picturesIn(REGULATION)]

const articles = readdirSync(at('server/articles/')).filter((name) => name.endsWith('.md'))
const shown = articles.flatMap((name) => [
  ...readFileSync(at(`server/articles/${name}`), 'utf8').matchAll(/!\[(.*?)\]\((.+?)\)/g),
])
const clauses = readFileSync(at('docs/regulation.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))

/** Of a WebP, with a header of its own or of the lossy kind alone. */
const sizeOf = (bytes: Buffer) =>
  bytes.toString('latin1', 12, 16) === 'VP8X'
    ? [bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1]
    : [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]

test('every picture of an instruction is there and says in words what it shows; none is there for nothing', () => {
  expect(shown.map(([, , path]) => path?.replace('/help-pictures/', '')).toSorted()).toEqual(
    help.map(({ name }) => name).toSorted(),
  )
  expect(shown.filter(([, words = '']) => words.length < 10)).toEqual([])
})

test('every clause of the regulation is seen: in a picture of its own, or of the instructions; none is there for nothing', () => {
  const seen = clauses.map((line) => /<img src="(.+?)"/.exec(line)?.[1] ?? line)
  const known = [...regulation.map(({ name }) => `regulation/${name}`), ...help.map(({ name }) => `../${HELP}${name}`)]
  expect(seen.filter((path) => !known.includes(path))).toEqual([])
  expect(regulation.filter(({ name }) => !seen.includes(`regulation/${name}`)).map(({ name }) => name)).toEqual([])
})

test('none keeps a phone waiting, and each is as large as the page makes room for', () => {
  const all = [...help, ...regulation]
  expect(all.filter(({ bytes }) => bytes.length > 40_000).map(({ name }) => name)).toEqual([])
  expect(help.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(600_000)
  for (const { name, bytes } of all) {
    expect(sizeOf(bytes), name).toEqual(sizes[name.endsWith('-phone.webp') ? 'phone' : 'desktop'])
  }
})
