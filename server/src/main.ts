import { pino } from 'pino'
import { createLocalBus } from '#platform/bus.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { connectDb } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { createApp } from './app.ts'

const config = readConfig(process.env)
const databaseUrl = config.DATABASE_URL ?? ''
await migrate(databaseUrl)
const db = connectDb(databaseUrl)
const app = createApp({ db, bus: createLocalBus(), clock: systemClock, config, log: pino() })
const address = await app.listen({ port: config.PORT, host: config.HOST })
console.log(`Listening on ${new URL(address).port}`)

function stop(): void {
  void app.close().then(() => db.destroy())
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
