import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { connectDb, transact } from '#platform/db.ts'
import { addJob, defineTask, startJobs } from '#platform/jobs.ts'
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
