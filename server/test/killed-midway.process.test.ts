import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type DataExportId, type FileId, UPLOADS_PATH } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openArchive } from '#platform/archive/read.ts'
import { connectDb, type Db } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { newId } from '#platform/new-id.ts'
import { readSecrets } from '#platform/secrets.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { type SeededPerson, seedRoom } from './process-seed.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { openStuckMail } from './stuck-mail.ts'

/** What a job has time for on a busy machine. */
const PATIENCE = { timeout: 60_000, interval: 100 }

let postgres: Postgres
let server: ServerProcess
let db: Db
let room: Awaited<ReturnType<typeof seedRoom>>
let [admin, anna]: SeededPerson[] = []
const fileIds: FileId[] = []
const mail = openStuckMail(3, 'lost')
beforeAll(async () => {
  postgres = await startPostgres()
  const database = postgres.url('postgres')
  await migrate(database)
  db = connectDb(database)
  server = await startServer({ SMTP_URL: (await mail).url, MAIL_FROM: 'sad@kolosok.test', DATABASE_URL: database })
  room = await seedRoom({ db, secrets: await readSecrets(server.dataFolder) }, 6, { isBound: true })
  ;[admin, anna] = room.people
  for (const [index, { accountId, membershipId }] of room.people.entries()) {
    await db
      .updateTable('account')
      .set({ email: `p${String(index)}@mail.test` })
      .where('id', '=', accountId)
      .execute()
    const rights = { is_admin: index === 0, confirmed_at: new Date() }
    await db.updateTable('membership').set(rights).where('id', '=', membershipId).execute()
  }
  for (const name of ['один.txt', 'два.txt', 'три.txt']) fileIds.push(await upload(name))
  const message = { id: newId(), text: 'Документы', fileIds }
  const posted = await ask(anna, 'POST', `/api/chats/${room.chatId}/messages`, message)
  expect(posted.status, await posted.clone().text()).toBeLessThan(300)
})
afterAll(async () => {
  await server.remove()
  await (await mail).close()
  await db.destroy()
  await postgres.stop()
  await postgres.remove()
})

