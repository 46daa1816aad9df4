import { expect, test } from 'vitest'
import { type ExportFacts, exportPolicy } from './policy.ts'

const verdicts: Record<ExportFacts['state'], 'allow' | 'not-found'> = {
  waiting: 'not-found',
  ready: 'allow',
  failed: 'not-found',
  over: 'not-found',
}

test.each(Object.entries(verdicts))('an archive that is %s', (given, verdict) => {
  const state = given as ExportFacts['state']
  expect(exportPolicy.read({ state, isAsker: true, mayHave: true })).toBe(verdict)
  for (const [isAsker, mayHave] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    expect(exportPolicy.read({ state, isAsker, mayHave })).toBe('not-found')
  }
})
