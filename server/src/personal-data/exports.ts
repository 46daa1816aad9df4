import { createReadStream } from 'node:fs'
import { access, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountId, DataExport, DataExportId, personalDataEndpoints } from '@kolosok/contract'
import type { z } from 'zod'
import type { FilesContext } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { writeArchive } from '#platform/archive/write.ts'
import { transact, type Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { accessExport } from './access.ts'
import { describeDeletion } from './delete.ts'
import { gatherMine } from './mine.store.ts'
import { drawPage } from './page.ts'
import {
  countExports,
  dropActs,
  endExport,
  endLostExports,
  endOldExports,
  type ExportRow,
  findExport,
  findLastExport,
  findOwnerOfData,
  insertExport,
  listReady,
} from './store.ts'

const DAY = 24 * 3600 * 1000
const WEEK = 7 * DAY
const A_DAY_AT_MOST = 5

type Shown = z.input<typeof personalDataEndpoints.get.response>

export async function showOwnData(context: FilesContext, actor: Actor): Promise<Shown> {
  const { db } = context
  const [last, deletion] = await Promise.all([findLastExport(db, actor.accountId), describeDeletion(db, actor)])
  // A backup holds no archives: one that was ready before it was restored is not there any more.
  const isLost = last?.state === 'ready' && !(await isLying(context, last.id))
  return { lastExport: last ? present(isLost ? { ...last, state: 'over' } : last) : null, deletion }
}

const present = ({ id, state, asked_at: asked, ended_at: ended, size }: ExportRow): DataExport => ({
  id,
  state,
  askedAt: asked.toISOString(),
  offeredUntil: state === 'ready' && ended ? new Date(ended.getTime() + WEEK).toISOString() : null,
  size: Number(size),
})

export async function askForExport({ db, clock }: FilesContext, actor: Actor, id: DataExportId): Promise<void> {
  const { accountId } = actor
  const at = clock()
  await transact(db, async (tx) => {
    if (await isKnown(tx, accountId, id)) return
    const asked = await countExports(tx, accountId, new Date(at.getTime() - DAY))
    if (asked >= A_DAY_AT_MOST) throw new AppError('too-many-requests', { params: { seconds: DAY / 1000 } })
    if (!(await insertExport(tx, { id, accountId, at }))) {
      // The same click a second time, at the same moment.
      if (await isKnown(tx, accountId, id)) return
      throw new AppError('export-waiting')
    }
    await addJob(tx, 'gather-own-data', { dataExportId: id }, { maxAttempts: 5 })
  })
}

/** An id that somebody else has chosen is not there. */
async function isKnown(tx: Tx, accountId: AccountId, id: DataExportId): Promise<boolean> {
  const known = await findExport(tx, id)
  if (known && known.account_id !== accountId) throw new AppError('not-found')
  return known !== undefined
}

const folderOf = ({ config }: FilesContext) => join(config.dataFolder, 'exports')
const pathOf = (context: FilesContext, id: string) => join(folderOf(context), `${id}.zip`)
const isLying = (context: FilesContext, id: string): Promise<boolean> =>
  access(pathOf(context, id)).then(
    () => true,
    () => false,
  )

/** Runs again where it was cut off: it begins anew, and what was half written is overwritten. */
export async function gatherOwnData(context: FilesContext, id: DataExportId): Promise<void> {
  const { db, storage, clock } = context
  const asked = await findExport(db, id)
  if (asked?.state !== 'waiting') return
  const gathered = await gatherMine(db, asked.account_id)
  const owner = await findOwnerOfData(db, asked.account_id)
  const name = [owner?.familyName, owner?.givenName, owner?.patronymic].filter(Boolean).join(' ')
  const data = Object.fromEntries(gathered.map(({ table, entry, rows }) => [table, { what: entry.what, rows }]))
  const files = gathered.find(({ table }) => table === 'file')?.rows ?? []
  const { size } = await writeArchive(pathOf(context, id), async (packer) => {
    await packer.add('Мои данные.html', drawPage(gathered, { name, at: clock() }))
    await packer.add('data.json', JSON.stringify(data, null, 2))
    for (const file of files) {
      const key = String(file.id)
      if ((await storage.size(key)) === undefined) continue
      await packer.add(nameInArchive(key, String(file.name)), storage.open(key), { isPacked: true })
    }
  })
  await endExport(db, id, { state: 'ready', at: clock(), size })
}

/** Two files may have one name; and a name must lead nowhere. */
const nameInArchive = (id: string, name: string): string => `files/${id.slice(-8)} ${name.replaceAll(/[/\\:]/g, '_')}`

export async function readExport(context: FilesContext, actor: Actor, id: DataExportId): Promise<FileAnswer> {
  const found = await accessExport(context.db, actor, id)
  if (!(await isLying(context, found.id))) throw new AppError('not-found')
  const path = pathOf(context, found.id)
  return {
    body: (range) => createReadStream(path, range),
    size: Number(found.size),
    mediaType: 'application/zip',
    name: 'Мои данные.zip',
    isInline: false,
  }
}

/** Once an hour: what is offered no more is really gone, and acts lose the names in them. */
export async function sweepOwnData(context: FilesContext): Promise<void> {
  const { db, clock } = context
  const now = clock().getTime()
  await endOldExports(db, { offered: new Date(now - WEEK), waiting: new Date(now - DAY) })
  await dropActs(db, new Date(now - WEEK))
  const ids = await listReady(db)
  const ready = new Set(ids.map((id) => `${id}.zip`))
  const lying: string[] = await readdir(folderOf(context)).catch(() => [])
  await endLostExports(
    db,
    ids.filter((id) => !lying.includes(`${id}.zip`)),
  )
  // One that is being written ends in `.part`.
  for (const name of lying.filter((one) => one.endsWith('.zip') && !ready.has(one))) {
    await rm(join(folderOf(context), name), { force: true })
  }
}
