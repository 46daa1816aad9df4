import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  type RunnerOptions,
  runMigrations,
  runOnce,
  type TaskList,
} from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Tx } from './db.ts'
import { createPresence } from './presence.ts'

/** Long enough for a letter that is being sent; a job that is cut off runs again after the next start. */
const LONGEST_END_MS = 5_000

/** What a job does; idempotent, since it may run again after a crash. A throw means: try later. */
export type Task = { readonly run: (payload: unknown) => Promise<void>; readonly cron?: string }

/** Tasks by name. A name says what is done: `send-mail`. */
export type Tasks = Readonly<Record<string, Task>>

/** A task with the shape of what it is given. */
export function defineTask<S extends z.ZodType>(payload: S, work: (payload: z.output<S>) => Promise<void>): Task {
  return { run: (given) => work(payload.parse(given)) }
}

/** A task that runs by itself, by a crontab pattern in UTC (`15 3 * * *`). */
export const defineSchedule = (cron: string, work: () => Promise<void>): Task => ({ cron, run: work })

type JobOptions = {
  readonly runAt?: Date
  /** Retries wait e^n seconds: 8 attempts take an hour, 12 two days. */
  readonly maxAttempts?: number
  /** A job with this key that has not run yet is replaced. */
  readonly key?: string
  /** Jobs of one queue run one after another. */
  readonly queue?: string
}

/** Queues a job in the transaction that wants it: the job exists exactly if the transaction does. */
export async function addJob(tx: Tx, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  const { runAt = null, maxAttempts = 12, key = null, queue = null } = options
  await sql`select graphile_worker.add_job(
    ${name}::text, payload := ${JSON.stringify(payload)}::json,
    queue_name := ${queue}::text, run_at := ${runAt}::timestamptz,
    max_attempts := ${maxAttempts}::integer, job_key := ${key}::text)`.execute(tx)
}

type JobsOptions = { readonly databaseUrl: string; readonly log: Logger }

/** The queue's own tables; part of `migrate`. */
export const migrateJobs = (databaseUrl: string): Promise<void> =>
  runMigrations({ connectionString: databaseUrl, logger: quiet() })

/** Works the queue until stopped. What ends it early (the database restarts) starts it again. */
export async function startJobs(options: JobsOptions, tasks: Tasks): Promise<{ stop: () => Promise<void> }> {
  // Our own pool: without a listener, the database's restart would end the process.
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 6 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const { connectionString: _, maxPoolSize: __, ...common } = optionsOf(options, tasks)
  const settings = { ...common, pgPool: pool, concurrency: 4, pollInterval: 2_000 }
  const presence = createPresence(options.databaseUrl)
  const begin = () => presence.announce(() => unlockAll(pool)).then(() => run(settings))
  let runner = await begin()
  let isStopping = false
  let pause: NodeJS.Timeout | undefined

  const keepRunning = (waitMs: number): void => {
    const again = (error?: unknown): void => {
      if (isStopping) return
      options.log.warn({ err: error }, 'the job queue stopped; it starts again')
      pause = setTimeout(() => {
        begin().then(
          (next) => {
            runner = next
            keepRunning(1_000)
          },
          (failure: unknown) => {
            waitMs = Math.min(waitMs * 2, 30_000)
            again(failure)
          },
        )
      }, waitMs)
    }
    runner.promise.then(() => {
      again()
    }, again)
  }
  keepRunning(1_000)

  async function end(): Promise<void> {
    await runner.stop().catch(() => undefined) // It has stopped already.
    await pool.end()
    await presence.end()
  }

  return {
    stop: async () => {
      isStopping = true
      clearTimeout(pause)
      // After a break of the database it sleeps before its next try, and does not wake up to be stopped.
      await Promise.race([end(), sleep(LONGEST_END_MS, undefined, { ref: false })])
    },
  }
}

/** Where no server lives, whoever held these has been killed; by themselves they would wait for hours. */
async function unlockAll(pool: pg.Pool): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_by is not null having count(*) > 0`)
}

/**
 * Works what is due now and returns; for tests. A failed job stays for later, as it would in life. The worker says behind
 * its own back that a job is done: the next of the same queue may look taken to it, and it ends. Then it looks again, as
 * long as something of what was there gets done.
 */
export async function drainJobs(options: JobsOptions, tasks: Tasks): Promise<void> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 1 })
  const { rows: known } = await pool.query<{ id: string }>('select id from graphile_worker._private_jobs')
  const count = async () => {
    const due = 'id = any($1::bigint[]) and is_available and run_at <= now()'
    const values = [known.map(({ id }) => id)]
    const { rowCount } = await pool.query(`select from graphile_worker._private_jobs where ${due}`, values)
    return rowCount ?? 0
  }
  let left = await count()
  let before
  do {
    await runOnce(optionsOf(options, tasks))
    before = left
    left = await count()
  } while (left > 0 && left < before)
  await pool.end()
}

function optionsOf({ databaseUrl, log }: JobsOptions, tasks: Tasks): RunnerOptions {
  const scheduled = Object.entries(tasks).flatMap(([task, { cron }]) =>
    cron === undefined ? [] : [{ task, match: cron, identifier: task }],
  )
  return {
    connectionString: databaseUrl,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task.run(payload)]),
    ) satisfies TaskList,
    parsedCronItems: parseCronItems(scheduled),
    noHandleSignals: true,
    maxPoolSize: 6,
    logger: quiet(log),
  }
}

/** Only the worker's own sentences: what it knows of a job besides could hold a code or an address. */
function quiet(log?: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log?.warn(`jobs: ${message}`)
    else log?.debug(`jobs: ${message}`)
  })
}
