import type { Call, GuestId } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isGuestAllowed } from '../src/calls/guest-rooms.ts'
import { codeOf, guestBy, hostOf, JUST_BEFORE, linkOf, seedLink, tokenIn } from './guest-world.ts'
import { createMeetingWorld, type MeetingGarden, seedCallOf } from './meeting-world.ts'

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

/** So many ask, each of a browser of their own; how often each answer came. */
async function manyAsk({ guest }: Awaited<ReturnType<typeof withLink>>, count: number) {
  const codes: Record<number, number> = {}
  for (let at = 0; at < count; at += 1) {
    await place.world.db.deleteFrom('rate_limit').execute()
    const { statusCode } = await guest().ask(`Гость ${String(at)}`)
    codes[statusCode] = (codes[statusCode] ?? 0) + 1
  }
  return codes
}

test('no more are let in than the host allowed; the others of those who wait come in all the same', async () => {
  const { asked, guest, host, mother, callId } = await withLink(1)
  const [first, second] = [await asked('Анна'), await asked('Пётр')]
  const { db } = place.world
  const waiting = { waits_since: place.time.at, waiting_seen_at: place.time.at }
  const her = { call_id: callId, account_id: mother.accountId, ...waiting }
  await db.insertInto('call_person').values(her).execute()
  const answer = await host.decide(true, second.id, mother.accountId, first.id)
  expect(answer.json()).toMatchObject({ people: [{ id: second.id }], noPlace: 1 })
  expect([await first.state(), await second.state()], 'in order of coming').toEqual(['let-in', 'waiting'])
  expect(codeOf(await guest().ask('Ольга'))).toBe('guest-link-full')
  expect((await host.decide(true, second.id)).json()).toMatchObject({ noPlace: 1 })
})

test('whoever was in comes into the next call of the meeting, though the link is full', async () => {
  const { asked, host, teacher, meeting, callId, chatId } = await withLink(2)
  const [first, second] = [await asked('Анна'), await asked('Пётр')]
  await host.decide(true, first.id, second.id)
  await linkOf(teacher, meeting.id, 1)
  const { world, time } = place
  await world.db.updateTable('call').where('id', '=', callId).set({ ended_at: time.at, outcome: 'ended' }).execute()
  const next = await seedCallOf(world, chatId, [{ who: teacher, from: time.at.toISOString(), until: null }])
  expect([await first.state(), await second.state()]).toEqual(['waiting', 'waiting'])
  expect((await hostOf(teacher, next).decide(true, first.id, second.id)).json()).toEqual({ people: [], noPlace: 0 })
  expect([await first.state(), await second.state()]).toEqual(['let-in', 'let-in'])
})

test('all who may be let in can wait at once, and as many again', async () => {
  expect(await manyAsk(await withLink(12), 25)).toEqual({ 200: 24, 409: 1 })
})

test('a script that asks again and again has to wait; whoever has asked already may say it again', async () => {
  const { asked, guest } = await withLink(50)
  const speaker = await asked('Анна')
  const codes = []
  for (let at = 0; at < 20; at += 1) codes.push((await guest().ask('Анна')).statusCode)
  expect(codes.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 200))
  expect(codes[19]).toBe(429)
  expect((await speaker.ask('Анна')).statusCode).toBe(200)
})

test('going and coming back again and again has to wait, too: hosts hear of each time', async () => {
  const { asked } = await withLink()
  const speaker = await asked('Анна')
  const codes = []
  for (let at = 0; at < 20; at += 1) {
    await speaker.leave()
    codes.push((await speaker.comeBack()).statusCode)
  }
  expect(codes.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 200))
  expect(codes[19]).toBe(429)
})

test('whoever has gone waits no more, whatever their page goes on asking, until they say that they are back', async () => {
  const { asked, host } = await withLink()
  const speaker = await asked('Анна')
  await speaker.leave()
  expect([await speaker.state(), await speaker.state(), await host.ids()]).toEqual(['left', 'left', []])
  await host.decide(true, speaker.id)
  expect(await speaker.state(), 'nobody is let in who has gone').toBe('left')
  expect(codeOf(await speaker.join())).toBe('waiting-room')

  expect((await speaker.comeBack()).json()).toMatchObject({ state: 'waiting' })
  expect(await host.ids()).toEqual([speaker.id])
  await host.decide(true, speaker.id)
  await speaker.leave()
  expect(await speaker.state(), 'who hung up may come in again').toBe('let-in')
})

