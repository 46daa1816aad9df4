import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf, linkOf, seedLink } from './guest-world.ts'
import { createMeetingWorld, type MeetingGarden } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
  await place.world.db.deleteFrom('rate_limit').execute()
})

const withLink = (maxGuests?: number) => seedLink(place, garden, maxGuests)

test('no more are let in than the host allowed, and no more wait than a host can look at', async () => {
  const { asked, guest, host, teacher, meeting } = await withLink(1)
  const [first, second] = [await asked('Анна'), await asked('Пётр')]
  expect(codeOf(await host.decide(true, first.id, second.id))).toBe('guest-link-full')
  expect(await first.state(), 'all of them or nobody').toBe('waiting')
  await host.decide(true, first.id)
  expect(codeOf(await guest().ask('Ольга'))).toBe('guest-link-full')
  await linkOf(teacher, meeting.id, 50)
  const codes = []
  for (let at = 0; at < 21; at += 1) {
    await place.world.db.deleteFrom('rate_limit').execute()
    codes.push((await guest().ask(`Гость ${String(at)}`)).statusCode)
  }
  expect(codes).toEqual([...Array.from({ length: 19 }, () => 200), 409, 409])
})

test('a script that asks again and again has to wait', async () => {
  const { guest } = await withLink(50)
  const codes = []
  for (let at = 0; at < 21; at += 1) codes.push((await guest('k'.repeat(43)).ask('Анна')).statusCode)
  expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(codes[20]).toBe(429)
})

test.each([
  ['', 'required'],
  ['   ', 'required'],
  ['1234', 'not-a-name'],
  ['Анна\u202Eвт', 'not-a-name'],
  ['Анна<script>', 'not-a-name'],
  ['Ан\u200Bна', 'not-a-name'],
  ['А\u0301\u0301\u0301\u0301\u0301нна', 'not-a-name'],
  ['✔ Анна', 'not-a-name'],
  ['А'.repeat(61), 'too-long'],
])('nobody is called %j', async (name, fault) => {
  const { guest } = await withLink()
  expect((await guest().ask(name)).json()).toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/name', code: fault }],
  })
})
