import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createFiles } from '#files/index.ts'
import { type Allowance, allowance } from '#letters-in/guard.ts'
import { openListener } from '#letters-in/listen.ts'
import { createLetterWorld, help, type LetterWorld } from './letter-world.ts'

// Whoever knocks here is from one network, and near: counted as if from afar.
let place: LetterWorld
beforeAll(async () => {
  place = await createLetterWorld({ networkOf: (address) => address, ofOneNetwork: 10 })
})
afterAll(() => place.close())
beforeEach(async () => {
  place.time.aheadMs += 24 * 3600_000
  await place.world.db.deleteFrom('incoming_letter').execute()
})

const ended = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket
      .on('error', () => undefined)
      .on('close', () => {
        resolve()
      })
  })

function knock(port: number, say?: (socket: Socket) => void) {
  const socket = connect(port, '127.0.0.1')
  const closed = ended(socket)
  const greeted = new Promise<boolean>((resolve) => {
    socket.once('data', () => {
      resolve(true)
    })
    void closed.then(() => {
      resolve(false)
    })
  })
  socket.resume()
  if (say) say(socket)
  return { socket, greeted, closed }
}

const listen = (allowed: Partial<Allowance>) =>
  openListener(createFiles(place.world.context), 0, () => undefined, { ...allowance, ...allowed })

test('a fourth connection from one network is not heard, and the place is free again when one of them goes', async () => {
  const { port, stop } = await listen({ networkOf: () => 'one', ofOneNetwork: 3 })
  const held = [knock(port), knock(port), knock(port)]
  expect(await Promise.all(held.map(({ greeted }) => greeted))).toEqual([true, true, true])
  expect(await knock(port).greeted).toBe(false)
  held[0]?.socket.destroy()
  // The server hears of it a moment later.
  await expect.poll(() => knock(port).greeted).toBe(true)
  await stop()
})

test('whoever says nothing, or keeps saying a little for ever, is sent away', async () => {
  const { port, stop } = await listen({ idleMs: 300, longestMs: 1_500 })
  const silent = knock(port)
  let pause: NodeJS.Timeout | undefined
  const slow = knock(port, (socket) => {
    pause = setInterval(() => socket.write('NOOP\r\n'), 100)
  })
  await Promise.all([silent.closed, slow.closed])
  clearInterval(pause)
  await stop()
})

test('who sends nothing but what is refused waits; what others send goes on', async () => {
  const refused = { from: 'x@mail.example', text: ' ' }
  for (let n = 0; n < 30; n += 1) await expect(place.send(refused)).rejects.toMatchObject({ responseCode: 554 })
  await expect(place.send(refused)).rejects.toMatchObject({ responseCode: 421 })
  expect(await place.outcomes()).toHaveLength(30)
  place.time.aheadMs += 11 * 60_000
  await place.send({ subject: 'Позже', text: 'Теперь по делу' })
})

test('forged senders use up what their own server has, not what is there for all', async () => {
  for (let n = 0; n < 40; n += 1) await place.send({ from: `f${String(n)}@forged.example`, text: 'Пустите' })
  await expect(place.send({ from: 'f40@forged.example', text: 'Пустите' })).rejects.toMatchObject({ responseCode: 451 })
  const { count } = await place.world.db
    .selectFrom('rate_limit')
    .select('count')
    .where('key', '=', 'letters-in')
    .executeTakeFirstOrThrow()
  expect(count).toBeLessThan(100)
})

test('at most five letters a day that nobody has looked at go to one address; of what was refused, the newest 5 000 stay', async () => {
  for (let n = 0; n < 7; n += 1)
    await place.send({ from: 'elena2@mail.example', subject: `Раз ${String(n)}`, text: 'Ещё' })
  await place.world.runJobs()
  expect(place.outbox.allTo('elena2@mail.example')).toHaveLength(5)

  const line = { sender: 'a@b.example', recipient: help, subject: '', size: 1, outcome: 'automatic' as const }
  const rows = Array.from({ length: 5_010 }, (_, n) => {
    return { id: crypto.randomUUID(), at: new Date(Date.now() + place.time.aheadMs - n * 1_000), ...line }
  })
  await place.world.db.insertInto('incoming_letter').values(rows.slice(0, 2_600)).execute()
  await place.world.db.insertInto('incoming_letter').values(rows.slice(2_600)).execute()
  await place.runTask('forget-letters')
  const left = await place.world.db.selectFrom('incoming_letter').select('outcome').execute()
  expect(left.filter(({ outcome }) => outcome === 'automatic')).toHaveLength(5_000)
  expect(left.filter(({ outcome }) => outcome === 'ticket-begun')).toHaveLength(7)
})
