import { join } from 'node:path'
import { awaitBackup } from '#backups/index.ts'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { connectDb } from '#platform/db.ts'
import { openDoor } from '#platform/postgres/cluster.ts'
import { readArguments } from '#platform/start/arguments.ts'
import { StartProblem } from '#platform/start-problem.ts'

// `npm run backup`: the running server makes one now, and this waits for it; before an upgrade, say.
try {
  const config = readConfig(process.env, readArguments(process.argv.slice(2)))
  const door = await openDoor(join(config.dataFolder, 'postgres'))
  const db = connectDb(config.DATABASE_URL ?? door.url('kolosok'), 1)
  try {
    const path = await awaitBackup({ db, config, clock: systemClock })
    console.log(`\n  Резервная копия готова и проверена:\n  ${path}\n`)
  } catch (error) {
    if (error instanceof StartProblem) throw error
    throw new StartProblem('База данных не отвечает. Сначала запустите сервер: npm start', { cause: error })
  } finally {
    await db.destroy()
    await door.close()
  }
} catch (error) {
  console.error(error instanceof StartProblem ? `\n${error.message}\n` : error)
  process.exitCode = 1
}
