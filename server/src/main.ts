import { pino } from 'pino'
import { createLocalBus } from '#platform/bus.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { connectDb } from '#platform/db.ts'
import { noLivekit } from '#platform/livekit/access.ts'
import { migrate } from '#platform/migrate.ts'
import { readSecrets } from '#platform/secrets.ts'
import { createApp } from './app.ts'

const config = readConfig(process.env)
const databaseUrl = config.DATABASE_URL ?? ''
await migrate(databaseUrl)
const db = connectDb(databaseUrl)
const secrets = await readSecrets(config.dataFolder)
const app = createApp({
  db,
  bus: createLocalBus(),
  clock: systemClock,
  config,
  secrets,
  livekit: noLivekit,
  log: pino(),
})
const address = await app.listen({ port: config.PORT, host: config.HOST })
console.log(`Listening on ${new URL(address).port}`)

function stop(): void {
  void app.close().then(() => db.destroy())
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
