import type { Group } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { namesOf } from './duties.ts'

const teacher = (name: string, duty: 'lead' | 'specialist') => ({
  person: { name },
  duty,
})
const group = (...teachers: ReturnType<typeof teacher>[]) => ({ teachers }) as unknown as Group

test('a group that only specialists come to is led by nobody', () => {
  expect(namesOf(group(teacher('Мария Андреевна', 'specialist')), 'lead')).toBe('')
})

test('of several each is named', () => {
  const both = group(teacher('Анна', 'lead'), teacher('Мария', 'specialist'), teacher('Ольга', 'lead'))
  expect(namesOf(both, 'lead')).toBe('Анна, Ольга')
})
