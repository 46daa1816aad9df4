import type { Broadcast } from '@kolosok/contract'
import { once } from 'node:events'
import { TokenVerifier } from 'livekit-server-sdk'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Garden, seedGarden, spectator } from './broadcast-world.ts'
import { type CallWorld, createCallWorld, LIVEKIT_ARRIVES_MS } from './call-world.ts'
import { origin, type World } from './world.ts'

const time = { aheadMs: 0 }
let world: CallWorld
let garden: Garden
beforeAll(async () => {
  world = await createCallWorld({ clock: () => new Date(Date.now() + time.aheadMs) })
}, LIVEKIT_ARRIVES_MS)
afterAll(() => world.close())
beforeEach(async () => {
  time.aheadMs = 0
  garden = await seedGarden(world)
})

type Someone = Awaited<ReturnType<World['person']>>

const tokenOf = async (who: Someone, broadcast: Broadcast) =>
  (await spectator(who).join(broadcast)).json<{ token: string }>().token

async function grantOf(who: Someone, broadcast: Broadcast) {
  const { apiKey, apiSecret } = world.livekit
  return (await new TokenVerifier(apiKey, apiSecret).verify(await tokenOf(who, broadcast))).video
}

/** Comes in as a browser does, and stays until the socket is closed. */
async function comeIn(who: Someone, broadcast: Broadcast) {
  const token = await tokenOf(who, broadcast)
  const socket = new WebSocket(`ws://${world.address()}/rtc?protocol=15&auto_subscribe=1&access_token=${token}`, {
    origin,
  })
  const answer = await Promise.race([
    once(socket, 'message').then(() => 'in'),
    once(socket, 'unexpected-response').then(([, { statusCode }]) => String(statusCode as number)),
  ])
  return {
    answer,
    socket,
    closed: once(socket, 'close'),
    leave: () => {
      socket.terminate()
    },
  }
}

async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look()
    if (isThere(seen)) return seen
    await sleep(50)
  }
}

const permissionOf = async (who: Someone, broadcast: Broadcast) =>
  (await world.media.listParticipants(broadcast.id)).find(({ identity }) => identity === who.accountId)

async function live(): Promise<Broadcast> {
  const broadcast = await garden.planned(garden.head)
  return (await spectator(garden.head).start(broadcast)).json<Broadcast>()
}

test('whoever starts it may be seen and heard, whoever looks on neither, and nobody sees that they do', async () => {
  const broadcast = await live()

  expect(await grantOf(garden.head, broadcast)).toMatchObject({ canPublish: true, hidden: false })
  expect(await grantOf(garden.mother, broadcast)).toMatchObject({
    room: broadcast.id,
    canSubscribe: true,
    canPublish: false,
    canPublishData: false,
    hidden: true,
  })
  expect((await spectator(garden.mother).enterStage(broadcast)).statusCode).toBe(403)
})

test('a guest who was raised may publish, in the room at once and by every token; put back, no more', async () => {
  const broadcast = await live()
  const there = await comeIn(garden.mother, broadcast)
  expect(there.answer).toBe('in')
  expect(await permissionOf(garden.mother, broadcast)).toMatchObject({ isLookingOn: true })

  await spectator(garden.mother).raiseHand(broadcast)
  expect((await spectator(garden.head).invite(broadcast, garden.mother)).statusCode).toBe(200)
  expect(await grantOf(garden.mother, broadcast)).toMatchObject({ canPublish: false })
  expect((await spectator(garden.mother).enterStage(broadcast)).json()).toMatchObject({ stage: 'on', isHandUp: false })
  await until(
    () => permissionOf(garden.mother, broadcast),
    (one) => one?.isLookingOn === false,
  )
  expect(await grantOf(garden.mother, broadcast)).toMatchObject({ canPublish: true, hidden: false })

  await spectator(garden.head).putBack(broadcast, garden.mother)
  await until(
    () => permissionOf(garden.mother, broadcast),
    (one) => one?.isLookingOn === true,
  )
  expect(await grantOf(garden.mother, broadcast)).toMatchObject({ canPublish: false })
  there.leave()
})

test('the door is shut to strangers, before it begins and after its end, and the end closes the room', async () => {
  const planned = await garden.planned(garden.head)
  const stranger = await garden.parent([])
  expect((await spectator(garden.mother).join(planned)).json()).toMatchObject({ code: 'broadcast-not-live' })
  await spectator(garden.head).start(planned)
  expect((await spectator(stranger).join(planned)).statusCode).toBe(404)
  const [there, late] = [await comeIn(garden.mother, planned), await tokenOf(garden.mother, planned)]

  await spectator(garden.head).end(planned)
  await there.closed
  expect((await spectator(garden.mother).join(planned)).json()).toMatchObject({ code: 'broadcast-over' })
  const validation = await world.request({ url: `/rtc/validate?access_token=${late}` })
  expect(validation.statusCode).toBe(403)
})

test('whoever it is not for any more is out within a moment, and their old token opens nothing', async () => {
  const broadcast = await live()
  const there = await comeIn(garden.mother, broadcast)
  const token = await tokenOf(garden.mother, broadcast)

  await world.db
    .updateTable('membership')
    .where('id', '=', garden.mother.membershipId)
    .set({ ended_at: new Date() })
    .execute()
  await there.closed
  expect((await world.request({ url: `/rtc/validate?access_token=${token}` })).statusCode).toBe(403)
})

test('it counts who looks on and keeps the most; the stage left empty for long ends it at that moment', async () => {
  const broadcast = await live()
  const others = [garden.mother, garden.teacher]
  for (const who of [garden.head, ...others]) await tokenOf(who, broadcast)
  const call = { id: broadcast.id } as never
  // Of a broadcast LiveKit knows people by their accounts: no guests are there.
  const known = ({ accountId }: { accountId: string }) => ({ identity: accountId })
  const at = new Date()
  for (const who of [garden.head, ...others]) await world.tell('joined', call, known(who), { at })
  expect(await spectator(garden.admin).read(broadcast)).toMatchObject({ viewers: 2, peak: 2, watched: 2 })

  await world.tell('left', call, known(garden.teacher), { at: new Date(at.getTime() + 1_000) })
  await world.tell('left', call, known(garden.head), { at: new Date(at.getTime() + 2_000) })
  expect(await spectator(garden.admin).read(broadcast)).toMatchObject({
    state: 'live',
    viewers: 1,
    peak: 2,
    watched: 2,
  })

  time.aheadMs = 6 * 60_000
  const ended = await until(
    () => spectator(garden.admin).read(broadcast),
    ({ state }) => state === 'ended',
  )
  expect(Date.parse(ended.endedAt ?? '') - at.getTime()).toBeLessThan(60_000)
  expect(ended).toMatchObject({ peak: 2, watched: 2, viewers: 0 })
})
