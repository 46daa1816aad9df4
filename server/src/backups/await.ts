import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import type { BackupId, BackupReason } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { StartProblem } from '#platform/start-problem.ts'
import { nameOf } from './archive-name.ts'
import { begin } from './make.ts'
import { type BackupRow, findBackup } from './store.ts'

const LOOK_EVERY_MS = 500
/** The queue looks every two seconds. */
const BEGINS_WITHIN_MS = 30_000

/** Has the running server make one, and waits for it. Where the archive lies. */
export async function awaitBackup(context: Pick<Context, 'db' | 'clock' | 'config'>): Promise<string> {
  const { db, clock, config } = context
  const id = newId<BackupId>()
  const begun = await transact(db, (tx) => begin(tx, id, clock()))
  if (begun === 'busy') throw new StartProblem('Резервная копия уже делается. Подождите и повторите.')
  const backup = await waitFor(context, id)
  if (backup.state === 'done') return join(config.backupFolder, nameOf(backup))
  throw new StartProblem(reasons[backup.reason === '' ? 'failed' : backup.reason](config.backupFolder))
}

async function waitFor({ db }: Pick<Context, 'db'>, id: BackupId): Promise<BackupRow> {
  for (let waited = 0; ; waited += LOOK_EVERY_MS) {
    const backup = await findBackup(db, id)
    if (backup && backup.state !== 'running') return backup
    if (waited === BEGINS_WITHIN_MS) console.log('  Копия делается. Если сервер не запущен, запустите его: npm start')
    await sleep(LOOK_EVERY_MS)
  }
}

const reasons: Record<BackupReason, (folder: string) => string> = {
  'no-space': (folder) => `На диске с папкой ${folder} не хватает места. Освободите его и повторите.`,
  'not-writable': (folder) => `В папку ${folder} нельзя писать. Дайте на неё права или укажите другую: BACKUP_FOLDER`,
  'interrupted': () => 'Сервер остановился, не доделав копию. Запустите его и повторите.',
  'failed': () => 'Копия не получилась. Почему, написал сервер в своём журнале.',
}
