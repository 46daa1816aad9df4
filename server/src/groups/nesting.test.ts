import type { GroupId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { type Nested, nestingFaults } from './nesting.ts'

const id = (name: string) => name as GroupId
const tree = (shape: Record<string, string | null>): Nested[] =>
  Object.entries(shape).map(([name, parent]) => ({ id: id(name), parentId: parent === null ? null : id(parent) }))

test.each([
  ['at the top', { a: null }, 'a', undefined],
  ['in another', { a: null, b: 'a' }, 'b', undefined],
  ['three deep', { a: null, b: 'a', c: 'b' }, 'c', undefined],
  ['four deep', { a: null, b: 'a', c: 'b', d: 'c' }, 'd', 'too-deep'],
  ['with two levels in it, in another of two', { a: null, b: 'a', c: 'b', d: 'c' }, 'b', 'too-deep'],
  ['in itself', { a: 'a' }, 'a', 'in-itself'],
  ['in what lies in it', { a: 'b', b: 'a' }, 'a', 'in-itself'],
  ['in what is not there', { a: 'x' }, 'a', 'unknown'],
] as const)('a group %s', (_, shape, asked, fault) => {
  expect(nestingFaults(tree(shape), [id(asked)]).get(id(asked))).toBe(fault)
})