function ask(who: SeededPerson | undefined, method: string, path: string, body?: object) {
  const headers = { cookie: who?.cookie ?? '', origin: server.url, ...(body && { 'content-type': 'application/json' }) }
  return fetch(`${server.url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
}

async function upload(name: string): Promise<FileId> {
  const bytes = Buffer.from(`${name}\n`.repeat(500))
  const own = { 'cookie': anna?.cookie ?? '', 'origin': server.url, 'tus-resumable': '1.0.0' }
  const begun = await fetch(`${server.url}${UPLOADS_PATH}`, {
    method: 'POST',
    headers: {
      ...own,
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  })
  const location = begun.headers.get('location') ?? ''
  const headers = { ...own, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }
  const sent = await fetch(new URL(location, server.url), { method: 'PATCH', headers, body: bytes })
  expect(sent.status).toBeLessThan(300)
  return location.split('/').pop() as FileId
}

const pathOf = (id: FileId) => join(server.dataFolder, 'files', id.slice(34, 36), id)
const exportsLying = () => readdir(join(server.dataFolder, 'exports'))

/** The second file can be opened, but never read: whoever comes to it stands in the middle until it is killed. */
async function killInTheMiddleOf(id: DataExportId, begin: () => Promise<Response>): Promise<void> {
  const path = pathOf(fileIds[1] as FileId)
  await rename(path, `${path}.aside`)
  await promisify(execFile)('mkfifo', [path])
  const begun = await begin()
  expect(begun.status, await begun.clone().text()).toBe(200)
  const part = join(server.dataFolder, 'exports', `${id}.zip.part`)
  await vi.waitFor(async () => {
    // The first file is in it already: what was packed before it is on the disk.
    expect((await stat(part)).size).toBeGreaterThan(500)
  }, PATIENCE)
  await server.kill()
  await rm(path)
  await rename(`${path}.aside`, path)
}

const stateOf = async (id: DataExportId) =>
  (await db.selectFrom('data_export').where('id', '=', id).select('state').executeTakeFirst())?.state

async function untilReady(id: DataExportId) {
  await vi.waitFor(async () => {
    expect(await stateOf(id)).toBe('ready')
  }, PATIENCE)
  const archive = await openArchive(join(server.dataFolder, 'exports', `${id}.zip`))
  const files = archive.names.filter((name) => name.startsWith('files/') && name.endsWith('.txt'))
  const texts = await Promise.all(files.map(async (name) => (await archive.read(name)).toString()))
  archive.close()
  expect(texts.map((text) => text.split('\n')[0]).sort()).toEqual(['два.txt', 'один.txt', 'три.txt'])
  expect(texts.every((text) => text.split('\n').length === 501)).toBe(true)
}

/** Every job has ended, and none came twice. */
const untilIdle = () =>
  vi.waitFor(async () => {
    expect((await sql`select id from graphile_worker.jobs`.execute(db)).rows).toEqual([])
  }, PATIENCE)

test('killed in the middle of an organization’s archive it makes it anew, once and whole, and tells no chat twice', async () => {
  const id = newId<DataExportId>()
  const url = `/api/organizations/${room.organizationId}/data/exports/${id}`
  await killInTheMiddleOf(id, () => ask(admin, 'PUT', url))
  expect(await stateOf(id)).toBe('waiting')
  expect(await exportsLying()).toEqual([`${id}.zip.part`])

  await server.start()
  await untilReady(id)
  expect(await exportsLying()).toEqual([`${id}.zip`])
  const told = await db
    .selectFrom('message')
    .where('chat_id', '=', room.chatId)
    .where('text', '=', 'taken-away')
    .select('id')
    .execute()
  expect(told).toHaveLength(1)
  await untilIdle()
}, 120_000)

test('killed in the middle of somebody’s own data it makes them anew, once and whole', async () => {
  const id = newId<DataExportId>()
  const before = await exportsLying()
  await killInTheMiddleOf(id, () => ask(anna, 'PUT', `/api/me/data/exports/${id}`))
  expect(await stateOf(id)).toBe('waiting')

  await server.start()
  await untilReady(id)
  expect((await exportsLying()).sort()).toEqual([...before, `${id}.zip`].sort())
  await untilIdle()
}, 120_000)

test('killed in the middle of the letters about a closing it writes to everybody once', async () => {
  const url = `/api/organizations/${room.organizationId}/closings/${randomUUID()}`
  const closed = await ask(admin, 'PUT', url, { name: 'Колосок', dataExportId: newId() })
  expect(closed.status, await closed.clone().text()).toBe(200)
  const { isStuck, taken } = await mail
  await isStuck
  await server.kill()
  expect(taken).toHaveLength(2)

  await server.start()
  await untilIdle()
  expect([...taken].sort()).toEqual(room.people.map((_, index) => `p${String(index)}@mail.test`))
}, 120_000)

/** A job that runs by the clock, now. */
const runNow = (task: string) => sql`select graphile_worker.add_job(${task})`.execute(db)

test('killed in the middle of erasing an organization it goes on with what is left: one act, and nothing stays', async () => {
  const over = { closed_at: sql<Date>`now() - interval '31 days'`, erase_at: sql<Date>`now() - interval '1 day'` }
  await db.updateTable('closing').set(over).execute()
  await db.transaction().execute(async (tx) => {
    // Nobody deletes a group: what comes before it goes, what comes after it is left.
    await sql`lock table "group" in share mode`.execute(tx)
    await runNow('erase-closed-organizations')
    await vi.waitFor(async () => {
      // From outside: within one transaction the database shows the same moment again and again.
      const waits = sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like 'delete from "group"%'`
      expect((await waits.execute(db)).rows).toHaveLength(1)
    }, PATIENCE)
    await server.kill()
  })
  const half = await db.selectFrom('closing').select(['erased_at', 'act']).executeTakeFirstOrThrow()
  expect(half).toEqual({ erased_at: null, act: null })
  const left = await listLeft()
  expect(left).toContain('group')
  expect(left).not.toContain('chat')

  await server.start()
  await vi.waitFor(async () => {
    expect((await db.selectFrom('closing').select('erased_at').executeTakeFirstOrThrow()).erased_at).not.toBeNull()
    await untilIdle()
  }, PATIENCE)
  expect(await listLeft()).toEqual([])
  const entries = await db
    .selectFrom('audit_entry')
    .where('action', '=', 'organization.erased')
    .select('details')
    .execute()
  expect(entries).toEqual([{ details: { act: 1 } }])

  // What nothing refers to goes with the next sweeps: a day later, for files.
  await sql`update file set created_at = created_at - interval '2 days'`.execute(db)
  await runNow('sweep-files')
  await runNow('sweep-exports')
  await untilIdle()
  const lying = await readdir(join(server.dataFolder, 'files'), { recursive: true, withFileTypes: true })
  expect(lying.filter((one) => one.isFile())).toEqual([])
  const ready = await db.selectFrom('data_export').where('state', '=', 'ready').select('id').execute()
  expect((await exportsLying()).sort()).toEqual(ready.map(({ id }) => `${id}.zip`).sort())
}, 120_000)

/** Tables that hold something of an organization, beside what is meant to stay. */
async function listLeft(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
    where c.table_schema = 'public' and c.column_name = 'organization_id' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('audit_entry', 'closing')`.execute(db)
  const left: string[] = []
  for (const { name } of rows) {
    const found = await sql`select from ${sql.table(name)} where organization_id is not null limit 1`.execute(db)
    if (found.rows.length > 0) left.push(name)
  }
  return left
}
