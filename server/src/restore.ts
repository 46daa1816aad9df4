import { join, resolve } from 'node:path'
import { restoreBackup } from '#backups/index.ts'
import { readConfig } from '#platform/config.ts'
import { openDataFolder } from '#platform/data-folder.ts'
import { createLog } from '#platform/log.ts'
import { startEmbedded } from '#platform/postgres/embedded.ts'
import { connectOwn } from '#platform/postgres/own.ts'
import { createLife } from '#platform/start/life.ts'
import { step } from '#platform/start/progress.ts'
import { StartProblem } from '#platform/start-problem.ts'

// `npm run restore -- backup.zip`: into an empty data folder, while no server runs on it.
const life = createLife()

await life.begin(async () => {
  const [given, ...more] = process.argv.slice(2)
  if (given === undefined || more.length > 0) {
    throw new StartProblem('Укажите файл копии: npm run restore -- /путь/kolosok-….zip')
  }
  // npm runs scripts in the project's folder; whoever typed a relative path meant their own.
  const archive = resolve(process.env.INIT_CWD ?? process.cwd(), given)
  const config = readConfig(process.env)
  const folder = await openDataFolder(config.dataFolder)
  life.opened(folder.release)
  const database = await step('База данных', () =>
    config.DATABASE_URL
      ? connectOwn(config.DATABASE_URL)
      : startEmbedded(join(config.dataFolder, 'postgres'), createLog(config)),
  )
  life.opened(database.stop)
  const { dataFolder } = config
  const about = await step('Восстановление', () => restoreBackup({ archive, databaseUrl: database.url, dataFolder }))
  const rows = about.tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `\n  Восстановлено: копия от ${about.madeAt}, строк ${String(rows)}, файлов ${String(about.fileCount)}.` +
      (about.missing.length > 0 ? `\n  Файлов не было уже в копии: ${String(about.missing.length)}.` : '') +
      '\n  Теперь запустите сервер: npm start\n',
  )
  life.stop()
})
