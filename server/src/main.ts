import { pino } from 'pino'
import { createLocalBus } from '#platform/bus.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { connectDb } from '#platform/db.ts'
import { noLivekit } from '#platform/livekit/access.ts'
import { startJobs } from '#platform/jobs.ts'
import { createMail } from '#platform/mail.ts'
import { migrate } from '#platform/migrate.ts'
import { readSecrets } from '#platform/secrets.ts'
import { createSms } from '#platform/sms.ts'
import { createApp, createTasks } from './app.ts'

const config = readConfig(process.env)
const databaseUrl = config.DATABASE_URL ?? ''
await migrate(databaseUrl)
const db = connectDb(databaseUrl)
const secrets = await readSecrets(config.dataFolder)
const log = pino()
const context = {
  db,
  bus: createLocalBus(),
  clock: systemClock,
  config,
  secrets,
  livekit: noLivekit,
  mail: createMail(config),
  sms: createSms(config),
  log,
}
const app = createApp(context)
const jobs = await startJobs({ databaseUrl, log }, createTasks(context))
const address = await app.listen({ port: config.PORT, host: config.HOST })
console.log(`Listening on ${new URL(address).port}`)

function stop(): void {
  void app
    .close()
    .then(() => jobs.stop())
    .then(() => db.destroy())
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
