import { randomUUID } from 'node:crypto'
import type { Chat, OwnMembership, Person, Waiting } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply, decide, newInn } from './application-seed.ts'
import { nameAccount, type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Someone = Awaited<ReturnType<World['person']>>

const contacts = async (who: Someone, { id }: SeededOrganization) =>
  (await who.request({ url: `/api/organizations/${id}/contacts` })).json<{ people: Person[] }>().people
const chats = async (who: Someone) => (await who.request({ url: '/api/chats' })).json<{ chats: Chat[] }>().chats
const belonging = async (who: Someone) =>
  (await who.request({ url: '/api/me/memberships' })).json<{ memberships: OwnMembership[] }>().memberships

/** A kindergarten where she teaches, and a club to which she brings her own child; a colleague in both. */
async function twoPlaces() {
  const [garden, club] = [await seedOrganization(world), await seedOrganization(world, { name: 'ЦДТ «Радуга»' })]
  const [she, colleague] = [await world.person(), await world.person()]
  await nameAccount(world, she.accountId, ['Лебедева', 'Мария', 'Сергеевна'])
  const groupId = await club.group('Кружок рисования', 'club')
  const childId = await club.child('Тимофей', groupId)
  await garden.teacher({ who: she })
  await club.parent([childId], 'мама Тимофея', she)
  const theirs = [await garden.teacher({ who: colleague }), await club.teacher({ who: colleague, groups: [groupId] })]
  return { garden, club, she, colleague, theirs: theirs.map(({ membershipId }) => membershipId) }
}

test('in each organization one is who one is there: name, label, rights, whom one may write to', async () => {
  const { garden, club, she } = await twoPlaces()
  const stranger = await garden.teacher()
  const own = await belonging(she)
  expect(own).toMatchObject([
    { organization: { id: garden.id }, role: 'teacher', name: 'Мария Сергеевна', label: 'воспитатель' },
    { organization: { id: club.id }, role: 'parent', name: 'Мария Лебедева', label: 'мама Тимофея' },
  ])
  expect(own.map(({ abilities }) => abilities.seeOrganizationPages)).toEqual([true, false])

  const [here, there] = [await contacts(she, garden), await contacts(she, club)]
  expect(here.map(({ membershipId }) => membershipId)).toContain(stranger.membershipId)
  expect(there.map(({ accountId }) => accountId)).not.toContain(stranger.accountId)
  const both = [...here, ...there].map(({ membershipId }) => membershipId)
  expect(new Set(both).size).toBe(both.length)
})

test('with the same person one has a chat in each organization; one that ends leaves the other alone', async () => {
  const { garden, club, she, colleague, theirs } = await twoPlaces()
  const open = async (place: SeededOrganization, membershipId = '') => {
    const url = `/api/organizations/${place.id}/direct-chats/${membershipId}`
    return (await she.request({ method: 'PUT', url })).json<Chat>()
  }
  const [atWork, ofTheChild] = [await open(garden, theirs[0]), await open(club, theirs[1])]
  expect(atWork.id).not.toBe(ofTheChild.id)
  expect((await open(garden, theirs[0])).id).toBe(atWork.id)
  // A membership of the other organization is nobody's in this one.
  expect(await open(garden, theirs[1])).toMatchObject({ status: 404 })

  const url = `/api/chats/${ofTheChild.id}/messages`
  await she.request({ method: 'POST', url, payload: { id: randomUUID(), text: 'Тимофей сегодня не придёт' } })
  const seen = new Map((await chats(colleague)).map((chat) => [chat.organizationId, chat]))
  expect(seen.get(garden.id)).toMatchObject({ id: atWork.id, unread: 0, peer: { label: 'воспитатель' } })
  expect(seen.get(club.id)).toMatchObject({ id: ofTheChild.id, unread: 1, peer: { label: 'мама Тимофея' } })
})

test('what waits for a decision is counted where it waits', async () => {
  const [garden, club] = [await seedOrganization(world), await seedOrganization(world)]
  const admin = await garden.admin()
  await club.admin(admin)
  const newcomer = await club.teacher({ isConfirmed: false })
  await newcomer.request({
    method: 'PUT',
    url: `/api/organizations/${club.id}/confirmations/${randomUUID()}`,
    payload: { position: 'педагог', howToCheck: 'Спросите заведующего' },
  })
  const waiting = (await admin.request({ url: '/api/me/waiting' })).json<Waiting>()
  expect(waiting.confirmations).toEqual([{ organizationId: club.id, count: 1 }])
})

test('whoever is among us already administers the new organization as soon as it is approved; a number asleep does not', async () => {
  const operator = await world.person({ isOperator: true })
  const [known, asleep] = [await world.person({ phone: '+79139007701' }), await world.person({ phone: '+79139007702' })]
  const halfAYearAgo = new Date(Date.now() - 181 * 24 * 3600 * 1000)
  await world.db.updateTable('account').set({ used_at: halfAYearAgo }).where('id', '=', asleep.accountId).execute()

  for (const [who, expected] of [
    [known, [{ role: 'teacher', isAdmin: true }]],
    [asleep, []],
  ] as const) {
    const { phone } = await world.db
      .selectFrom('account')
      .select('phone')
      .where('id', '=', who.accountId)
      .executeTakeFirstOrThrow()
    const inn = newInn()
    await apply(world, { inn, phone: phone ?? '' })
    expect((await decide(operator, inn, 'approve')).statusCode).toBe(200)
    expect(await belonging(who)).toMatchObject(expected)
  }
})
