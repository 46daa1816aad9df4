import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { delimiter, dirname } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createInstallation } from './installation-process.ts'
import { keptLivekit } from './livekit.ts'

// A network of its own that leads nowhere; root makes one just so, others inside a space of users of their own.
const space = process.getuid?.() === 0 ? ['-n'] : ['-U', '-n', '--map-current-user', '--keep-caps']
const alone = ['unshare', ...space, 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
const isPossible = spawnSync(alone[0] ?? '', [...alone.slice(1), 'true']).status === 0

type Installation = Awaited<ReturnType<typeof createInstallation>>
type Server = Awaited<ReturnType<Installation['start']>>

/** Attempts to reach another machine, as the kernel counted them for the server and all it started. */
async function attempts({ child }: Server): Promise<number> {
  const read = (name: string) => readFile(`/proc/${String(child.pid)}/net/${name}`, 'utf8')
  const [names = [], figures = []] = (await read('snmp'))
    .split('\n')
    .filter((line) => line.startsWith('Ip:'))
    .map((line) => line.split(' '))
  const overIpv6 = /Ip6OutNoRoutes\s+(\d+)/.exec(await read('snmp6'))?.[1] ?? 0
  return Number(figures[names.indexOf('OutNoRoutes')]) + Number(overIpv6)
}

const hasSaid = (server: Server, line: string) =>
  vi.waitFor(
    () => {
      expect(server.shown()).toContain(line)
    },
    { timeout: 30_000 },
  )

describe.runIf(isPossible)('a server on a network that leads nowhere', () => {
  test('works, the whole demonstration and calls included, and asks nobody outside for anything', async () => {
    const livekit = dirname(await keptLivekit())
    const here = await createInstallation(
      { PATH: ['/usr/bin', '/bin', livekit].join(delimiter) },
      { isDemo: true, starter: alone },
    )
    const server = await here.start()
    await hasSaid(server, 'Звонки: работают')

    expect(await attempts(server)).toBe(0)
    await here.remove()
  }, 120_000)

  test('is caught asking where it does: here for the LiveKit it lacks', async () => {
    const here = await createInstallation({ LIVEKIT_RELEASE_URL: 'http://192.0.2.1' }, { starter: alone })
    const server = await here.start()
    await hasSaid(server, 'скачать LiveKit не вышло')

    expect(await attempts(server)).toBeGreaterThan(0)
    await here.remove()
  })
})
