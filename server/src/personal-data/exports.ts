import type { DataExportId, personalDataEndpoints } from '@kolosok/contract'
import type { z } from 'zod'
import { askForExport, makeExport, nameInArchive, readExport, showExports } from '#data-exports/index.ts'
import type { FilesContext } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { transact } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { describeDeletion } from './delete.ts'
import { gatherMine } from './mine.store.ts'
import { drawPage } from './page.ts'
import { findOwnerOfData } from './store.ts'

const A_DAY_AT_MOST = 5

type Shown = z.input<typeof personalDataEndpoints.get.response>

const ownOf = ({ accountId }: Actor) => ({ accountId, organizationId: null })

export async function showOwnData(context: FilesContext, actor: Actor): Promise<Shown> {
  const [[last], deletion] = await Promise.all([
    showExports(context, ownOf(actor), 1),
    describeDeletion(context.db, actor),
  ])
  return { lastExport: last?.shown ?? null, deletion }
}

export async function askForOwnData(context: FilesContext, actor: Actor, id: DataExportId): Promise<void> {
  await transact(context.db, async (tx) => {
    const isNew = await askForExport(context, tx, { ...ownOf(actor), id, perDay: A_DAY_AT_MOST })
    if (isNew) await addJob(tx, 'gather-own-data', { dataExportId: id }, { maxAttempts: 5 })
  })
}

export async function gatherOwnData(context: FilesContext, id: DataExportId): Promise<void> {
  const { db, storage, clock } = context
  await makeExport(context, id, async ({ packer, asked }) => {
    const gathered = await gatherMine(db, asked.account_id)
    const owner = await findOwnerOfData(db, asked.account_id)
    const name = [owner?.familyName, owner?.givenName, owner?.patronymic].filter(Boolean).join(' ')
    const data = Object.fromEntries(gathered.map(({ table, entry, rows }) => [table, { what: entry.what, rows }]))
    await packer.add('Мои данные.html', drawPage(gathered, { name, at: clock() }))
    await packer.add('data.json', JSON.stringify(data, null, 2))
    for (const file of gathered.find(({ table }) => table === 'file')?.rows ?? []) {
      const key = String(file.id)
      if ((await storage.size(key)) === undefined) continue
      await packer.add(nameInArchive(key, String(file.name)), storage.open(key), { isPacked: true })
    }
  })
}

/** An archive of an organization is fetched where it was asked for. */
export const readOwnData = (context: FilesContext, actor: Actor, id: DataExportId): Promise<FileAnswer> =>
  readExport(context, actor, { id, name: 'Мои данные.zip', mayHave: (asked) => asked.organization_id === null })
