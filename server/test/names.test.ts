import type { ListedPerson } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#platform/db.ts'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import { waitsForLock } from './waits-for-lock.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function named() {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const url = `/api/organizations/${organization.id}/people`
  const find = async (search: string) => {
    const answer = await admin.request({ url, query: { search } })
    return answer.json<{ people: ListedPerson[] }>().people.map(({ fullName, person }) => [fullName, person.name])
  }
  return { organization, find }
}

test('whoever changes their name is listed and found by the new one, wherever they belong', async () => {
  const { organization, find } = await named()
  const { accountId } = await organization.teacher()
  await nameAccount(world, accountId, ['Берёзкина', 'Ольга', 'Львовна'])
  expect(await find('березкина')).toEqual([['Берёзкина Ольга Львовна', 'Ольга Львовна']])

  await nameAccount(world, accountId, ['Дубова', 'Ольга', 'Львовна'])

  expect(await find('березкина')).toEqual([])
  expect(await find('дубова')).toEqual([['Дубова Ольга Львовна', 'Ольга Львовна']])
})

test('somebody who is let in while they change their name is called by the new one', async () => {
  const { organization, find } = await named()
  const who = await world.person()
  let joining: Promise<unknown> | undefined
  await transact(world.db, async (tx) => {
    const renamed = { family_name: 'Новикова', given_name: 'Анна' }
    await tx.updateTable('account').where('id', '=', who.accountId).set(renamed).execute()
    joining = organization.parent([], 'мама', who)
    await waitsForLock(world.db)
  })
  await joining
  expect(await find('новикова')).toEqual([['Новикова Анна', 'Анна Новикова']])
})
