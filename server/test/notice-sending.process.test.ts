import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { readSecrets } from '#platform/secrets.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { seedRoom } from './process-seed.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { openStuckMail } from './stuck-mail.ts'

const RECEIVERS = 15

let postgres: Postgres
let server: ServerProcess
let db: Db
const mail = openStuckMail(7, 'taken')
beforeAll(async () => {
  postgres = await startPostgres()
  await migrate(postgres.url('postgres'))
  db = connectDb(postgres.url('postgres'))
  const { url } = await mail
  const env = { SMTP_URL: url, MAIL_FROM: 'sad@kolosok.test', DATABASE_URL: postgres.url('postgres') }
  server = await startServer(env)
})
afterAll(async () => {
  await server.remove()
  await (await mail).close()
  await db.destroy()
  await postgres.stop()
  await postgres.remove()
})

async function seedStaff() {
  const { people } = await seedRoom({ db, secrets: await readSecrets(server.dataFolder) }, RECEIVERS + 1)
  const [author, ...receivers] = people
  if (!author) throw new Error('Nobody')
  const confirmed_at = new Date()
  const { organization_id: organizationId } = await db
    .updateTable('membership')
    .set({ is_admin: true, confirmed_at })
    .where('id', '=', author.membershipId)
    .returning('organization_id')
    .executeTakeFirstOrThrow()
  for (const [index, { accountId }] of receivers.entries()) {
    const email = `colleague-${String(index)}@mail.test`
    await db.updateTable('account').set({ email }).where('id', '=', accountId).execute()
  }
  return { author, organizationId }
}

test('killed while it writes down whom a notice is for, and in the middle of its letters, it still sends each once', async () => {
  const { author, organizationId } = await seedStaff()
  const noticeId = randomUUID()
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from notice_receiver`.execute(db)).rows[0]?.n

  // What the job wants to write to is held: it stands in the middle when its process ends.
  await db.transaction().execute(async (tx) => {
    await sql`lock table notice_receiver in exclusive mode`.execute(tx)
    const answer = await fetch(`${server.url}/api/organizations/${organizationId}/notices/${noticeId}`, {
      method: 'PUT',
      headers: { 'cookie': author.cookie, 'origin': server.url, 'content-type': 'application/json' },
      body: JSON.stringify({
        title: 'Завтра совещание',
        asks: 'acknowledge',
        audience: { kind: 'staff' },
        deadlineAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
        isMailed: true,
      }),
    })
    expect(answer.status, await answer.text()).toBe(200)
    await vi.waitFor(
      async () => {
        // From outside: within one transaction the database shows the same moment again and again.
        const waiting = await sql`
          select from pg_stat_activity where wait_event_type = 'Lock' and query like '%notice_receiver%'`.execute(db)
        expect(waiting.rows.length).toBeGreaterThan(0)
      },
      { timeout: 20_000 },
    )
    await server.kill()
  })
  expect(await count()).toBe(0)

  await server.start()
  const { isStuck, taken } = await mail
  await isStuck
  await server.kill()
  await server.start()
  await vi.waitFor(
    () => {
      expect(taken).toHaveLength(RECEIVERS)
    },
    { timeout: 40_000, interval: 200 },
  )

  expect(new Set(taken).size).toBe(RECEIVERS)
  expect(await count()).toBe(RECEIVERS)
  const left = await db
    .selectFrom('notice_letter')
    .where('state', 'in', ['waiting'])
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirst()
  expect(Number(left?.n)).toBe(0)
}, 120_000)
