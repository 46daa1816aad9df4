import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from '../start-problem.ts'
import { findProcess } from './processes.ts'

/** In the command line of whatever works on a data folder. */
const SERVERS = ['server/src/main.ts', 'server/src/restore.ts']

export type Lock = { readonly release: () => Promise<void> }

/** Makes this server the only one on its data folder, until it releases it or is no more. */
export async function lockFolder(folder: string): Promise<Lock> {
  const file = join(folder, 'server.pid')
  const mine = `${file}.${String(process.pid)}`
  const started = (await findProcess(process.pid))?.startedAt ?? ''
  await writeFile(mine, `${String(process.pid)} ${started}`)
  try {
    await take(folder, file, mine)
  } finally {
    await rm(mine, { force: true })
  }
  return { release: () => rm(file, { force: true }) }
}

/** A link is made by one of two that come at the same moment; a file could be overwritten by the other. */
async function take(folder: string, file: string, mine: string): Promise<void> {
  const isFree = await link(mine, file).then(
    () => true,
    () => false,
  )
  if (isFree) return
  const left = await readFile(file, 'utf8').catch(() => '')
  await refuseIfHeld(folder, left)
  const grave = `${mine}.dead`
  await rename(file, grave).catch(() => undefined)
  // Whoever was quicker has put its own there, and this is what got moved: it goes back.
  const moved = await readFile(grave, 'utf8').catch(() => left)
  if (moved !== left) await link(grave, file).catch(() => undefined)
  await rm(grave, { force: true })
  await link(mine, file).catch(async () => {
    await refuseIfHeld(folder, await readFile(file, 'utf8'))
    throw new StartProblem(`Папку данных ${folder} только что заняла другая программа. Попробуйте ещё раз.`)
  })
}

async function refuseIfHeld(folder: string, holder: string): Promise<void> {
  const [pid, startedAt] = holder.split(' ')
  const found = await findProcess(Number(pid))
  if (!found || found.startedAt !== startedAt || !SERVERS.some((script) => found.command.includes(script))) return
  throw new StartProblem(
    `Колосок с папкой данных ${folder} уже запущен (процесс ${pid ?? ''}). ` +
      'Остановите его или укажите для второго другую папку: KOLOSOK_DATA=/путь',
  )
}
