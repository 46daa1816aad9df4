import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

describe('every answer', () => {
  test('allows scripts of our own origin only, and nobody to frame us', async () => {
    const { headers } = await world.request({ url: '/api/installation', headers: { host: 'kolosok.test' } })

    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("connect-src 'self' ws://kolosok.test")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=(self)')
  })

  test('carries the same protection when it is a refusal', async () => {
    const { headers } = await world.request({ url: '/api/nothing' })

    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('of the API is kept by nobody', async () => {
    const { headers } = await world.request({ url: '/api/installation' })

    expect(headers['cache-control']).toBe('no-store')
  })

  test('asks for HTTPS to be kept only where it came over HTTPS', async () => {
    const { headers } = await world.request({ url: '/api/installation' })

    expect(headers['strict-transport-security']).toBeUndefined()
  })
})

describe('the installation', () => {
  test('says what works before anybody has signed in', async () => {
    const answer = await world.request({ url: '/api/installation' })

    expect(answer.json()).toEqual({
      isDemo: false,
      codeWays: [],
      calls: { isAvailable: false, trouble: 'not-found' },
    })
  })

  test('is alive, and names each of its parts', async () => {
    expect((await world.request({ url: '/healthz' })).json()).toEqual({ status: 'alive' })
    expect((await world.request({ url: '/readyz' })).json()).toEqual({
      isReady: true,
      parts: { database: { isReady: true }, files: { isReady: true }, media: { isReady: false, reason: 'not-found' } },
    })
  })

  test('gives its figures to this machine, not to whoever comes through a proxy', async () => {
    expect((await world.request({ url: '/metrics' })).body).toContain('kolosok_http_request_duration_seconds')
    const answer = await world.request({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect(answer.statusCode).toBe(404)
  })
})

describe("the API's description", () => {
  test('holds every endpoint of the contract, as OpenAPI 3.1', async () => {
    const answer = await world.request({ url: '/api/openapi.json' })

    expect(answer.json()).toMatchObject({ openapi: '3.1.0', paths: { '/api/installation': { get: {} } } })
  })

  test('is readable in a browser without a script', async () => {
    const answer = await world.request({ url: '/api/docs' })

    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('/api/installation')
    expect(answer.body).not.toContain('<script')
  })

  test('travels packed to whoever can unpack it', async () => {
    const answer = await world.request({ url: '/api/openapi.json', headers: { 'accept-encoding': 'gzip, br' } })

    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toMatchObject({ openapi: '3.1.0' })
  })
})

describe('calls that are not available', () => {
  test('refuse signalling with a problem document', async () => {
    const answer = await world.request({ url: '/rtc/validate' })

    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' })
  })
})
