import { readdir } from 'node:fs/promises'
import type { Backup, backupEndpoints, InstallationStatus } from '@kolosok/contract'
import type { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { findFreeSpace } from '#platform/free-space.ts'
import { nameOf } from './archive-name.ts'
import { type BackupRow, findLastGood, listBackups } from './store.ts'

type Shown = z.input<typeof backupEndpoints.list.response>

export async function showBackups({ db, config }: Context): Promise<Shown> {
  const { backupFolder, BACKUP_EVERY_HOURS, BACKUP_KEEP } = config
  const [rows, names, freeBytes] = await Promise.all([
    listBackups(db),
    readdir(backupFolder).catch(() => []),
    findFreeSpace(backupFolder),
  ])
  const kept = new Set(names)
  const backups = rows.map((row) => present(row, kept.has(nameOf(row))))
  return { backups, folder: backupFolder, everyHours: BACKUP_EVERY_HOURS, keep: BACKUP_KEEP, freeBytes }
}

const present = (row: BackupRow, isKept: boolean): Backup => ({
  id: row.id,
  state: row.state,
  reason: row.reason === '' ? null : row.reason,
  beganAt: row.began_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  size: Number(row.size),
  fileCount: row.file_count,
  missingCount: row.missing_count,
  isKept,
})

const HOUR = 3600 * 1000
/** A day's patience beyond the schedule: a machine may be off over a night. */
const PATIENCE = 24 * HOUR

/** What «Состояние» says of backups. */
export async function showLastBackup(
  { db, clock, config }: Context,
  upSince: Date,
): Promise<Pick<InstallationStatus, 'lastBackupAt' | 'isBackupLate'>> {
  const last = await findLastGood(db)
  const since = last?.beganAt ?? upSince
  const isOn = config.BACKUP_EVERY_HOURS > 0
  const allowed = config.BACKUP_EVERY_HOURS * HOUR + PATIENCE
  return {
    lastBackupAt: last?.beganAt.toISOString() ?? null,
    isBackupLate: isOn && clock().getTime() - since.getTime() > allowed,
  }
}
