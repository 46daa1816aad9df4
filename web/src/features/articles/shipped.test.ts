import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = (path: string) => new URL(`../../../../${path}`, import.meta.url)
const files = readdirSync(folder('server/articles/')).filter((file) => file.endsWith('.md'))
const articles = files.map((file) => {
  const [, head = '', text = ''] = readFileSync(folder(`server/articles/${file}`), 'utf8').split(/^---$/m)
  const [, screens = ''] = /^screens: (.*)$/m.exec(head) ?? []
  return { name: file.slice(0, -3), screens: screens.split(', '), text }
})

/** Everything that stands on some screen; what is filled in, and the branches of a plural, may be anything. */
const catalogues = await Promise.all(
  readdirSync(folder('web/src/locales/ru/')).map(
    async (file) => (await import(`../../locales/ru/${file}`)) as Record<string, Record<string, string>>,
  ),
)
const messages = catalogues.flatMap((file) => Object.values(file)).flatMap((texts) => Object.values(texts))
/** «Комментировать», where the screen would say «0 комментариев». */
const ofNone = messages.flatMap((text) => /^\{\w+, plural, =0 \{([^{}#]+)\}/.exec(text)?.[1] ?? [])
const plain = new Set([...messages, ...ofNone])
const patterns = messages.filter((text) => text.includes('{')).map(toPattern)

function toPattern(message: string): RegExp {
  let depth = 0
  let pattern = ''
  for (const sign of message) {
    if (sign === '{') depth += 1
    if (depth === 0) pattern += sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    if (sign === '}' && --depth === 0) pattern += '.+'
  }
  return new RegExp(`^${pattern}$`)
}
/** A message of nothing but what is filled in would be everything. */
const isWordy = (pattern: RegExp) => /[а-яё]{3}/i.test(pattern.source)
const wordy = patterns.filter(isWordy)
const isOnScreen = (words: string) => plain.has(words) || wordy.some((pattern) => pattern.test(words))

/** What is quoted and stands on somebody else's screen, or on none. */
const foreign = ['Спам', 'мама Вани', 'Утренник 8 марта']

/** As the router has them; read rather than run: the whole application would have to be loaded for it. */
const sources = [
  'lib/routes.ts',
  ...readdirSync(folder('web/src/features/')).map((name) => `features/${name}/routes.tsx`),
]
const declared = sources
  .filter((file) => existsSync(folder(`web/src/${file}`)))
  .flatMap((file) => [
    ...readFileSync(folder(`web/src/${file}`), 'utf8').matchAll(
      /(?:const (\w+) = )?createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: '([^']+)'/g,
    ),
  ])
const pathOf = (parent: string, path: string): string => {
  const [, , above = '', own = ''] = declared.find(([, name]) => name === parent) ?? []
  return `${own === '' ? '' : pathOf(above, own)}${path === '/' ? '' : `/${path.replace(/^\//, '')}`}`
}
const routes = new Set(declared.map(([, , parent = '', path = '']) => pathOf(parent, path)))

describe.each(articles)('$name', ({ screens, text }) => {
  test('explains pages that there are', () => {
    expect(screens).not.toContain('')
    expect(screens.filter((screen) => !routes.has(screen))).toEqual([])
  })

  test('calls what is on screen as it is called there: in bold, or in quotes', () => {
    const quoted = [...text.matchAll(/\*\*(.+?)\*\*|«(.+?)»/g)].map(([, bold, words]) => bold ?? words ?? '')
    expect(quoted.filter((words) => !isOnScreen(words) && !foreign.includes(words))).toEqual([])
  })

  test('leads only to articles that there are', () => {
    const named = [...text.matchAll(/\/help\/articles\/([a-z0-9-]+)/g)].map(([, name]) => name)
    expect(named.filter((name) => !articles.some((one) => one.name === name))).toEqual([])
  })
})
