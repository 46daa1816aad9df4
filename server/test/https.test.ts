import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { createProxyServer } from 'http-proxy-3'
import { pino } from 'pino'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { findWarnings } from '#platform/start/warnings.ts'
import { followCertificate, serverOptions } from '#platform/web/tls.ts'
import { createApp } from '../src/app.ts'
import { createWorld, type World } from './world.ts'

let folder: string
let world: World
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kolosok-tls-'))
  await renew('first')
  world = await createWorld({ env: { TRUST_PROXY: '127.0.0.1' } })
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const files = () => ({ TLS_CERT_FILE: join(folder, 'cert.pem'), TLS_KEY_FILE: join(folder, 'key.pem') })

async function renew(name: string): Promise<void> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], { keySize: 2048 })
  await writeFile(files().TLS_CERT_FILE, cert)
  await writeFile(files().TLS_KEY_FILE, key)
}

async function nameOnCertificate(port: number): Promise<unknown> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  const { subject } = socket.getPeerCertificate()
  socket.destroy()
  return subject.CN
}

test('a renewed certificate is taken over while running; a broken one is not', async () => {
  const config = readConfig({ ...files(), KOLOSOK_DATA: folder })
  const app = createApp({ ...world.context, config })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const unfollow = followCertificate(app, config, pino({ level: 'silent' }))
  expect(await nameOnCertificate(port)).toBe('first')

  await writeFile(files().TLS_CERT_FILE, 'half a certificate')
  await renew('second')
  await vi.waitFor(
    async () => {
      expect(await nameOnCertificate(port)).toBe('second')
    },
    { timeout: 10_000, interval: 200 },
  )

  unfollow()
  await app.close()
})

test('a certificate that can not be read is one sentence', async () => {
  await writeFile(join(folder, 'bad.pem'), 'not a certificate')
  const config = readConfig({ ...files(), TLS_CERT_FILE: join(folder, 'bad.pem'), KOLOSOK_DATA: folder })

  expect(() => serverOptions(config)).toThrow('Сертификат не читается')
})

test('behind a trusted proxy with HTTPS, the server knows that it is HTTPS', async () => {
  const proxy = createProxyServer({ target: `http://${world.address()}`, headers: { 'x-forwarded-proto': 'https' } })
  const front = createServer((request, response) => {
    proxy.web(request, response)
  }).listen(0, '127.0.0.1')
  await once(front, 'listening')

  const answer = await fetch(`http://127.0.0.1:${String((front.address() as AddressInfo).port)}/api/installation`)
  expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/)
  front.closeAllConnections()
  front.close()
})

test('plain HTTP on the network is warned about, localhost is not', () => {
  expect(findWarnings(readConfig({ HOST: '0.0.0.0' })).join()).toContain('не заработают камера, микрофон')
  expect(findWarnings(readConfig({}))).toEqual([])
  expect(findWarnings(readConfig({ PUBLIC_URL: 'https://k.example.ru' })).join()).toContain('TRUST_PROXY')
  expect(findWarnings(readConfig({ PUBLIC_URL: 'https://k.example.ru', TRUST_PROXY: '127.0.0.1' }))).toEqual([])
})