test('who answers for the chat lets guests in and shows them out, not whoever was first in the call', async () => {
  const { asked, host, callId, mother } = await withLink()
  const [speaker, next] = [await asked('Анна'), await asked('Пётр')]
  await host.decide(true, speaker.id)
  const { db } = place.world
  await db.updateTable('call').where('id', '=', callId).set({ started_by: mother.accountId }).execute()
  const hers = hostOf(mother, callId)
  const codes = [await hers.decide(true, next.id), await hers.remove(speaker.id)].map(({ statusCode }) => statusCode)
  expect([await hers.waiting(), ...codes]).toEqual([403, 403, 403])
  expect([await speaker.state(), await next.state()]).toEqual(['let-in', 'waiting'])
  const { abilities } = (await mother.request({ url: `/api/calls/${callId}` })).json<Call>()
  expect(abilities).toMatchObject({ letIn: false, remove: true, mute: true })
})

test('after its end, called off or held in one place, a meeting lets no guest in any more', async () => {
  const { asked, host, meeting, callId, teacher } = await withLink()
  const [inside, late] = [await asked('Анна'), await asked('Пётр')]
  await host.decide(true, inside.id)
  const waiting = async () => [
    await host.ids(),
    (await teacher.request({ url: `/api/calls/${callId}` })).json<Call>().waiting,
    await host.decide(true, late.id).then(() => late.state()),
  ]
  place.time.at = new Date('2026-12-10T15:59:59Z')
  await late.look()
  expect([await host.ids()]).toEqual([[late.id]])
  place.time.at = new Date('2026-12-10T16:00:01Z')
  expect(await waiting()).toEqual([[], 0, 'over'])
  const { db } = place.world
  expect(await isGuestAllowed(db, callId, inside.id as GuestId)).toBe(true)
  place.time.at = JUST_BEFORE
  await late.look()
  await db.updateTable('meeting').where('id', '=', meeting.id).set({ kind: 'in-person' }).execute()
  expect(await waiting()).toEqual([[], 0, 'over'])
  expect(await isGuestAllowed(db, callId, inside.id as GuestId)).toBe(false)
})

test('a link that closed when one guest was removed can be closed for those, too, who wait by it', async () => {
  const { asked, host, meeting, revoke, teacher } = await withLink()
  const [troll, again] = [await asked('Тролль'), await asked('Мария Ивановна')]
  await host.decide(true, troll.id)
  const seen = async () => (await teacher.request({ url: `/api/meetings/${meeting.id}/guest-link` })).json<object>()
  expect(await seen()).toMatchObject({ hasWaiting: false })
  await host.remove(troll.id)
  expect(await seen()).toEqual({ link: null, hasWaiting: true })
  expect(await again.state()).toBe('waiting')

  expect((await revoke()).statusCode).toBe(200)
  expect((await revoke()).statusCode).toBe(200)
  expect([await again.state(), await host.ids(), await seen()]).toEqual(['over', [], { link: null, hasWaiting: false }])
})

test('a key of one link’s guest is nobody at another link', async () => {
  const [one, other] = [await withLink(), await withLink()]
  const speaker = await one.asked('Анна')
  const elsewhere = guestBy(place.world, tokenIn(other.link), speaker.key)
  expect((await elsewhere.ask('Анна')).statusCode).toBe(404)
  expect(await other.host.ids()).toEqual([])
  expect((await other.host.decide(true, speaker.id)).json()).toEqual({ people: [], noPlace: 0 })
  expect(await speaker.state()).toBe('waiting')
  expect((await other.host.remove(speaker.id)).statusCode).toBe(404)
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
  ['\u3164', 'not-a-name'],
  ['Анна\u034F', 'not-a-name'],
  ['А'.repeat(61), 'too-long'],
])('nobody is called %j', async (name, fault) => {
  const { guest } = await withLink()
  expect((await guest().ask(name)).json()).toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '#/name', code: fault }],
  })
})
