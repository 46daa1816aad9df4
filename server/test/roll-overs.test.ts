import type { AuditAction } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { kindergarten, openYear } from './roll-over-seed.ts'
import { membersBySides } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Year = Awaited<ReturnType<typeof openYear>>
let year: Year
beforeEach(async () => {
  year = await openYear(world)
})

describe('a roll-over together', () => {
  test('is shown before anything changes, and is the same for whoever comes second', async () => {
    const { young } = await kindergarten(year)
    const draft = await year.begin()

    expect(draft).toMatchObject({
      state: 'draft',
      totals: { staying: 1, moving: 0, leaving: 2, renamed: 1, closing: 1, faults: 0 },
    })
    expect(draft.groups.map(({ after, going }) => [after?.name, going])).toEqual([
      ['Средняя «Ромашки»', [{ toGroupId: young, count: 1 }]],
      [undefined, [{ toGroupId: null, count: 2 }]],
    ])
    expect(await year.childrenOf(draft.id, young)).toMatchObject([
      { name: 'Аня', toGroupId: young, isException: false },
    ])
    expect((await year.begin('onwards', await year.organization.admin())).id).toBe(draft.id)
    expect(await year.groupNames()).toEqual([
      ['Младшая «Ромашки»', 'младшая', 1],
      ['Подготовительная «Лучики»', 'подготовительная', 2],
    ])
  })

  test('lets groups grow older with their chat; the oldest leave, their chat stays to be read by who is here', async () => {
    const { young, old, teacher, both, onlyOld, talk, vera } = await kindergarten(year)
    const applied = await year.apply(await year.begin())
    expect(applied.json()).toMatchObject({ state: 'applied', totals: { leaving: 2 } })

    expect(await year.groupNames()).toEqual([['Средняя «Ромашки»', 'средняя', 1]])
    expect(await year.chatOf(both, young)).toMatchObject({ id: talk.young?.id, title: 'Средняя «Ромашки»' })
    expect(await year.texts(both, talk.young?.id)).toEqual(['доброе утро', 'year-began'])

    const archive = (await year.chatsOf(both)).find(({ id }) => id === talk.old?.id)
    expect(archive).toMatchObject({ isArchived: true, state: 'read-only', binding: null, abilities: { post: false } })
    expect(archive?.title).toMatch(/^Подготовительная «Лучики», \d{4}\/\d\d$/)
    expect(await year.texts(both, talk.old?.id)).toEqual(['прощание с садом', 'year-ended'])
    expect((await year.say(teacher, talk.old?.id, 'ещё слово')).json()).toMatchObject({ code: 'chat-read-only' })

    // Former: no access, history kept.
    expect(await year.chatsOf(onlyOld)).toEqual([])
    expect(await year.texts(onlyOld, talk.old?.id)).toBe(404)
    expect(await year.groupsOf(vera)).toEqual([])
    for (const groupId of [young, old]) {
      const { view, chat } = await membersBySides(world, groupId)
      expect(chat).toEqual(view)
    }
    const written = await world.db
      .selectFrom('audit_entry')
      .where('organization_id', '=', year.organization.id)
      .select('action')
      .execute()
    const count = (action: AuditAction) => written.filter((entry) => entry.action === action).length
    expect([count('roll-over.applied'), count('child.removed'), count('membership.ended')]).toEqual([1, 2, 1])
  })

  test('takes an exception: one stays a year by going to the younger group, one leaves', async () => {
    const { young, old, borya, vera, anya } = await kindergarten(year)
    let draft = await year.begin()
    draft = await year.plan(draft.id, `groups/${old}/children/${vera}`, { toGroupId: young })
    draft = await year.plan(draft.id, `groups/${young}/children/${anya}`, { toGroupId: null })
    expect(draft.totals).toMatchObject({ staying: 0, moving: 1, leaving: 2 })
    // Back to what the group does.
    await year.plan(draft.id, `groups/${young}/children/${anya}`)
    const [last] = (await year.latest()).groups
    expect(last?.coming).toBe(1)

    await year.apply(await year.latest())
    expect([await year.groupsOf(vera), await year.groupsOf(anya), await year.groupsOf(borya)]).toEqual([
      [young],
      [young],
      [],
    ])
  })

  test('gives no group the name of «Педагоги»', async () => {
    const { young } = await kindergarten(year)
    const draft = await year.begin()
    const after = { name: 'педагоги', age: 'средняя' }
    const planned = await year.plan(draft.id, `groups/${young}`, { toGroupId: young, after })
    expect(planned.groups.map(({ fault }) => fault)).toEqual(['name-taken', null])
    expect((await year.apply(planned)).json()).toMatchObject({ status: 409, code: 'roll-over-faulty' })
  })

  test('is not done while a group is planned badly, nor when nothing would change', async () => {
    const { young } = await kindergarten(year)
    const draft = await year.begin()
    const bad = await year.plan(draft.id, `groups/${young}`, { toGroupId: young, after: null })
    expect(bad.groups[0]?.fault).toBe('closes-with-children')
    expect((await year.apply(bad)).json()).toMatchObject({ status: 409, code: 'roll-over-faulty' })

    const other = await openYear(world)
    await other.group('Ромашки', '')
    expect((await other.apply(await other.begin())).json()).toMatchObject({ status: 409, code: 'roll-over-empty' })
  })
})

