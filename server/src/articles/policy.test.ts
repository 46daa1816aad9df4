import { describe, expect, test } from 'vitest'
import { type ArticleFacts, articlePolicy, articleRolesOf, type ArticleVerdict } from './policy.ts'

type Key = `${ArticleFacts['reader']}, ${'open' | 'not open'}, ${'shown' | 'hidden'}`

const table: Record<Key, ArticleVerdict> = {
  'nobody, open, shown': 'allow',
  'nobody, open, hidden': 'not-found',
  'nobody, not open, shown': 'not-found',
  'nobody, not open, hidden': 'not-found',
  'account, open, shown': 'allow',
  'account, open, hidden': 'not-found',
  'account, not open, shown': 'allow',
  'account, not open, hidden': 'not-found',
  'operator, open, shown': 'allow',
  'operator, open, hidden': 'allow',
  'operator, not open, shown': 'allow',
  'operator, not open, hidden': 'allow',
}

describe('who reads an article', () => {
  test.each(Object.entries(table))('%s: %s', (key, verdict) => {
    const [reader, open, hidden] = key.split(', ') as [ArticleFacts['reader'], string, string]
    expect(articlePolicy.read({ reader, isOpen: open === 'open', isHidden: hidden === 'hidden' })).toBe(verdict)
  })
})

test('one reads for every role one has anywhere, each once', () => {
  const held = [
    { role: 'teacher', isAdmin: true },
    { role: 'parent', isAdmin: false },
    { role: 'parent', isAdmin: false },
  ] as const
  expect(articleRolesOf(held, false)).toEqual(['teacher', 'admin', 'parent'])
  expect(articleRolesOf([{ role: 'management', isAdmin: false }], true)).toEqual(['head', 'operator'])
  expect(articleRolesOf([{ role: 'student', isAdmin: false }], false)).toEqual(['parent'])
  expect(articleRolesOf([], false)).toEqual([])
})
