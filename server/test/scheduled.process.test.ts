import type { MessageId } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { newId } from '#platform/new-id.ts'
import { readSecrets } from '#platform/secrets.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { seedRoom } from './process-seed.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { waitsForLock } from './waits-for-lock.ts'

let postgres: Postgres
let server: ServerProcess
let db: Db
beforeAll(async () => {
  postgres = await startPostgres()
  await migrate(postgres.url('postgres'))
  db = connectDb(postgres.url('postgres'))
  server = await startServer({ DATABASE_URL: postgres.url('postgres') })
})
afterAll(async () => {
  await server.remove()
  await db.destroy()
  await postgres.stop()
  await postgres.remove()
})

test('killed in the middle of saying what was put by, the server says it once after its next start', async () => {
  const { chatId, people } = await seedRoom({ db, secrets: await readSecrets(server.dataFolder) }, 2)
  const id = newId<MessageId>()
  const messages = () => db.selectFrom('message').where('chat_id', '=', chatId).select(['id', 'text', 'seq']).execute()

  const answer = await fetch(`${server.url}/api/chats/${chatId}/scheduled/${id}`, {
    method: 'PUT',
    headers: { 'cookie': people[0]?.cookie ?? '', 'origin': server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Доброе утро!', sendAt: new Date(Date.now() + 60_000).toISOString() }),
  })
  expect(answer.status, await answer.text()).toBe(200)
  await db.transaction().execute(async (tx) => {
    // It can write the message, but not forget what it was made of.
    await sql`lock table scheduled_message in share mode`.execute(tx)
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db)
    await waitsForLock(db)
    await server.kill()
  })
  expect(await messages()).toEqual([])

  await server.start()
  await vi.waitFor(
    async () => {
      expect(await messages()).toEqual([{ id, text: 'Доброе утро!', seq: 1 }])
    },
    { timeout: 40_000, interval: 200 },
  )
  await server.kill()
  await server.start()
  expect(await messages()).toHaveLength(1)
  expect(await db.selectFrom('scheduled_message').select('id').execute()).toEqual([])
}, 120_000)
