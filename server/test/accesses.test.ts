import type { AccessEntry } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Pick<World, 'request'>

async function garden() {
  const organization = await seedOrganization(world)
  const groupId = await organization.group('Младшая')
  const childId = await organization.child('Ваня К.', groupId)
  const [admin, teacher] = [await organization.admin(), await organization.teacher({ groups: [groupId] })]
  const mother = await organization.parent([childId], 'мама Вани')
  await nameAccount(world, teacher.accountId, ['Лебедева', 'Мария', 'Сергеевна'])
  await nameAccount(world, mother.accountId, ['Кузнецова', 'Елена'])
  const see = async (who: Person, url: string) => {
    expect((await who.request({ url })).statusCode).toBe(200)
  }
  const read = async (who: Person, url: string) =>
    (await who.request({ url })).json<{ entries: AccessEntry[] }>().entries
  return { ...organization, childId, groupId, admin, teacher, mother, see, read }
}

test('who opened whose page is written down once a day, and told to the office and to whom it is about', async () => {
  const { id, childId, admin, teacher, mother, see, read } = await garden()
  const pages = [`/api/children/${childId}`, `/api/organizations/${id}/people/${mother.membershipId}`]
  for (const page of [...pages, ...pages, ...pages]) await see(teacher, page)
  const seen = [
    { kind: 'person', reader: 'Лебедева Мария Сергеевна', about: 'Кузнецова Елена' },
    { kind: 'child', reader: 'Лебедева Мария Сергеевна', about: 'Ваня К.' },
  ]
  expect(await read(admin, `/api/organizations/${id}/accesses`)).toMatchObject(seen)
  expect(await read(mother, '/api/me/accesses')).toMatchObject(seen)
  expect(await read(mother, '/api/me/accesses')).toHaveLength(2)
  // Nobody else learns of it.
  expect(await read(teacher, '/api/me/accesses')).toEqual([])
})

test('what is one’s own, or refused, leaves no line', async () => {
  const { id, childId, groupId, admin, teacher, mother, see, read } = await garden()
  await see(mother, `/api/children/${childId}`)
  await see(teacher, `/api/organizations/${id}/people/${teacher.membershipId}`)
  expect((await mother.request({ url: `/api/organizations/${id}/people/${teacher.membershipId}` })).statusCode).toBe(
    404,
  )
  expect(await read(admin, `/api/organizations/${id}/accesses`)).toEqual([])

  const sheet = { method: 'POST', url: `/api/groups/${groupId}/invitation-sheet`, payload: { codes: [] } } as const
  await teacher.request(sheet)
  await admin.request({ method: 'POST', url: `/api/organizations/${id}/children/export`, payload: {} })
  const kinds = (await read(admin, `/api/organizations/${id}/accesses`)).map(({ kind }) => kind)
  expect(kinds).toEqual(['children-list', 'slips'])
})

test('a line can be neither changed nor deleted', async () => {
  const { childId, teacher, see } = await garden()
  await see(teacher, `/api/children/${childId}`)
  await expect(world.db.deleteFrom('access_entry').execute()).rejects.toThrow()
  await expect(world.db.updateTable('access_entry').set({ kind: 'slips' }).execute()).rejects.toThrow()
})
