import { createReadStream } from 'node:fs'
import { access, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataExport, DataExportId } from '@kolosok/contract'
import { whileAllowed } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type Packer, writeArchive } from '#platform/archive/write.ts'
import type { Context } from '#platform/context.ts'
import type { Db, Tx } from '#platform/db.ts'
import { isDiskFull } from '#platform/free-space.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { exportPolicy } from './policy.ts'
import {
  countExports,
  endExport,
  endLostExports,
  endOldExports,
  endReplacedExports,
  type ExportRow,
  findExport,
  insertExport,
  listExports,
  listReady,
  listWaiting,
  updateProgress,
  type Whose,
} from './store.ts'

const DAY = 24 * 3600 * 1000
const WEEK = 7 * DAY
export const OFFERED_DAYS = 7

type Place = Pick<Context, 'config'>
const folderOf = ({ config }: Place) => join(config.dataFolder, 'exports')
const pathOf = (context: Place, id: string) => join(folderOf(context), `${id}.zip`)
const isLying = (context: Place, id: string): Promise<boolean> =>
  access(pathOf(context, id)).then(
    () => true,
    () => false,
  )

/** Newest first. */
export async function showExports(
  context: Context,
  whose: Whose,
  limit: number,
): Promise<{ row: ExportRow; shown: DataExport }[]> {
  const rows = await listExports(context.db, whose, limit)
  return Promise.all(
    rows.map(async (row) => {
      // A backup holds no archives: one that was ready before it was restored is not there any more.
      const isLost = row.state === 'ready' && !(await isLying(context, row.id))
      return { row, shown: present(isLost ? { ...row, state: 'over' } : row) }
    }),
  )
}

const present = ({ id, state, progress, asked_at: asked, ended_at: ended, size }: ExportRow): DataExport => ({
  id,
  state,
  progress,
  askedAt: asked.toISOString(),
  offeredUntil: state === 'ready' && ended ? new Date(ended.getTime() + WEEK).toISOString() : null,
  size: Number(size),
})

type Asked = Whose & { readonly id: DataExportId; readonly perDay: number }

/** Takes it down once; false where this very one is known already. Who calls queues the job that makes it. */
export async function askForExport({ clock }: Context, tx: Tx, { perDay, ...asked }: Asked): Promise<boolean> {
  const at = clock()
  if (await isKnown(tx, asked)) return false
  const today = await countExports(tx, asked, new Date(at.getTime() - DAY))
  if (today >= perDay) throw new AppError('too-many-requests', { params: { seconds: DAY / 1000 } })
  if (await insertExport(tx, { ...asked, at })) return true
  // The same click a second time, at the same moment.
  if (await isKnown(tx, asked)) return false
  throw new AppError('export-waiting')
}

/** An id that somebody else has chosen, or that means something else, is not there. */
async function isKnown(tx: Tx, { id, accountId, organizationId }: Whose & { id: DataExportId }): Promise<boolean> {
  const known = await findExport(tx, id)
  if (known && (known.account_id !== accountId || known.organization_id !== organizationId)) {
    throw new AppError('not-found')
  }
  return known !== undefined
}

export type Making = {
  readonly packer: Packer
  readonly asked: ExportRow
  /** How far it has come, in percent. */
  readonly tell: (progress: number) => Promise<void>
}

/** Runs again where it was cut off: it begins anew, and what was half written is overwritten. */
export async function makeExport(
  context: Context,
  id: DataExportId,
  fill: (making: Making) => Promise<void>,
): Promise<void> {
  const { db, clock, log } = context
  const asked = await findExport(db, id)
  if (asked?.state !== 'waiting') return
  let told = 0
  const tell = async (progress: number) => {
    if (progress <= told) return
    told = progress
    await updateProgress(db, id, progress)
  }
  try {
    const { size } = await writeArchive(pathOf(context, id), (packer) => fill({ packer, asked, tell }))
    await endExport(db, id, { state: 'ready', at: clock(), size })
    // Copies of everything, each as large as the last: one is enough.
    for (const replaced of await endReplacedExports(db, asked)) await rm(pathOf(context, replaced), { force: true })
  } catch (error) {
    // Another try would only fill the disk once more.
    if (!isDiskFull(error)) throw error
    log.error({ err: error }, 'no room for an archive')
    await endExport(db, id, { state: 'failed', at: clock(), size: 0 })
  }
}

type Read = {
  readonly id: DataExportId
  readonly name: string
  readonly mayHave: (asked: ExportRow) => boolean | Promise<boolean>
}

/** The only door to an archive. */
export async function readExport(context: Context, actor: Actor, { id, name, mayHave }: Read): Promise<FileAnswer> {
  const found = await accessExport(context.db, actor, id, mayHave)
  if (!(await isLying(context, found.id))) throw new AppError('not-found')
  const path = pathOf(context, found.id)
  const mayStill = () => accessExport(context.db, actor, id, mayHave)
  return {
    body: (range) => whileAllowed(createReadStream(path, range), mayStill),
    size: Number(found.size),
    mediaType: 'application/zip',
    name,
    isInline: false,
  }
}

async function accessExport(db: Db, actor: Actor, id: DataExportId, mayHave: Read['mayHave']): Promise<ExportRow> {
  const found = await findExport(db, id)
  const isAsker = found?.account_id === actor.accountId
  const facts = found && { isAsker, mayHave: await mayHave(found), state: found.state }
  if (!facts || exportPolicy.read(facts) !== 'allow') throw new AppError('not-found')
  return found
}

/** Once an hour: what is offered no more is really gone. */
export async function sweepExports(context: Context): Promise<void> {
  const { db, clock } = context
  const now = clock().getTime()
  await endOldExports(db, { offered: new Date(now - WEEK), waiting: new Date(now - DAY) })
  const ids = await listReady(db)
  const ready = new Set(ids.map((id) => `${id}.zip`))
  const lying: string[] = await readdir(folderOf(context)).catch(() => [])
  await endLostExports(
    db,
    ids.filter((id) => !lying.includes(`${id}.zip`)),
  )
  // Half of one is what a server leaves that was killed, unless it is being written anew.
  const kept = new Set([...ready, ...(await listWaiting(db)).map((id) => `${id}.zip.part`)])
  for (const name of lying.filter((one) => /\.zip(\.part)?$/.test(one) && !kept.has(one))) {
    await rm(join(folderOf(context), name), { force: true })
  }
}

/** Two files may have one name; and a name must lead nowhere. */
export const nameInArchive = (id: string, name: string): string =>
  `files/${id.slice(-8)} ${name.replaceAll(/[/\\:]/g, '_')}`
