import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from '@kolosok/contract'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { restoreBackup } from '#backups/index.ts'
import { createFiles, sweepFiles } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { readRows, readStored } from './backup-contents.ts'
import { uploadPhoto } from './chat-files.ts'
import { type BackupWorld, createBackupWorld } from './backup-world.ts'
import type { ChatPerson } from './chat-world.ts'
import { createDatabase } from './database.ts'
import { readTestData, upload } from './upload.ts'

// What PostgreSQL's text form, a ZIP and a file system could trip over.
const HOSTILE = '\\N\t\\.\n\r\n"; drop table account; --\u202e гвоздь 👩‍👧 ' + 'ё'.repeat(200)

let world: BackupWorld
let [anna, boris]: ChatPerson[] = []
beforeAll(async () => {
  world = await createBackupWorld()
  ;[anna, boris] = await world.people(2)
})
afterAll(() => world.close())

const folders: string[] = []
const emptyFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kolosok-restore-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const restore = async (archive: string, more: { findFree?: () => Promise<number> } = {}) => {
  const [databaseUrl, dataFolder] = [await createDatabase(), await emptyFolder()]
  const about = await restoreBackup({ archive, databaseUrl, dataFolder, ...more })
  return { databaseUrl, dataFolder, about }
}

async function talk() {
  const chatId = await world.chat([anna as ChatPerson, boris as ChatPerson], { title: HOSTILE.slice(0, 50) })
  const photo = await uploadPhoto(anna as ChatPerson)
  const { fileId } = await upload(anna as ChatPerson, 'Приказ.pdf', await readTestData('order.pdf'))
  const sent = await anna?.post(chatId, { text: HOSTILE.trim(), fileIds: [photo.fileId, fileId] })
  expect(sent?.statusCode, sent?.body).toBe(200)
  return chatId
}

test('an empty installation gets every row and every byte back, and the jobs that were still to be done', async () => {
  await talk()
  const runAt = new Date('2030-01-01T00:00:00Z')
  await transact(world.db, (tx) => addJob(tx, 'send-later', { text: HOSTILE }, { runAt, key: 'once' }))
  await query(world.context.databaseUrl, `select nextval('ticket_number_seq') from generate_series(1, 41)`)
  const archive = await world.makeBackup()
  const { databaseUrl, dataFolder } = await restore(archive)

  expect(await readRows(databaseUrl)).toEqual(await readRows(world.context.databaseUrl))
  const stored = await readStored(dataFolder)
  expect(Object.keys(stored).length).toBeGreaterThan(2)
  expect(stored).toEqual(await readStored(world.context.config.dataFolder))
})

test('what the database enforces, it enforces after a restore', async () => {
  const { databaseUrl } = await restore(await world.makeBackup())
  const rules = `
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as rule from pg_constraint
    where connamespace = 'public'::regnamespace
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    union all select indexdef from pg_indexes where schemaname = 'public' order by 1`
  const [here, there] = await Promise.all([world.context.databaseUrl, databaseUrl].map((url) => query(url, rules)))

  expect(there).toEqual(here)
  await expect(query(databaseUrl, 'delete from audit_entry')).rejects.toThrow(/append-only/)
})

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<object>(text)).rows
  } finally {
    await client.end()
  }
}

test('made while people write, send files and take them back, it holds one moment, whole', async () => {
  const chatId = await talk()
  let isMade = false
  const writing = Array.from({ length: 3 }, async (_, index) => {
    const writer = (index % 2 ? anna : boris) as ChatPerson
    while (!isMade) {
      const photo = await uploadPhoto(writer)
      const answer = await writer.post(chatId, { text: 'Под нагрузкой', fileIds: [photo.fileId] })
      const message = answer.json<Message>()
      await writer.change('DELETE', message)
      await writer.post(chatId, { text: 'Осталось', fileIds: [(await uploadPhoto(writer)).fileId] })
      // As if a day had passed: what was taken back is swept, unless a backup holds it.
      await sweepFiles(createFiles({ ...world.context, clock: () => new Date(Date.now() + 25 * 3600 * 1000) }))
    }
  })
  const archive = await world.makeBackup().finally(() => (isMade = true))
  await Promise.all(writing)
  const { databaseUrl, dataFolder, about } = await restore(archive)

  expect(about.missing).toEqual([])
  const gaps = `
    select c.id from chat c join message m on m.chat_id = c.id
    group by c.id having count(*) <> c.last_seq or max(m.rev) <> c.rev`
  expect(await query(databaseUrl, gaps)).toEqual([])
  const shown = (await query(
    databaseUrl,
    `select f.id, encode(f.sha256, 'hex') as sha256 from message_file mf join file f on f.id = mf.file_id`,
  )) as { id: string; sha256: string }[]
  const stored = await readStored(dataFolder)
  const byName = new Map(Object.entries(stored).map(([path, hash]) => [path.split('/').pop(), hash]))
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter(({ id, sha256 }) => byName.get(id) !== sha256)).toEqual([])
}, 120_000)

test('what is not whole, not ours, too new or has no room is refused with what to do, and changes nothing', async () => {
  const archive = await world.makeBackup()
  const folder = await emptyFolder()
  const bytes = await readFile(archive)
  const [half, flipped, other] = ['half.zip', 'flipped.zip', 'other.zip'].map((name) => join(folder, name))
  await writeFile(half ?? '', bytes)
  await truncate(half ?? '', Math.floor(bytes.length / 2))
  // In the middle lie the bytes of a photo.
  await writeFile(flipped ?? '', bytes.with(Math.floor(bytes.length / 2), (bytes.at(bytes.length / 2) ?? 0) ^ 1))
  await writeFile(other ?? '', await readTestData('order.docx'))

  await expect(restore(half ?? '')).rejects.toThrow(/не до конца/)
  await expect(restore(flipped ?? '')).rejects.toThrow(/повреждена: не сходится/)
  await expect(restore(other ?? '')).rejects.toThrow(/не резервная копия Колоска/)
  await expect(restore(join(folder, 'none.zip'))).rejects.toThrow(/нет\. Проверьте путь/)
  await expect(restore(archive, { findFree: () => Promise.resolve(1000) })).rejects.toThrow(/нужно около \d+ МБ/)

  await world.db
    .insertInto('migration' as never)
    .values({ name: '9999_future.sql' })
    .execute()
  const newer = await world.makeBackup()
  await query(world.context.databaseUrl, `delete from migration where name = '9999_future.sql'`)
  await expect(restore(newer)).rejects.toThrow(/более новая версия.*9999_future/)
})

test('an installation that is used already is not overwritten', async () => {
  const archive = await world.makeBackup()
  const { databaseUrl, dataFolder } = await restore(archive)

  const again = { archive, databaseUrl, dataFolder }
  await expect(restoreBackup(again)).rejects.toThrow(/В базе уже есть данные/)
  await expect(restoreBackup({ ...again, databaseUrl: await createDatabase() })).rejects.toThrow(/уже есть файлы/)
})
