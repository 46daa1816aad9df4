import type { Me } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('one’s own name is corrected to what others can read: without marks nobody sees, and in letters', async () => {
  const anna = await world.person({ givenName: 'Анна' })
  const rename = (payload: object) => anna.request({ method: 'PATCH', url: '/api/me', payload })
  // Turned round, and made to look like somebody else's.
  const turned = await rename({
    givenName: '\u202EАнна\u202C',
    patronymic: 'Павловна\u200B',
    familyName: 'Гро\u00ADмова',
  })
  expect(turned.json<Me>()).toMatchObject({ givenName: 'Анна', patronymic: 'Павловна', familyName: 'Громова' })
  for (const givenName of ['', '\u200B', '★ 1 ★'])
    expect((await rename({ givenName })).json()).toMatchObject({ errors: [{ pointer: '#/givenName' }] })
})
