import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { obtainLivekit } from '#platform/livekit/obtain.ts'

let folder: string
let archive: Buffer
const served = createServer((request, response) => {
  if (request.url === '/livekit.tar.gz') response.end(archive)
  else response.writeHead(404).end()
})
let releaseUrl: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kolosok-livekit-'))
  await writeFile(join(folder, 'livekit-server'), '#!/bin/sh\necho fetched\n')
  archive = execFileSync('tar', ['-czf', '-', '-C', folder, 'livekit-server'])
  await rm(join(folder, 'livekit-server'))
  served.listen(0, '127.0.0.1')
  await once(served, 'listening')
  releaseUrl = `http://127.0.0.1:${String((served.address() as AddressInfo).port)}`
})
afterAll(async () => {
  served.close()
  await rm(folder, { recursive: true, force: true })
})

async function program(name: string, text: string): Promise<string> {
  const home = await mkdtemp(join(folder, 'path-'))
  await writeFile(join(home, name), `#!/bin/sh\n${text}\n`)
  await chmod(join(home, name), 0o755)
  return home
}

async function obtain(wishes: { path?: string; sha256?: string; kept?: string; file?: string }) {
  const kept = wishes.kept ?? (await mkdtemp(join(folder, 'kept-')))
  const lines: string[] = []
  const release = {
    file: wishes.file ?? 'livekit.tar.gz',
    sha256: wishes.sha256 ?? createHash('sha256').update(archive).digest('hex'),
  }
  const say = (line: string) => lines.push(line)
  const found = await obtainLivekit({ folder: kept, path: wishes.path ?? '', releaseUrl, release, say })
  return { found, kept, lines: lines.join('\n') }
}

test('what the machine has is taken before anything is fetched', async () => {
  const path = await program('livekit-server', 'echo installed')

  expect((await obtain({ path })).found).toBe(join(path, 'livekit-server'))
})

test('what was kept earlier is taken again', async () => {
  const kept = await program('livekit-server', 'echo kept')

  expect((await obtain({ kept })).found).toBe(join(kept, 'livekit-server'))
})

test('else the release is fetched, and kept when its checksum is right', async () => {
  const { found, kept } = await obtain({})

  expect(found).toBe(join(kept, 'livekit-server'))
  expect(await readFile(join(kept, 'livekit-server'), 'utf8')).toContain('echo fetched')
})

test('a file with another checksum is not used, and nothing of it stays', async () => {
  const { found, kept, lines } = await obtain({ sha256: '0'.repeat(64) })

  expect(found).toBeUndefined()
  expect(lines).toContain('контрольная сумма livekit.tar.gz не сошлась')
  expect(await readdir(kept)).toEqual([])
})

test('where the release can not be fetched, the same version is built with Go', async () => {
  const built = 'mkdir -p "$GOBIN" && echo "$@" > "$GOBIN/server"'
  const go = await program('go', built)

  const { found, kept, lines } = await obtain({ path: go, file: 'missing.tar.gz' })
  expect(lines).toContain('отвечает 404')
  expect(found).toBe(join(kept, 'livekit-server'))
  expect(await readFile(join(kept, 'livekit-server'), 'utf8')).toBe(
    'install github.com/livekit/livekit-server/cmd/server@v1.13.5\n',
  )
})

test('two that build it at the same time do not clear away each other’s work', async () => {
  const go = await program('go', 'mkdir -p "$GOBIN" && sleep 0.3 && echo built > "$GOBIN/server"')
  const kept = await mkdtemp(join(folder, 'kept-'))
  const wishes = { path: `${go}:/usr/bin:/bin`, file: 'missing.tar.gz', kept }

  const both = await Promise.all([obtain(wishes), obtain(wishes)])
  expect(both.map(({ found }) => found)).toEqual(Array(2).fill(join(kept, 'livekit-server')))
  expect(await readdir(kept)).toEqual(['livekit-server'])
})

test('when nothing works, it says why, way by way', async () => {
  await mkdir(join(folder, 'empty'), { recursive: true })
  const go = await program('go', 'echo "no such module" >&2; exit 1')

  const { found, lines } = await obtain({ path: go, file: 'missing.tar.gz' })
  expect(found).toBeUndefined()
  expect(lines).toContain('отвечает 404')
  expect(lines).toContain('собрать LiveKit не вышло: no such module')
})
