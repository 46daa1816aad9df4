import { readdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFolderStorage } from '#files/index.ts'
import { findDamaged, openArchive, type Opened } from '#platform/archive/read.ts'
import { knownMigrations, migrate } from '#platform/migrate.ts'
import { StartProblem } from '#platform/start-problem.ts'
import { clear, load, lookInto } from './load.store.ts'
import { fileEntry, JOBS, type Manifest, MANIFEST, manifest, SECRETS, tableEntry } from './manifest.ts'

const MEGABYTE = 1024 * 1024
/** Rows take more in a database, with their indexes, than written down. */
const GROWTH = 3

export type Restoring = {
  readonly archive: string
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly findFree?: (folder: string) => Promise<number>
}

/** Puts a backup into an empty installation, whole or not at all, and brings the database up to date. */
export async function restoreBackup(restoring: Restoring): Promise<Manifest> {
  const archive = await open(restoring.archive)
  try {
    const about = await prove(archive)
    await refuseNewer(about)
    await refuseUsed(restoring)
    await refuseFullDisk(restoring, about)
    await clear(restoring.databaseUrl)
    await migrate(restoring.databaseUrl, about.migrations)
    await fill(restoring, archive, about)
    await migrate(restoring.databaseUrl)
    return about
  } finally {
    archive.close()
  }
}

async function open(path: string): Promise<Opened> {
  return openArchive(path).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new StartProblem(`Файла ${path} нет. Проверьте путь к резервной копии.`)
    throw new StartProblem(`${path} не похож на целую резервную копию: возможно, файл скопирован не до конца.`)
  })
}

/** Everything is read once before anything is written. */
async function prove(archive: Opened): Promise<Manifest> {
  const about = await archive
    .read(MANIFEST)
    .then((text) => manifest.parse(JSON.parse(text.toString())))
    .catch(() => {
      throw new StartProblem('Это не резервная копия Колоска, или её сделала слишком новая версия.')
    })
  const damaged = await findDamaged(archive, about.entries)
  if (damaged) {
    throw new StartProblem(
      `Резервная копия повреждена: не сходится ${damaged}. Ничего не изменено, возьмите другую копию.`,
    )
  }
  return about
}

async function refuseNewer({ migrations }: Manifest): Promise<void> {
  const known = await knownMigrations()
  const unknown = migrations.filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new StartProblem(
    `Копию сделала более новая версия Колоска: в ней уже есть ${unknown.join(', ')}. ` +
      'Обновите программу (git pull) и повторите.',
  )
}

const filesIn = (dataFolder: string) => join(dataFolder, 'files')
const advice = 'Копия восстанавливается только в пустую установку. Укажите новую папку: KOLOSOK_DATA=/путь'

async function refuseUsed({ databaseUrl, dataFolder }: Restoring): Promise<void> {
  const state = await lookInto(databaseUrl)
  if (typeof state === 'object') throw new StartProblem(`В базе уже есть данные (таблица ${state.table}). ${advice}`)
  const names = await readdir(filesIn(dataFolder)).catch(() => [])
  if (names.length > 0) throw new StartProblem(`В папке ${filesIn(dataFolder)} уже есть файлы. ${advice}`)
}

const freeIn = async (folder: string) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function refuseFullDisk({ dataFolder, findFree = freeIn }: Restoring, { entries }: Manifest): Promise<void> {
  const needed = entries.reduce((sum, { name, size }) => sum + size * (name.startsWith('tables/') ? GROWTH : 1), 0)
  const free = await findFree(dataFolder)
  if (free >= needed) return
  const [inMb, freeMb] = [Math.ceil(needed / MEGABYTE), Math.floor(free / MEGABYTE)].map(String) as [string, string]
  throw new StartProblem(`Для копии нужно около ${inMb} МБ, а на диске с папкой ${dataFolder} свободно ${freeMb} МБ.`)
}

/** The files get their place in the moment before the rows count. */
async function fill({ databaseUrl, dataFolder }: Restoring, archive: Opened, about: Manifest): Promise<void> {
  const half = join(dataFolder, 'files.half')
  await rm(half, { recursive: true, force: true })
  const storage = createFolderStorage(half)
  const prefix = fileEntry('')
  try {
    const files = about.entries.filter(({ name }) => name.startsWith(prefix))
    for (const { name } of files) await storage.put(name.slice(prefix.length), await archive.open(name))
    await load(databaseUrl, {
      manifest: about,
      open: (table) => archive.open(tableEntry(table)),
      openJobs: () => archive.open(JOBS),
      async beforeCommit() {
        await keepSecrets(dataFolder, await archive.read(SECRETS))
        await rm(filesIn(dataFolder), { recursive: true, force: true })
        if (files.length > 0) await rename(half, filesIn(dataFolder))
      },
    })
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

/** Printed links and codes follow from them: with others they would all be void. */
async function keepSecrets(dataFolder: string, text: Buffer): Promise<void> {
  if (text.toString() === '{}') return
  const file = join(dataFolder, 'secrets.json')
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
}
