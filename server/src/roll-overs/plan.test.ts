import type { ChildId, GroupId, GroupKind } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import { type Decisions, makePlan, type Now } from './plan.ts'

const id = (name: string) => name as GroupId
const child = (name: string) => name as ChildId

function now(groups: Record<string, [age: string, ...children: string[]]>, kinds: Record<string, GroupKind> = {}): Now {
  const names = Object.keys(groups)
  return {
    groups: names.map((name) => {
      return { id: id(name), kind: kinds[name] ?? 'class', name, age: groups[name]?.[0] ?? '', parentId: null }
    }),
    belongings: names.flatMap((name) =>
      (groups[name] ?? []).slice(1).map((one) => ({ groupId: id(name), childId: child(one) })),
    ),
  }
}
const nothing: Decisions = { way: 'together', groups: {}, children: {} }
const ways = (plan: ReturnType<typeof makePlan>) =>
  plan.steps.map(({ childId, groupId, toGroupId }) => `${childId}: ${groupId} → ${toGroupId ?? 'вышел'}`)

const kindergarten = now({
  'Младшая «А»': ['младшая', 'Аня'],
  'Средняя «Б»': ['средняя', 'Боря'],
  'Подготовительная «В»': ['подготовительная', 'Вера'],
})

describe('together', () => {
  test('groups keep their children and grow older by name and age, the oldest graduate and close', () => {
    const plan = makePlan(kindergarten, nothing)
    expect(plan.groups.map(({ name, after }) => [name, after?.name, after?.age])).toEqual([
      ['Младшая «А»', 'Средняя «А»', 'средняя'],
      ['Средняя «Б»', 'Старшая «Б»', 'старшая'],
      ['Подготовительная «В»', undefined, undefined],
    ])
    expect(ways(plan)).toEqual([
      'Аня: Младшая «А» → Младшая «А»',
      'Боря: Средняя «Б» → Средняя «Б»',
      'Вера: Подготовительная «В» → вышел',
    ])
  })

  test('clubs go on, and so does a group whose age says nothing: that it is unclear is said', () => {
    const plan = makePlan(now({ Шахматы: ['средняя'], Ромашки: [''] }, { Шахматы: 'club' }), nothing)
    expect(plan.groups.map(({ after, isUnclear }) => [after?.age, isUnclear])).toEqual([
      ['средняя', false],
      ['', true],
    ])
  })
})

