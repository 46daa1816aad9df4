import type { AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId, SessionId } from '@kolosok/contract'
import type { InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { pino } from 'pino'
import { hashSessionToken } from '#identity/index.ts'
import { type Bus, createLocalBus } from '#platform/bus.ts'
import { type Clock, systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { connectDb } from '#platform/db.ts'
import { type LivekitAccess, noLivekit } from '#platform/livekit/access.ts'
import { drainJobs } from '#platform/jobs.ts'
import { createMail } from '#platform/mail.ts'
import { newId } from '#platform/new-id.ts'
import type { Outbox } from '#platform/outbox.ts'
import { createSecrets } from '#platform/secrets.ts'
import { createSms } from '#platform/sms.ts'
import { createApp } from '../src/app.ts'
import { createTasks } from '../src/tasks.ts'
import { createDatabase } from './database.ts'

export const origin = 'https://kolosok.test'

export type World = Awaited<ReturnType<typeof createWorld>>

type Options = {
  bus?: Bus
  nodes?: number
  env?: Record<string, string>
  livekit?: LivekitAccess
  clock?: Clock
  /** Takes mails and SMS, which are then on; `createOutbox()`. They go out when `runJobs` runs. */
  outbox?: Outbox
}

/** The real app on a real database, on as many nodes as wanted, and short ways to put people in it. */
export async function createWorld(options: Options = {}) {
  const { bus = createLocalBus(), nodes = 1, env = {}, livekit = noLivekit, clock = systemClock, outbox } = options
  const databaseUrl = await createDatabase()
  const db = connectDb(databaseUrl)
  const dataFolder = await mkdtemp(join(tmpdir(), 'kolosok-world-'))
  // Tests are quicker than people.
  const pace = { MESSAGES_PER_MINUTE: '0' }
  const config = readConfig({ PUBLIC_URL: origin, KOLOSOK_DATA: dataFolder, ...pace, ...env })
  const log = pino({ level: 'silent' })
  const mail = createMail(db, config, outbox)
  const sms = createSms(config, outbox)
  const context = { db, databaseUrl, bus, clock, config, secrets: createSecrets(), livekit, mail, sms, log }
  const apps = Array.from({ length: nodes }, () => createApp(context))
  await Promise.all(apps.map((app) => app.listen({ port: 0, host: '127.0.0.1' })))

  function node(index = 0) {
    const app = apps[index % nodes]
    if (!app) throw new Error('No such node')
    return app
  }

  return {
    db,
    bus,
    context,
    /** Where a node listens, for what can't be injected. */
    address: (index = 0) => `127.0.0.1:${String((node(index).server.address() as AddressInfo).port)}`,
    /** Does what is queued and due: letters, SMS, sweeps. */
    runJobs: () => drainJobs({ databaseUrl, log }, createTasks(context)),
    /** The same, with the pauses between retries skipped. */
    async hurryJobs() {
      await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db)
      await drainJobs({ databaseUrl, log }, createTasks(context))
    },
    /** A call by nobody. */
    request: (options: InjectOptions, index = 0) => node(index).inject(options),
    /** A signed-in account without a place anywhere yet. */
    async person(seed: { givenName?: string; phone?: string; isOperator?: boolean } = {}, index = 0) {
      const accountId = newId<AccountId>()
      const sessionId = newId<SessionId>()
      const token = randomBytes(32).toString('base64url')
      await db
        .insertInto('account')
        .values({ id: accountId, given_name: seed.givenName ?? 'Имя', phone: seed.phone ?? null })
        .execute()
      if (seed.isOperator) await db.insertInto('operator').values({ account_id: accountId }).execute()
      await db
        .insertInto('session')
        .values({ id: sessionId, token_hash: hashSessionToken(context, token), account_id: accountId })
        .execute()
      const cookie = `session=${token}`
      const request = (options: InjectOptions) =>
        node(index).inject({ ...options, headers: { origin, ...options.headers, cookie } })
      return { accountId, sessionId, cookie, request }
    },
    async close() {
      await Promise.all(apps.map((app) => app.close()))
      await db.destroy()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
