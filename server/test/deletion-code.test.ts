import type { CodeSent } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

const outbox = createOutbox()
let world: World
beforeAll(async () => (world = await createWorld({ outbox })))
afterAll(() => world.close())

let number = 0
/** Belongs nowhere, and has a number that codes can be sent to. */
async function free() {
  number += 1
  const phone = `+7916000010${String(number)}`
  const person = await world.person({ phone })
  const send = async () => {
    const answer = await person.request({ method: 'POST', url: '/api/me/deletion/codes' })
    await world.runJobs()
    return answer.json<{ code: CodeSent | null }>().code
  }
  const remove = (code: object | null) =>
    person.request({ method: 'POST', url: '/api/me/deletion', payload: { isSure: true, code } })
  const sent = () => /\d{6}/.exec(outbox.lastTo(phone).text)?.[0] ?? ''
  return { ...person, phone, send, remove, sent }
}

test('deleting an account asks for a code to its own number; a wrong or another’s code deletes nothing', async () => {
  const [anna, boris] = [await free(), await free()]
  expect((await anna.remove(null)).json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/code' }] })
  const [own, others] = [await anna.send(), await boris.send()]
  if (!own || !others) throw new Error('Nothing was sent')
  expect(outbox.lastTo(anna.phone).text).toContain('чтобы удалить учётную запись')
  const wrong = anna.sent() === '000000' ? '111111' : '000000'
  expect((await anna.remove({ handle: own.handle, code: wrong })).json()).toMatchObject({ code: 'code-wrong' })
  expect((await anna.remove({ handle: others.handle, code: boris.sent() })).json()).toMatchObject({
    code: 'code-spent',
  })
  expect((await anna.request({ url: '/api/me' })).statusCode).toBe(200)

  expect((await anna.remove({ handle: own.handle, code: anna.sent() })).statusCode).toBe(200)
  expect((await anna.request({ url: '/api/me' })).statusCode).toBe(401)
})

test('whom no code can reach deletes without one', async () => {
  const nobody = await world.person()
  const url = '/api/me/deletion'
  expect((await nobody.request({ method: 'POST', url: `${url}/codes` })).json()).toEqual({ code: null })
  expect((await nobody.request({ method: 'POST', url, payload: { isSure: true } })).statusCode).toBe(200)
})
