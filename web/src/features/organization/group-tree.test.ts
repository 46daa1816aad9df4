import type { Group, GroupId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { inTree, placesFor } from './group-tree.ts'

const group = (id: string, parentId: string | null = null, kind: Group['kind'] = 'class') =>
  ({ id, parentId, kind }) as Group
const lines = (placed: ReturnType<typeof inTree>) => placed.map(({ group: { id }, depth }) => `${String(depth)} ${id}`)
const groups = [group('a'), group('b'), group('a1', 'a'), group('a11', 'a1'), group('b1', 'b'), group('x', 'gone')]

test('each group is followed by those that lie in it, and none is lost', () => {
  expect(lines(inTree(groups))).toEqual(['0 a', '1 a1', '2 a11', '0 b', '1 b1', '0 x'])
})

test('a group is offered every place but «Педагоги», itself and what lies in it', () => {
  const offered = placesFor([group('s', null, 'staff'), ...groups], 'a' as GroupId)
  expect(lines(offered)).toEqual(['0 b', '1 b1', '0 x'])
})
