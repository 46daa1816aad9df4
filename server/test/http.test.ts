import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('an address that does not exist answers with a problem document', async () => {
  const answer = await world.request({ url: '/api/nothing' })

  expect(answer.headers['content-type']).toMatch('application/problem+json')
  expect(answer.json()).toMatchObject({ status: 404, code: 'not-found', instance: '/api/nothing' })
})

test.each(['\0', '\ud83d'])('text that can not be stored is refused with the field it stands in', async (sign) => {
  const anna = await world.person()
  const payload = `{"givenName":"Анна${JSON.stringify(sign).slice(1, -1)}"}`
  const headers = { 'content-type': 'application/json' }
  const answer = await anna.request({ method: 'PATCH', url: '/api/me', headers, payload })

  expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/givenName', code: 'invalid-character' }] })
})

test.each(['nonsense', '%00', '1', 'x'.repeat(500)])(
  'what can not be the name of anything is not there: %s',
  async (id) => {
    const anna = await world.person()
    expect((await anna.request({ url: `/api/meetings/${id}` })).json()).toMatchObject({
      status: 404,
      code: 'not-found',
    })
  },
)

test('a write from another page is refused before anything else is looked at', async () => {
  const answer = await world.request({ method: 'POST', url: '/api/chats', headers: { origin: 'https://evil.test' } })

  expect(answer.json()).toMatchObject({ status: 403, code: 'wrong-origin' })
})
