import { expect, test } from 'vitest'
import { deletionPolicy, type ExportFacts, exportPolicy } from './policy.ts'

const archives: Record<ExportFacts['state'], { owner: string; other: string }> = {
  waiting: { owner: 'not-found', other: 'not-found' },
  ready: { owner: 'allow', other: 'not-found' },
  failed: { owner: 'not-found', other: 'not-found' },
  over: { owner: 'not-found', other: 'not-found' },
}

test.each(Object.entries(archives))('an archive that is %s', (state, { owner, other }) => {
  const facts = { state: state as ExportFacts['state'] }
  expect(exportPolicy.read({ ...facts, isOwner: true })).toBe(owner)
  expect(exportPolicy.read({ ...facts, isOwner: false })).toBe(other)
})

test.each([
  [false, false, []],
  [true, false, ['still-member']],
  [false, true, ['still-operator']],
  [true, true, ['still-member', 'still-operator']],
])('deleting an account: member %s, operator %s', (isMember, isOperator, obstacles) => {
  expect(deletionPolicy({ isMember, isOperator })).toEqual(obstacles)
})
