import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { chatRegisterEndpoints, pathOf, periodAround, statisticsReportEndpoints } from '@kolosok/contract'
import { connectDb } from '../server/src/platform/db.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { signIn, thingsOf } from '../server/test/large-installation.ts'
import { startServer } from '../server/test/server-process.ts'
import { cpuSeconds } from './cpu.ts'
import { digestOf, openInstallations } from './installation.ts'
import { fillWithUse } from './oversight-filling.ts'
import { openBrowser, time, type Times } from './timed.ts'

// npm run bench:oversight -- [times each request is measured] [organizations] [messages]
const TIMES = Number(process.argv[2] ?? 50)
const ORGANIZATIONS = Number(process.argv[3] ?? 1_000)
const MESSAGES = Number(process.argv[4] ?? 10_000_000)

/** The first organization is the large one (100 groups, 6 000 parents), the second one of the usual size. */
const places = { large: thingsOf(1), usual: thingsOf(2) }

const installations = await openInstallations()
try {
  const use = {
    name: `${await digestOf('bench/oversight-filling.ts')}_${String(MESSAGES)}`,
    fill: (filled: string) => fillWithUse(filled, MESSAGES),
  }
  const url = await installations.open({ name: 'oversight', organizations: ORGANIZATIONS, isCounted: true, use })
  const server = await startServer({ DATABASE_URL: url })
  try {
    console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}`)
    const usage = () => cpuSeconds(server.pid()) + cpuSeconds(installations.pid, { withChildren: true })
    const run = { times: TIMES, usage }
    const db = connectDb(url, 1)
    const secrets = await readSecrets(server.dataFolder)
    const rows: (Times & { readonly 'request, ms': string })[] = []
    for (const [name, { organizationId, accounts }] of Object.entries(places)) {
      const ask = openBrowser(server.url, await signIn(db, secrets, accounts.admin))
      const { oversight, compile, get } = statisticsReportEndpoints
      const params = { organizationId, statisticsReportId: randomUUID() }
      const { kind, firstDay } = periodAround('school-year', new Date().toISOString().slice(0, 10))
      await ask('PUT', pathOf(compile, params), { kind, firstDay })
      const requests = {
        'overview (≤ 100)': pathOf(oversight, params),
        'report of a school year (≤ 5 000)': pathOf(get, params),
        'register of chats': pathOf(chatRegisterEndpoints.chats, params),
        'register of calls': pathOf(chatRegisterEndpoints.calls, params),
      }
      for (const [what, path] of Object.entries(requests)) {
        rows.push({ 'request, ms': `${name}: ${what}`, ...(await time(run, () => ask('GET', path))) })
      }
    }
    await db.destroy()
    console.table(rows)
    console.log(`load ${(loadavg()[0] ?? 0).toFixed(1)}`)
  } finally {
    await server.remove()
  }
} finally {
  await installations.close()
}
