import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { connectDb, transact } from '#platform/db.ts'
import { addJob, defineTask, drainJobs, startJobs } from '#platform/jobs.ts'
import { createDatabase } from './database.ts'

const log = pino({ level: 'silent' })

test('a job in whose middle the server was killed runs again right after the next start', async () => {
  const databaseUrl = await createDatabase()
  const db = connectDb(databaseUrl)
  await transact(db, (tx) => addJob(tx, 'ring-bell', { times: 3 }))
  await sql`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now(), attempts = 1`.execute(db)

  const rung: number[] = []
  const ring = defineTask(z.object({ times: z.number() }), ({ times }) => Promise.resolve(void rung.push(times)))
  const jobs = await startJobs({ databaseUrl, log }, { 'ring-bell': ring })
  await vi.waitFor(() => {
    expect(rung).toEqual([3])
  })
  await jobs.stop()
  await db.destroy()
})

test('a job that another living server is at is left to it', async () => {
  const databaseUrl = await createDatabase()
  const db = connectDb(databaseUrl)
  const begun: string[] = []
  const { promise: finished, resolve: finish } = Promise.withResolvers<null>()
  const ring = (by: string) => ({
    'ring-bell': defineTask(z.object({}), async () => {
      begun.push(by)
      await finished
    }),
  })
  const first = await startJobs({ databaseUrl, log }, ring('first'))
  await transact(db, (tx) => addJob(tx, 'ring-bell', {}))
  await vi.waitFor(() => {
    expect(begun).toEqual(['first'])
  })

  const second = await startJobs({ databaseUrl, log }, ring('second'))
  await transact(db, (tx) => addJob(tx, 'ring-bell', {}))
  await vi.waitFor(() => {
    expect(begun).toHaveLength(2)
  })
  const { rows } = await sql<{ locked: number }>`select count(*)::int as locked
    from graphile_worker._private_jobs where locked_by is not null`.execute(db)
  expect(rows).toEqual([{ locked: 2 }])
  finish(null)
  await first.stop()
  await second.stop()
  expect(begun).toHaveLength(2)
  await db.destroy()
})

test('drained, a queue whose jobs run one after another is left with none that was due', async () => {
  const databaseUrl = await createDatabase()
  const db = connectDb(databaseUrl)
  const rung: number[] = []
  const ring = defineTask(z.object({ times: z.number() }), ({ times }) => Promise.resolve(void rung.push(times)))
  await transact(db, async (tx) => {
    for (let times = 1; times <= 10; times++) await addJob(tx, 'ring-bell', { times }, { queue: 'bells' })
  })
  await drainJobs({ databaseUrl, log }, { 'ring-bell': ring })
  expect(rung).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  await db.destroy()
})
