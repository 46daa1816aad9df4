import { createOperatorLink } from '#identity/index.ts'
import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { connectDb } from '#platform/db.ts'
import { openDoor } from '#platform/postgres/cluster.ts'
import { findAddress } from '#platform/start/address.ts'
import { readArguments } from '#platform/start/arguments.ts'
import { StartProblem } from '#platform/start-problem.ts'

// `npm run operator-link`: a new one-time link, while the server runs. Earlier ones end.
try {
  const config = readConfig(process.env, readArguments(process.argv.slice(2)))
  const publicUrl = await findAddress(config)
  const door = await openDoor(join(config.dataFolder, 'postgres'))
  const db = connectDb(config.DATABASE_URL ?? door.url('kolosok'), 1)
  try {
    const link = await createOperatorLink({ db, clock: systemClock, config: { ...config, publicUrl } })
    console.log(`\n  Ссылка для оператора сработает один раз, в течение часа:\n  ${link}\n`)
  } catch (error) {
    throw new StartProblem('База данных не отвечает. Сначала запустите сервер: npm start', { cause: error })
  } finally {
    await db.destroy()
    await door.close()
  }
} catch (error) {
  console.error(error instanceof StartProblem ? `\n${error.message}\n` : error)
  process.exitCode = 1
}
