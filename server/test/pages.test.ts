import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHttpApp } from '#platform/http.ts'
import { servePages } from '#platform/web/pages.ts'

const script = 'console.log("Колосок")\n'.repeat(100)
let root: string
let app: FastifyInstance

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kolosok-pages-'))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Колосок</title>')
  await writeFile(join(root, 'assets/main-1a2b.js'), script)
  await writeFile(join(root, 'assets/main-1a2b.js.br'), brotliCompressSync(script))
  const nobody = { authenticate: () => Promise.resolve(null), isOwnOrigin: () => true }
  app = createHttpApp({ log: pino({ level: 'silent' }), ...nobody })
  servePages(app, root)
})
afterAll(async () => {
  await app.close()
  await rm(root, { recursive: true, force: true })
})

test('a script travels as it was packed at build time, and is kept for good', async () => {
  const packed = await app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'gzip, br' } })

  expect(packed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(script)
})

test('whoever can not unpack gets it as it is', async () => {
  const plain = await app.inject({ url: '/assets/main-1a2b.js' })

  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body).toBe(script)
})

test('any other address of a page is the application, asked for anew each time', async () => {
  const page = await app.inject({ url: '/chats/1', headers: { 'accept-encoding': 'br' } })

  expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  expect(page.body).toContain('<title>Колосок</title>')
})

test.each(['/i/%00', '/i/%zz', '/meetings/%ff%', '/i/abc.', '/i/abc).', '/i/%2F..%2F'])(
  '%j is a page, too: it says that there is no such thing',
  async (url) => {
    const page = await app.inject({ url })

    expect(page.body).toContain('<title>Колосок</title>')
  },
)
