import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupId, BackupReason } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { FilesContext } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { findFreeSpace, isDiskFull, NoSpace } from '#platform/free-space.ts'
import { addJob } from '#platform/jobs.ts'
import { newId } from '#platform/new-id.ts'
import { isBackup, nameOf } from './archive-name.ts'
import {
  type BackupRow,
  deleteOld,
  endForgotten,
  findBackup,
  findLastGood,
  insertRunning,
  updateToDone,
  updateToFailed,
} from './store.ts'
import { writeBackup } from './write.ts'

const HOUR = 3600 * 1000
/** After as many hours nobody makes it any more. */
const FORGOTTEN_AFTER = 24 * HOUR
/** The schedule looks once an hour; a little early is better than an hour late each day. */
const SLACK = HOUR / 2

/** «Сделать сейчас»: a job makes it. */
export async function askForBackup({ db, clock }: FilesContext, actor: Actor, id: BackupId): Promise<void> {
  await transact(db, async (tx) => {
    const begun = await begin(tx, id, clock())
    if (begun === 'busy') throw new AppError('backup-running')
    if (begun === 'known') return
    const entry = { organizationId: null, action: 'backup.asked', subjectKind: 'backup', subjectId: id } as const
    await recordAudit(tx, actor, entry)
  })
}

/** Once an hour: is it time? A machine that sleeps at night makes it in the first hour of the day. */
export async function planBackup({ db, clock, config }: FilesContext): Promise<void> {
  if (config.BACKUP_EVERY_HOURS === 0) return
  const now = clock()
  await transact(db, async (tx) => {
    await endForgotten(tx, new Date(now.getTime() - FORGOTTEN_AFTER), now)
    const last = await findLastGood(tx)
    const isDue = !last || now.getTime() - last.beganAt.getTime() >= config.BACKUP_EVERY_HOURS * HOUR - SLACK
    if (isDue) await begin(tx, newId<BackupId>(now.getTime()), now)
  })
}

export async function begin(tx: Tx, id: BackupId, now: Date) {
  const begun = await insertRunning(tx, id, now)
  if (begun === 'new') await addJob(tx, 'make-backup', { backupId: id }, { maxAttempts: 3 })
  return begun
}

/** Runs again where it was cut off: it begins anew, and what was half written is overwritten. */
export async function makeBackup(context: FilesContext, id: BackupId): Promise<void> {
  const { db, clock, log, config } = context
  const backup = await findBackup(db, id)
  if (backup?.state !== 'running') return
  try {
    await refuseFullDisk(context)
    const sources = { ...context, dataFolder: config.dataFolder, now: backup.began_at }
    const outcome = await writeBackup(join(config.backupFolder, nameOf(backup)), sources)
    await updateToDone(db, id, clock(), outcome)
  } catch (error) {
    log.error({ err: error }, 'no backup was made')
    await updateToFailed(db, id, clock(), reasonOf(error))
    return
  }
  await makeRoom(context, backup)
  await deleteOld(db)
}

/** As much as the last one took, and a tenth more. */
async function refuseFullDisk({ db, config }: FilesContext): Promise<void> {
  const last = await findLastGood(db)
  const free = await findFreeSpace(config.backupFolder)
  if (last && free !== null && free < last.size * 1.1) throw new NoSpace('The disk of the backups is full')
}

function reasonOf(error: unknown): BackupReason {
  if (isDiskFull(error)) return 'no-space'
  const { code } = error as NodeJS.ErrnoException
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '') ? 'not-writable' : 'failed'
}

/** Only once the newest is whole; what was put there by hand is nobody's to remove. */
async function makeRoom({ config }: FilesContext, newest: BackupRow): Promise<void> {
  const kept = (await readdir(config.backupFolder)).filter(isBackup).sort().reverse()
  const others = kept.filter((name) => name !== nameOf(newest))
  for (const name of others.slice(config.BACKUP_KEEP - 1)) await rm(join(config.backupFolder, name), { force: true })
}
