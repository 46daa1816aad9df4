import type { RollOver } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTraces } from '../src/roll-overs/store.ts'
import { kindergarten, openYear } from './roll-over-seed.ts'
import { membersBySides } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

const DAY = 24 * 3600 * 1000
let world: World
let later = 0
beforeAll(async () => (world = await createWorld({ clock: () => new Date(Date.now() + later) })))
afterAll(() => world.close())

type Year = Awaited<ReturnType<typeof openYear>>
let year: Year
beforeEach(async () => {
  later = 0
  year = await openYear(world)
})

describe('undoing', () => {
  test('brings everything back within a week: groups, children, parents, chats, what was read', async () => {
    const { young, old, onlyOld, talk, vera } = await kindergarten(year)
    await world.db
      .insertInto('guardian_contact')
      .values({ child_id: vera, place: 0, name: 'Бабушка', phone: '+79123456789' })
      .execute()
    const draft = await year.begin()
    await year.apply(draft)
    later = 6 * DAY
    expect((await year.undo(draft)).json()).toMatchObject({ state: 'undone', undoableUntil: null })

    expect(await year.groupNames()).toEqual([
      ['Младшая «Ромашки»', 'младшая', 1],
      ['Подготовительная «Лучики»', 'подготовительная', 2],
    ])
    expect(await year.chatOf(onlyOld, old)).toMatchObject({ id: talk.old?.id, isArchived: false, state: 'open' })
    expect(await year.texts(onlyOld, talk.old?.id)).toEqual(['прощание с садом', 'year-ended', 'year-reopened', ''])
    expect(await year.groupsOf(vera)).toEqual([old])
    const { view, chat } = await membersBySides(world, young)
    expect(chat).toEqual(view)
    const contacts = await world.db.selectFrom('guardian_contact').where('child_id', '=', vera).select('name').execute()
    expect(contacts).toEqual([{ name: 'Бабушка' }])
    // A retry of a lost answer.
    expect((await year.undo(draft)).json()).toMatchObject({ state: 'undone' })
  })

  test('keeps what was said in a fresh chat meanwhile', async () => {
    const { organization, group } = year
    const [a, b] = [await group('А', 'старшая'), await group('Б', 'подготовительная')]
    const lead = await organization.teacher({ groups: [a, b] })
    await organization.child('Аня', a)
    await organization.child('Боря', b)
    await year.settle()
    const before = await year.chatOf(lead, b)
    await year.say(lead, before?.id, 'прошлый год')
    const draft = await year.begin('onwards')
    await year.plan(draft.id, `groups/${b}`, { toGroupId: null, after: { name: 'Б', age: 'подготовительная' } })
    const rollOver = await year.latest()
    await year.apply(rollOver)
    const fresh = await year.chatOf(lead, b)
    await year.say(lead, fresh?.id, 'новый год')
    await year.undo(draft)

    expect((await year.chatOf(lead, b))?.id).toBe(before?.id)
    const kept = (await year.chatsOf(lead)).find(({ id }) => id === fresh?.id)
    expect(kept).toMatchObject({ isArchived: true, title: 'Б, отменённый переход' })
    expect(await year.texts(lead, fresh?.id)).toEqual(['новый год', 'year-ended'])
  })

  test('leaves the links of a fresh chat with the chat that the group has again', async () => {
    const { organization, group } = year
    const oldest = await group('Б', 'подготовительная')
    const lead = await organization.teacher({ groups: [oldest] })
    await organization.child('Боря', oldest)
    await year.settle()
    const before = await year.chatOf(lead, oldest)
    await year.say(lead, before?.id, 'прошлый год')
    const draft = await year.begin('onwards')
    await year.apply(draft)
    const links = (chatId: string) => `/api/chats/${chatId}/invitations`
    const made = `${links((await year.chatOf(lead, oldest))?.id ?? '')}/${crypto.randomUUID()}`
    expect((await year.ask('PUT', made, {}, lead)).statusCode).toBe(200)
    expect((await year.undo(draft)).json()).toMatchObject({ state: 'undone' })

    const { invitations } = (await year.ask('GET', links(before?.id ?? ''), undefined, lead)).json<{
      invitations: object[]
    }>()
    expect(invitations).toMatchObject([{ state: 'open', chat: { id: before?.id } }])
  })

  test('is refused as a whole, with the names of what has gone on since', async () => {
    const { organization } = year
    const { young, borya, vera } = await kindergarten(year)
    const draft = await year.begin()
    await year.apply(draft)
    await year.ask('PATCH', `/api/groups/${young}`, { name: 'Средняя «Маки»' })
    await year.ask('PUT', `/api/groups/${young}/children/${vera}`)
    await organization.group('Подготовительная «Лучики»')

    const refused = await year.undo(draft)
    expect(refused.json()).toMatchObject({ status: 409, code: 'roll-over-in-use' })
    expect(
      refused
        .json<{ errors: { code: string; params: { name: string } }[] }>()
        .errors.map(({ code, params }) => [code, params.name]),
    ).toEqual([
      ['child-gone-on', 'Вера'],
      ['group-changed', 'Средняя «Маки»'],
      ['name-taken', 'Подготовительная «Лучики»'],
    ])
    expect(await year.groupsOf(borya)).toEqual([])
  })

  test('is over after a week, and then nothing is kept for it', async () => {
    const { vera } = await kindergarten(year)
    await world.db.insertInto('guardian_contact').values({ child_id: vera, place: 0, name: 'Бабушка' }).execute()
    const draft = await year.begin()
    expect((await year.apply(draft)).json<RollOver>().undoableUntil).not.toBeNull()
    later = 8 * DAY
    expect((await year.undo(draft)).json()).toMatchObject({ status: 409, code: 'roll-over-late' })

    await forgetTraces(world.db, new Date(Date.now() + later - 7 * DAY))
    const row = await world.db.selectFrom('roll_over').where('id', '=', draft.id).select('traces').executeTakeFirst()
    expect(row).toEqual({ traces: null })
    expect(
      await world.db.selectFrom('roll_over_member').where('roll_over_id', '=', draft.id).selectAll().execute(),
    ).toEqual([])
    expect(await world.db.selectFrom('guardian_contact').where('child_id', '=', vera).selectAll().execute()).toEqual([])
  })

  test('leaves a name alone that the roll-over did not give', async () => {
    const { organization, group } = year
    const [a, b] = [await group('А', 'старшая'), await group('Б', 'подготовительная')]
    await organization.child('Аня', a)
    await organization.child('Боря', b)
    await year.settle()
    const draft = await year.begin('onwards')
    await year.apply(await year.latest())
    expect((await year.ask('PATCH', `/api/groups/${a}`, { name: 'Астры' })).statusCode).toBe(200)
    expect((await year.undo(draft)).json()).toMatchObject({ state: 'undone' })

    expect(await year.groupNames()).toEqual([
      ['Астры', 'старшая', 1],
      ['Б', 'подготовительная', 1],
    ])
  })

  test('gives the children of a parent who has come back meanwhile to the new membership, a limit with them', async () => {
    const { onlyOld, young, old, vera } = await kindergarten(year)
    const granny = await year.organization.parent([vera], 'бабушка')
    await world.db
      .updateTable('guardianship')
      .set({ is_limited: true })
      .where('membership_id', '=', granny.membershipId)
      .execute()
    const draft = await year.begin()
    await year.apply(draft)
    const gleb = await year.organization.child('Глеб', young)
    const again = await year.organization.parent([gleb], 'мама', onlyOld)
    const grannyAgain = await year.organization.parent([gleb], 'бабушка', granny)
    await year.undo(draft)

    const guardians = await world.db
      .selectFrom('guardianship')
      .where('child_id', '=', vera)
      .where('until_at', 'is', null)
      .select(['membership_id', 'is_limited'])
      .orderBy('is_limited')
      .execute()
    expect(guardians).toEqual([
      { membership_id: again.membershipId, is_limited: false },
      { membership_id: grannyAgain.membershipId, is_limited: true },
    ])
    expect((await membersBySides(world, old)).view).toContain(onlyOld.accountId)
  })

  test('does not bring back a parent who has come back and left by themselves meanwhile', async () => {
    const { onlyOld, young, old, vera } = await kindergarten(year)
    const draft = await year.begin()
    await year.apply(draft)
    const gleb = await year.organization.child('Глеб', young)
    const again = await year.organization.parent([gleb], 'мама', onlyOld)
    const path = `/api/organizations/${year.organization.id}/departures/${again.membershipId}`
    expect((await year.ask('PUT', path, { groups: [], chatsTo: null, linksTo: null }, again)).statusCode).toBe(200)
    expect((await year.undo(draft)).json()).toMatchObject({ state: 'undone' })

    const { view, chat } = await membersBySides(world, old)
    expect(view).not.toContain(onlyOld.accountId)
    expect(chat).toEqual(view)
    const guardians = await world.db
      .selectFrom('guardianship')
      .where('child_id', '=', vera)
      .where('until_at', 'is', null)
      .select('membership_id')
      .execute()
    expect(guardians).toEqual([])
  })
})
