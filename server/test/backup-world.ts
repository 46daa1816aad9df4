import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup, BackupId } from '@kolosok/contract'
import { expect } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createChatWorld } from './chat-world.ts'

export type BackupWorld = Awaited<ReturnType<typeof createBackupWorld>>

/** A world with an operator who asks for backups. */
export async function createBackupWorld() {
  const world = await createChatWorld({ env: { BACKUP_KEEP: '2' } })
  const operator = await world.person()
  await world.db.insertInto('operator').values({ account_id: operator.accountId }).execute()
  const folder = world.context.config.backupFolder
  const list = async () => (await operator.request({ url: '/api/backups' })).json<{ backups: Backup[] }>().backups
  const ask = (id = newId<BackupId>()) => operator.request({ method: 'PUT', url: `/api/backups/${id}` })

  return {
    ...world,
    list,
    ask,
    /** Asked for and made; where it lies. */
    async makeBackup(): Promise<string> {
      expect((await ask()).statusCode).toBe(200)
      await world.runJobs()
      const [backup] = await list()
      expect(backup).toMatchObject({ state: 'done', reason: null, missingCount: 0, isKept: true })
      const ending = `${(backup?.id ?? '').slice(-8)}.zip`
      return join(folder, (await readdir(folder)).find((name) => name.endsWith(ending)) ?? '')
    },
  }
}
