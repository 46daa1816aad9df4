import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from './world.ts'

let world: World
const media = createServer().on('upgrade', (_request, socket) => {
  socket
    .on('error', () => undefined)
    .end('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n')
})
beforeAll(async () => {
  media.listen(0, '127.0.0.1')
  await once(media, 'listening')
  const url = `http://127.0.0.1:${String((media.address() as AddressInfo).port)}`
  world = await createWorld({
    livekit: { state: () => ({ isAvailable: true }), url, apiKey: 'key', apiSecret: 'secret' },
  })
})
afterAll(async () => {
  await world.close()
  media.close()
})

async function ask(path: string): Promise<Socket> {
  const [host = '', port = ''] = world.address().split(':')
  const socket = connect(Number(port), host)
  await once(socket, 'connect')
  const headers = ['Host: x', 'Upgrade: websocket', 'Connection: Upgrade']
  socket.write(`GET ${path} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
  return socket
}

async function answerTo(path: string): Promise<string> {
  const socket = await ask(path)
  const [first] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return first.toString().split('\r\n', 1)[0] ?? ''
}

test.each(['/nothing', '/rtc', '/api/realtime'])('who asks for %s and hangs up at once does no harm', async (path) => {
  for (let i = 0; i < 20; i += 1) {
    const socket = await ask(path)
    await new Promise((resolve) => setImmediate(resolve))
    socket.resetAndDestroy()
  }
  expect(await answerTo('/nothing')).toBe('HTTP/1.1 404 Not Found')
})
