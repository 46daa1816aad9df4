import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProxyServer } from 'http-proxy-3'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { createOperatorLink } from '#identity/index.ts'
import { createWorld, origin, type World } from './world.ts'

let open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.reverse()) await close()
  open = []
})

async function worldBehind(TRUST_PROXY?: string): Promise<World> {
  const world = await createWorld({ env: TRUST_PROXY === undefined ? {} : { TRUST_PROXY } })
  open.push(() => world.close())
  return world
}

/** A small proxy that says, as all do, from where it was asked. */
async function proxyTo(target: string): Promise<string> {
  const proxy = createProxyServer({ target: `http://${target}`, xfwd: true })
  const front: Server = createServer((request, response) => {
    proxy.web(request, response)
  }).listen(0, '127.0.0.1')
  await once(front, 'listening')
  open.push(() => {
    front.closeAllConnections()
    front.close()
  })
  return `127.0.0.1:${String((front.address() as AddressInfo).port)}`
}

/** The address that the session of whoever comes in is written down with. */
async function addressSeen(world: World, at: string, claimed?: string): Promise<string> {
  const token = (await createOperatorLink(world.context)).split('/').at(-1) ?? ''
  const headers = { origin, ...(claimed !== undefined && { 'x-forwarded-for': claimed }) }
  const answer = await fetch(`http://${at}/api/operator-link/${token}`, { method: 'POST', headers })
  expect(answer.status).toBe(200)
  const last = world.db.selectFrom('session').orderBy('created_at', 'desc').orderBy('id', 'desc').select('address')
  return (await last.executeTakeFirstOrThrow()).address
}

test('without a proxy that is trusted, nobody says from where they come', async () => {
  const world = await worldBehind()

  expect(await addressSeen(world, world.address(), '203.0.113.9')).toBe('127.0.0.1')
  expect(await addressSeen(world, await proxyTo(world.address()), '203.0.113.9')).toBe('127.0.0.1')
})

test('the proxy that is named is believed, and what was claimed in front of it is not', async () => {
  const world = await worldBehind('127.0.0.1')

  expect(await addressSeen(world, await proxyTo(world.address()), '203.0.113.9')).toBe('203.0.113.9')
  expect(await addressSeen(world, await proxyTo(world.address()), '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
})

test('who comes past the proxy that is named says nothing of where from', async () => {
  const world = await worldBehind('192.0.2.1')

  expect(await addressSeen(world, world.address(), '203.0.113.9')).toBe('127.0.0.1')
})

test('a list names the proxies that are believed', async () => {
  const world = await worldBehind('loopback, 10.0.0.0/8')

  const front = await proxyTo(world.address())
  expect(await addressSeen(world, front, '198.51.100.1, 203.0.113.9, 10.1.2.3')).toBe('203.0.113.9')
})

test.each(['true', 'false', '1', 'proxy', '127.0.0.1;10.0.0.1', '10.0.0.0/33', ','])(
  'TRUST_PROXY=%s is refused in one sentence',
  (TRUST_PROXY) => {
    expect(() => readConfig({ TRUST_PROXY })).toThrow('TRUST_PROXY: нужны адреса или сети прокси-серверов')
  },
)
