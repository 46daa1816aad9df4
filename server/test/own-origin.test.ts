import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { createOriginCheck } from '#platform/origin.ts'

const check = (env: Record<string, string>, isDevelopment = false) =>
  createOriginCheck(readConfig(env, { isDevelopment }))

test('without an address of its own, pages of this machine count when they come from our port', () => {
  const isOwn = check({ PORT: '3100' })

  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    expect(isOwn(`http://${host}:3100`)).toBe(true)
    expect(isOwn(`http://${host}:5173`)).toBe(false)
    expect(isOwn(`https://${host}:3100`)).toBe(false)
    expect(isOwn(`http://${host}`)).toBe(false)
  }
  for (const other of ['http://evil.test:3100', 'http://localhost.evil.test:3100', 'null', '', 'http://[', 'file://']) {
    expect(isOwn(other)).toBe(false)
  }
})

test('the port a browser leaves out is our port too', () => {
  expect(check({ PORT: '80' })('http://localhost')).toBe(true)
  expect(check({ PORT: '443', TLS_CERT_FILE: 'cert.pem', TLS_KEY_FILE: 'key.pem' })('https://localhost')).toBe(true)
})

test('the address listened on counts; of the whole network, every address this machine has', () => {
  expect(check({ HOST: '192.0.2.7' })('http://192.0.2.7:3000')).toBe(true)
  expect(check({ HOST: '192.0.2.7' })('http://192.0.2.8:3000')).toBe(false)

  const isOwn = check({ HOST: '0.0.0.0' })
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  for (const { address, family } of addresses.filter(({ scopeid = 0 }) => scopeid === 0)) {
    expect(isOwn(`http://${family === 'IPv6' ? `[${address}]` : address}:3000`)).toBe(true)
  }
  expect(isOwn('http://192.0.2.8:3000')).toBe(false)
})

test('with an address of its own, pages of that address alone count', () => {
  const isOwn = check({ PUBLIC_URL: 'https://kolosok.example.ru' }, true)

  expect(isOwn('https://kolosok.example.ru')).toBe(true)
  expect(isOwn('http://localhost:3000')).toBe(false)
})

test('the pages of a developer come from their own server, and only then', () => {
  expect(check({}, true)('http://localhost:5173')).toBe(true)
  expect(check({}, true)('http://localhost:5174')).toBe(false)
  expect(check({})('http://localhost:5173')).toBe(false)
})
