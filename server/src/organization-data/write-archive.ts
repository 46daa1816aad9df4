import { Readable } from 'node:stream'
import type { OrganizationId } from '@kolosok/contract'
import { type Making, nameInArchive } from '#data-exports/index.ts'
import type { FilesContext } from '#files/index.ts'
import type { Packer } from '#platform/archive/write.ts'
import type { Tx } from '#platform/db.ts'
import { findFreeSpace, NoSpace } from '#platform/free-space.ts'
import { drawIndex, type Listed } from './index-page.ts'
import {
  atOneMoment,
  describeOrganization,
  type Leading,
  listColumns,
  listLeading,
  measureFiles,
  readFiles,
  readRows,
  type TakenFile,
} from './rows.store.ts'
import { places, sections } from './tables/index.ts'

/** Tables are quickly read; most of the time goes into the files. */
const TABLES_PERCENT = 20
const MB = 1024 * 1024
/** Beside the files: the rows, and what others write meanwhile. */
const SPARE_BYTES = 200 * MB

type Archive = { readonly tx: Tx; readonly packer: Packer; readonly organizationId: OrganizationId }

/** Everything of the organization that its office may have: a folder for each section, the files, and what is where. */
export function writeOrganization(
  context: FilesContext,
  { packer, asked, tell }: Making,
  organizationId: OrganizationId,
): Promise<void> {
  return atOneMoment(context.db, async (tx) => {
    const archive = { tx, packer, organizationId }
    const leading = (await listLeading(tx)).filter(({ table }) => isTaken(table))
    const files = await measureFiles(tx, { places, organizationId }, leading)
    await refuseFullDisk(context, files.size)
    const { name, timeZone, logo } = await describeOrganization(tx, organizationId)
    if (logo) await packer.add('Логотип.png', logo, { isPacked: true })
    const listed = await writeTables(archive, tell)
    const missing = await writeFiles(context, archive, { leading, ...files, tell })
    const about = { name, timeZone, at: asked.asked_at, files: files.count - missing.length, missing }
    await packer.add('Оглавление.html', drawIndex(listed, about))
  })
}

const isTaken = (table: string): boolean => {
  const place = places[table]
  return place?.own !== null && place !== undefined && !('leftOut' in place.taken)
}

/** So much is written before somebody looks again whether the rest still fits: others write meanwhile. */
const LOOK_BYTES = 64 * MB

/** What recordings leave free is free for what people send, and not for copies either. */
async function refuseFullDisk({ config }: FilesContext, size: number): Promise<void> {
  const free = await findFreeSpace(config.dataFolder)
  const reserve = config.RECORDING_RESERVE_MB * MB
  if (free !== null && free < size + SPARE_BYTES + reserve) throw new NoSpace('The disk is too full for an archive')
}

async function writeTables({ tx, packer, organizationId }: Archive, tell: Making['tell']): Promise<Listed[]> {
  const columnsOf = await listColumns(tx)
  const listed: Listed[] = []
  for (const [at, { folder, title, places: own }] of sections.entries()) {
    for (const [table, { taken }] of Object.entries(own)) {
      if ('leftOut' in taken) {
        listed.push({ section: title, table, leftOut: taken.leftOut })
        continue
      }
      const path = `${folder}/${table}.json`
      const portions = readRows(tx, { places, organizationId }, { table, columns: columnsOf.get(table) ?? [] })
      const counted = { rows: 0 }
      await packer.add(path, Readable.from(asJson(portions, counted)))
      listed.push({ section: title, table, path, rows: counted.rows })
    }
    await tell(Math.floor((TABLES_PERCENT * (at + 1)) / sections.length))
  }
  return listed
}

/** One array, a row a line. */
async function* asJson(portions: AsyncIterable<string[]>, counted: { rows: number }): AsyncGenerator<string> {
  yield '['
  for await (const rows of portions) {
    yield `${counted.rows > 0 ? ',' : ''}\n${rows.join(',\n')}`
    counted.rows += rows.length
  }
  yield '\n]\n'
}

type Filing = {
  readonly leading: readonly Leading[]
  readonly count: number
  readonly size: number
  readonly tell: Making['tell']
}

/** Which of them lie under which name stands beside them; those that are not there are told. */
async function writeFiles(
  context: FilesContext,
  { tx, packer, organizationId }: Archive,
  { leading, count, size, tell }: Filing,
): Promise<TakenFile[]> {
  const missing: TakenFile[] = []
  const lines: string[] = []
  const { storage } = context
  let [done, written, looked] = [0, 0, 0]
  for await (const files of readFiles(tx, { places, organizationId }, leading)) {
    for (const file of files) {
      if (written - looked >= LOOK_BYTES) {
        await refuseFullDisk(context, size - written)
        looked = written
      }
      const path = nameInArchive(file.id, file.name)
      const isThere = (await storage.size(file.id)) !== undefined
      // Photos, films and documents are packed already.
      if (isThere) await packer.add(path, storage.open(file.id), { isPacked: true })
      else missing.push(file)
      lines.push(JSON.stringify({ ...file, path: isThere ? path : null }))
      done += 1
      written += file.size
      await tell(TABLES_PERCENT + Math.floor(((99 - TABLES_PERCENT) * done) / Math.max(count, 1)))
    }
  }
  await packer.add('files/files.json', `[\n${lines.join(',\n')}\n]\n`)
  return missing
}