describe('a roll-over onwards', () => {
  test('moves children into the next group; each group has a fresh chat, the old one stays an archive', async () => {
    const { organization, group } = year
    const [a, b] = [await group('А', 'старшая'), await group('Б', 'подготовительная')]
    const [lead, next] = [await organization.teacher({ groups: [a] }), await organization.teacher({ groups: [b] })]
    const [anya, borya] = [await organization.child('Аня', a), await organization.child('Боря', b)]
    const [mother, father] = [await organization.parent([anya]), await organization.parent([borya])]
    await year.settle()
    const [old, older] = [await year.chatOf(lead, a), await year.chatOf(next, b)]
    await year.say(lead, old?.id, 'про младших')
    await year.say(next, older?.id, 'про средних')

    const draft = await year.begin('onwards')
    await year.apply(
      await year.plan(draft.id, `groups/${b}`, { toGroupId: null, after: { name: 'Б', age: 'подготовительная' } }),
    )

    expect(await year.groupsOf(anya)).toEqual([b])
    const fresh = await year.chatOf(mother, b)
    expect(fresh?.id).not.toBe(older?.id)
    expect(await year.texts(mother, fresh?.id)).toEqual([])
    expect(await year.texts(mother, older?.id)).toBe(404)
    expect(await year.texts(mother, old?.id)).toEqual(['про младших', 'year-ended'])
    expect((await year.chatsOf(next)).map(({ isArchived }) => isArchived).sort()).toEqual([false, true])
    expect(await year.chatsOf(father)).toEqual([])
    expect((await year.chatOf(lead, a))?.memberCount).toBe(1)
  })
})

describe('at once', () => {
  test('two administrators: one does it, the other is told so; a retry by the one is no mistake', async () => {
    await kindergarten(year)
    const draft = await year.begin()
    const other = await year.organization.admin()
    const answers = await Promise.all([year.apply(draft), year.apply(draft, other)])

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const winner = answers[0].statusCode === 200 ? year.admin : other
    expect((await year.apply(draft, winner)).statusCode).toBe(200)
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'roll-over-over' })
    expect(await year.plan(draft.id, 'way', { way: 'onwards' })).toMatchObject({ code: 'roll-over-over' })
  })

  test('what was looked at is done, or nothing: a child who came meanwhile is seen first', async () => {
    const { young } = await kindergarten(year)
    const draft = await year.begin()
    await year.ask('POST', `/api/groups/${young}/children`, { children: [{ id: crypto.randomUUID(), name: 'Глеб' }] })

    expect((await year.apply(draft)).json()).toMatchObject({ status: 409, code: 'roll-over-changed' })
    expect((await year.groupNames())[0]).toEqual(['Младшая «Ромашки»', 'младшая', 2])
  })

  test('an import into a group that has grown older is looked at again', async () => {
    await kindergarten(year)
    const base = `/api/organizations/${year.organization.id}/imports`
    const id = crypto.randomUUID()
    const list = await year.ask('PUT', `${base}/${id}`, { text: 'Группа;Ребёнок\nМладшая «Ромашки»;Зуев Лев' })
    const seen = list.json<{ digest: string }>().digest
    const draft = await year.begin()
    const [rolled, imported] = await Promise.all([
      year.apply(draft),
      year.ask('PUT', `/api/imports/${id}/applied?seen=${seen}`),
    ])

    expect([rolled.statusCode, imported.statusCode].sort()).toEqual([200, 409])
    const refused = [rolled, imported].find(({ statusCode }) => statusCode === 409)
    expect(refused?.json<{ code: string }>().code).toMatch(/^(import-outdated|roll-over-changed)$/)
  })
})
