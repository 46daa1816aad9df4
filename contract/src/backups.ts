import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { backupId } from './ids.ts'

/** Why a backup was not made: the disk is full, its folder can't be written to, the server was stopped too often. */
export const backupReason = z.enum(['no-space', 'not-writable', 'interrupted', 'failed'])
export type BackupReason = z.infer<typeof backupReason>

export const backup = z.object({
  id: backupId,
  state: z.enum(['running', 'done', 'failed']),
  reason: backupReason.nullable(),
  beganAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** Bytes of the archive. */
  size: z.int(),
  fileCount: z.int(),
  /** Files that something refers to and that are not there any more. */
  missingCount: z.int(),
  /** Its archive lies in the folder still; older ones make room. */
  isKept: z.boolean(),
})
export type Backup = z.infer<typeof backup>

export const backupEndpoints = {
  /** Newest first, the last fifty. Never their content: operators see no organization's data. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/backups',
    access: 'operator',
    response: z.object({
      backups: z.array(backup),
      /** Where they are kept, and by which settings. */
      folder: z.string(),
      everyHours: z.int(),
      keep: z.int(),
      freeBytes: z.int().nullable(),
    }),
    problems: [],
  }),
  /** «Сделать сейчас». Asking twice with one id makes one. */
  make: defineEndpoint({
    method: 'PUT',
    path: '/api/backups/:backupId',
    access: 'operator',
    params: z.object({ backupId }),
    response: z.object({}),
    problems: ['backup-running'],
  }),
} as const