describe('onwards', () => {
  const onwards: Decisions = { ...nothing, way: 'onwards' }

  test('children move into the next group, the first into the first, and groups stay what they are', () => {
    const plan = makePlan(
      now({
        С1: ['старшая', 'а'],
        С2: ['старшая', 'б'],
        С3: ['старшая', 'в'],
        П1: ['подготовительная', 'г'],
        П2: ['подготовительная'],
      }),
      onwards,
    )
    expect(ways(plan)).toEqual(['а: С1 → П1', 'б: С2 → П2', 'в: С3 → П2', 'г: П1 → вышел'])
    expect(plan.groups[0]?.after).toEqual({ name: 'С1', age: 'старшая' })
  })

  test('nobody skips a year where the youngest groups are two years', () => {
    const groups = now({
      Капельки: ['ясельная', 'а'],
      Ромашки: ['1 младшая', 'б'],
      Васильки: ['вторая младшая', 'в'],
      Гномики: ['младшая', 'г'],
      Лучики: ['средняя', 'д'],
      Непоседы: ['средняя', 'е'],
      П: ['старшая'],
      В: ['подготовительная'],
    })
    expect(ways(makePlan(groups, onwards)).slice(0, 4)).toEqual([
      'а: Капельки → Ромашки',
      'б: Ромашки → Васильки',
      'в: Васильки → Лучики',
      'г: Гномики → Непоседы',
    ])
  })

  test('where the oldest have no group to move into, they grow older in place, and so do all below them', () => {
    const plan = makePlan(now({ М: ['младшая', 'а'], С: ['средняя', 'б'], Ст: ['старшая', 'в'] }), onwards)
    expect(ways(plan)).toEqual(['а: М → М', 'б: С → С', 'в: Ст → Ст'])
    expect(plan.groups.map(({ after }) => after?.age)).toEqual(['средняя', 'старшая', 'подготовительная'])
  })

  test('nobody moves into a group that was told by hand to keep its children, or to close', () => {
    const groups = now({ М: ['младшая', 'а'], С: ['средняя', 'б'], Ст: ['старшая', 'в'], П: ['подготовительная', 'г'] })
    const kept = makePlan(groups, { ...onwards, groups: { С: { toGroupId: id('С'), after: { name: 'С', age: '' } } } })
    expect(ways(kept)).toEqual(['а: М → М', 'б: С → С', 'в: Ст → П', 'г: П → вышел'])
    expect(kept.groups[0]?.after?.age).toBe('средняя')
    const closed = makePlan(groups, { ...onwards, groups: { С: { toGroupId: id('Ст'), after: null } } })
    expect(ways(closed)).toEqual(['а: М → М', 'б: С → Ст', 'в: Ст → П', 'г: П → вышел'])
  })

  test('a group emptied by hand takes those below it', () => {
    const groups = now({ М: ['младшая', 'а'], С: ['средняя', 'б'], Клуб: ['', 'в'] })
    const plan = makePlan(groups, {
      ...onwards,
      groups: { С: { toGroupId: id('Клуб'), after: { name: 'С', age: 'средняя' } } },
    })
    expect(ways(plan)).toEqual(['а: М → С', 'б: С → Клуб', 'в: Клуб → Клуб'])
  })

  test('the oldest graduate, and their group waits for the next', () => {
    const plan = makePlan(kindergarten, onwards)
    expect(ways(plan)).toContain('Вера: Подготовительная «В» → вышел')
    expect(plan.groups.at(-1)?.after).toEqual({ name: 'Подготовительная «В»', age: 'подготовительная' })
  })
})

describe('what is decided by hand', () => {
  test('goes before what is proposed, for a group and for one child of it', () => {
    const plan = makePlan(kindergarten, {
      ...nothing,
      groups: { 'Младшая «А»': { toGroupId: id('Средняя «Б»'), after: null } },
      children: { 'Средняя «Б» Боря': null },
    })
    expect(ways(plan)).toEqual([
      'Аня: Младшая «А» → Средняя «Б»',
      'Боря: Средняя «Б» → вышел',
      'Вера: Подготовительная «В» → вышел',
    ])
  })

  test('is forgotten where the chosen group is no more', () => {
    const gone = { toGroupId: id('Нет'), after: null }
    const plan = makePlan(kindergarten, {
      ...nothing,
      groups: { 'Младшая «А»': gone },
      children: { 'Средняя «Б» Боря': id('Нет') },
    })
    expect(ways(plan).slice(0, 2)).toEqual(['Аня: Младшая «А» → Младшая «А»', 'Боря: Средняя «Б» → Средняя «Б»'])
  })

  test.each([
    [
      'two of one name',
      { 'Младшая «А»': { toGroupId: id('Младшая «А»'), after: { name: 'старшая «б»', age: '' } } },
      ['name-taken', 'name-taken', null],
    ],
    [
      'closed over its children',
      { 'Младшая «А»': { toGroupId: id('Младшая «А»'), after: null } },
      ['closes-with-children', null, null],
    ],
  ] as const)('%s is a fault', (_, groups, faults) => {
    const plan = makePlan(kindergarten, { ...nothing, groups })
    expect(plan.groups.map(({ fault }) => fault)).toEqual(faults)
  })
})

test('who graduates leaves the clubs, too; who goes on in another class does not', () => {
  const plan = makePlan(
    now(
      { П: ['подготовительная', 'Вера', 'Глеб'], Ш: ['', 'Вера', 'Глеб'], Л: ['разновозрастная', 'Глеб'] },
      { Ш: 'club' },
    ),
    nothing,
  )
  expect(ways(plan)).toEqual(['Вера: П → вышел', 'Глеб: П → вышел', 'Вера: Ш → вышел', 'Глеб: Ш → Ш', 'Глеб: Л → Л'])
})
