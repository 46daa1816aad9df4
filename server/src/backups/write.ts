import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileStorage, storedKeys } from '#files/index.ts'
import { findDamaged, openArchive } from '#platform/archive/read.ts'
import { type Packed, type Packer, type Source, writeArchive } from '#platform/archive/write.ts'
import { fileEntry, JOBS, type Manifest, MANIFEST, manifest, SECRETS, tableEntry } from './manifest.ts'
import { openSnapshot, type Snapshot } from './snapshot.store.ts'

export type Sources = {
  readonly databaseUrl: string
  readonly storage: FileStorage
  readonly dataFolder: string
  readonly now: Date
}

export type Written = { readonly size: number; readonly fileCount: number; readonly missingCount: number }

/** Database and files of one moment in one archive, read again and compared before it gets its name. */
export async function writeBackup(path: string, sources: Sources): Promise<Written> {
  const snapshot = await openSnapshot(sources.databaseUrl)
  try {
    let about: Manifest | undefined
    const { size } = await writeArchive(
      path,
      async (packer) => {
        about = await fill(packer, snapshot, sources)
      },
      refuseDamaged,
    )
    return { size, fileCount: about?.fileCount ?? 0, missingCount: about?.missing.length ?? 0 }
  } finally {
    await snapshot.close()
  }
}

async function fill(packer: Packer, snapshot: Snapshot, { storage, dataFolder, now }: Sources): Promise<Manifest> {
  const entries: Packed[] = []
  const add = async (name: string, source: Source, options?: { isPacked: boolean }) => {
    entries.push(await packer.add(name, source, options))
  }
  await add(SECRETS, await readFile(join(dataFolder, 'secrets.json')).catch(() => '{}'))
  const tables: Manifest['tables'] = []
  for (const table of await snapshot.tables()) {
    const rows = snapshot.copy(table)
    await add(tableEntry(table.name), rows)
    tables.push({ name: table.name, columns: [...table.columns], rows: rows.rowCount })
  }
  await add(JOBS, snapshot.copyJobs())
  const missing: string[] = []
  let fileCount = 0
  for (const file of await snapshot.files()) {
    for (const key of storedKeys(file)) {
      const isThere = (await storage.size(key)) !== undefined
      // Photos, films and documents are packed already.
      if (isThere) await add(fileEntry(key), storage.open(key), { isPacked: true })
      // What nobody has used yet, its uploader may have taken back meanwhile.
      else if (file.isAttached) missing.push(key)
    }
    fileCount += 1
  }
  const migrations = await snapshot.migrations()
  const counters = await snapshot.counters()
  const about = {
    format: 1 as const,
    madeAt: now.toISOString(),
    migrations,
    tables,
    counters,
    entries,
    fileCount,
    missing,
  }
  await packer.add(MANIFEST, JSON.stringify(about))
  return about
}

async function refuseDamaged(path: string): Promise<void> {
  const archive = await openArchive(path)
  try {
    const { entries } = manifest.parse(JSON.parse((await archive.read(MANIFEST)).toString()))
    const damaged = await findDamaged(archive, entries)
    if (damaged) throw new Error(`${damaged} was not written as it was read`)
  } finally {
    archive.close()
  }
}
