import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ChatId, DataExportId, OrganizationExport, TicketId } from '@kolosok/contract'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataExportTasks } from '#data-exports/index.ts'
import { places } from '#organization-data/index.ts'
import { openArchive } from '#platform/archive/read.ts'
import { newId } from '#platform/new-id.ts'
import { uploadPhoto } from './chat-files.ts'
import { type ChatPerson, type ChatWorld, createChatWorld, seedMembership, seedOrganization } from './chat-world.ts'
import { seedCallOf } from './meeting-world.ts'
import { seedReady } from './recording-world.ts'

let world: ChatWorld
let admin: ChatPerson
beforeAll(async () => {
  world = await createChatWorld()
  admin = await world.person({ isAdmin: true })
})
afterAll(() => world.close())

const dataUrl = () => `/api/organizations/${world.organizationId}/data`
const ask = (person: ChatPerson, id = newId<DataExportId>()) =>
  person.request({ method: 'PUT', url: `${dataUrl()}/exports/${id}` })
const fetchFrom = (person: ChatPerson, id: string) => person.request({ url: `${dataUrl()}/exports/${id}/content` })
const list = async (person: ChatPerson) =>
  (await person.request({ url: dataUrl() })).json<{ exports: OrganizationExport[] }>().exports

/** Yesterday's count no more. */
const forgetAsked = () =>
  world.db
    .updateTable('data_export')
    .set({ asked_at: new Date(Date.now() - 2 * 86_400_000) })
    .where('organization_id', 'is not', null)
    .execute()

async function made(person: ChatPerson): Promise<string> {
  await forgetAsked()
  const answer = await ask(person)
  expect(answer.statusCode, answer.body).toBe(200)
  await world.runJobs()
  const [last] = await list(person)
  expect(last).toMatchObject({ state: 'ready', progress: 100, isOwn: true })
  return last?.id ?? ''
}

async function open(id: string) {
  const archive = await openArchive(join(world.context.config.dataFolder, 'exports', `${id}.zip`))
  const text = async (name: string) => (await archive.read(name)).toString()
  const rows = async (name: string) => JSON.parse(await text(name)) as Record<string, unknown>[]
  return { ...archive, text, rows }
}

describe('the archive of an organization', () => {
  test('holds its rows by section, its files, and a first page in words', async () => {
    const anna = await world.person({ role: 'parent' })
    const chatId = await world.chat([anna, admin], { isBound: true })
    const { fileId } = await uploadPhoto(anna)
    await anna.post(chatId, { text: '<b>Завтра</b> утренник', fileIds: [fileId] })
    const archive = await open(await made(admin))

    const messages = await archive.rows('messages/message.json')
    expect(messages.map(({ text }) => text)).toContain('<b>Завтра</b> утренник')
    expect(await archive.rows('structure/organization.json')).toMatchObject([{ name: 'МБДОУ «Колосок»' }])
    const files = await archive.rows('files/files.json')
    expect(files).toMatchObject([{ id: fileId, path: `files/${fileId.slice(-8)} Прогулка.jpg` }])
    expect((await archive.read(String(files[0]?.path))).length).toBe(files[0]?.size)
    const page = await archive.text('Оглавление.html')
    for (const said of ['Архив организации: МБДОУ «Колосок»', 'href="messages/message.json"', 'Чего здесь нет']) {
      expect(page).toContain(said)
    }
    archive.close()
  })

  test('holds nothing that people said among themselves, nothing of others, and no secret', async () => {
    const [anna, boris] = await world.people(2)
    const chatId = await world.chat([anna as ChatPerson, boris as ChatPerson])
    await anna?.post(chatId, { text: 'Между нами' })
    const other = await seedOrganization(world)
    await seedMembership(world, { ...(anna as ChatPerson), organizationId: other, role: 'teacher' })
    const archive = await open(await made(admin))

    for (const name of archive.names) {
      if (!name.endsWith('.json')) continue
      const text = await archive.text(name)
      expect(text, name).not.toMatch(/Между нами|token_hash|code_hash|"tag"/)
      expect(text, name).not.toContain(other)
    }
    archive.close()
  })

  test('holds what was recorded of calls in chats that follow the structure, and of no others', async () => {
    const anna = await world.person()
    const [bound, free] = [await world.chat([anna], { isBound: true }), await world.chat([anna])]
    const recorded = async (chatId: ChatId) => {
      const room = await seedCallOf(world, chatId, [
        { who: anna, from: '2026-11-01T09:00Z', until: '2026-11-01T10:00Z' },
      ])
      return seedReady(world, { owner: 'call', room, organizationId: world.organizationId, by: anna })
    }
    const [taken, left] = [await recorded(bound), await recorded(free)]
    const archive = await open(await made(admin))

    const idsIn = async (name: string) => (await archive.rows(name)).map(({ id }) => id)
    const held = [...(await idsIn('channels/recording.json')), ...(await idsIn('files/files.json'))]
    expect(held).toEqual(expect.arrayContaining([taken.id, taken.fileId]))
    for (const id of [left.id, left.fileId]) expect(held).not.toContain(id)
    archive.close()
  })

  test('is said in the chats whose talk is in it, and written down', async () => {
    const anna = await world.person()
    const [bound, free] = [await world.chat([anna], { isBound: true }), await world.chat([anna])]
    for (const chatId of [bound, free]) await anna.post(chatId)
    const id = await made(admin)

    const linesOf = async (chatId: typeof bound) => (await anna.page(chatId)).messages.map(({ text }) => text)
    expect(await linesOf(bound)).toContain('taken-away')
    expect(await linesOf(free)).not.toContain('taken-away')
    const written = await world.db.selectFrom('audit_entry').where('subject_id', '=', id).selectAll().execute()
    expect(written).toMatchObject([{ action: 'organization.export-asked', account_id: admin.accountId }])
  })

  test('is fetched by nobody but who asked, and not by them once they answer for the organization no more', async () => {
    const second = await world.person({ isAdmin: true })
    const id = await made(second)
    expect((await fetchFrom(second, id)).headers['content-type']).toBe('application/zip')
    expect((await fetchFrom(admin, id)).statusCode).toBe(404)
    expect((await list(admin))[0]).toMatchObject({ id, isOwn: false })
    // By the address of one's own data neither.
    expect((await second.request({ url: `/api/me/data/exports/${id}/content` })).statusCode).toBe(404)

    const { membershipId } = second
    await world.db.updateTable('membership').set({ is_admin: false }).where('id', '=', membershipId).execute()
    expect((await fetchFrom(second, id)).statusCode).toBe(403)
  })

  test('is one: the next takes its place on the disk, and half of one that a killed server has left goes', async () => {
    const lying = () => readdir(join(world.context.config.dataFolder, 'exports'))
    const first = await made(admin)
    const second = await made(admin)
    expect((await fetchFrom(admin, first)).statusCode).toBe(404)
    const row = world.db
      .selectFrom('data_export')
      .select('state')
      .where('id', '=', first as DataExportId)
    expect(await row.executeTakeFirst()).toEqual({ state: 'over' })
    await writeFile(join(world.context.config.dataFolder, 'exports', `${newId()}.zip.part`), 'half of it')
    await dataExportTasks(world.context)['sweep-exports']?.run({})
    expect(await lying()).toEqual([`${second}.zip`])
  })

  test('holds nothing of what those who answer a request talk among themselves, on whichever side', async () => {
    const asker = await world.person()
    const ticketId = newId<TicketId>()
    await world.db
      .insertInto('ticket')
      .values({
        ...{ id: ticketId, organization_id: world.organizationId, desk: 'organization', asker_id: asker.accountId },
        ...{
          asker_name: 'Анна',
          subject: 'Окно',
          organization_at: new Date(),
          created_at: new Date(),
          changed_at: new Date(),
        },
      })
      .execute()
    const common = { ticket_id: ticketId, author_id: admin.accountId, at: new Date(), attachments: '[]' }
    await world.db
      .insertInto('ticket_entry')
      .values([
        { ...common, id: newId(), seq: 1, shown_seq: 1, kind: 'message', side: 'organization', text: 'Починим' },
        { ...common, id: newId(), seq: 2, shown_seq: null, kind: 'note', side: 'organization', text: 'Про неё' },
      ])
      .execute()
    const archive = await open(await made(admin))
    expect((await archive.rows('help/ticket_entry.json')).map(({ text }) => text)).toEqual(['Починим'])
    archive.close()
  })

  test('is gathered one at a time and thrice a day, whoever asks; the same click twice is one', async () => {
    await forgetAsked()
    const second = await world.person({ isAdmin: true })
    const id = newId<DataExportId>()
    const twice = await Promise.all([ask(admin, id), ask(admin, id)])
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await ask(second)).json()).toMatchObject({ code: 'export-waiting' })
    expect((await ask(second, id)).statusCode).toBe(404)
    for (let made = 1; made < 3; made++) {
      await world.runJobs()
      expect((await ask(second)).statusCode).toBe(200)
    }
    await world.runJobs()
    expect((await ask(admin)).json()).toMatchObject({ code: 'too-many-requests' })
  })
})

test('every table has been decided about, and what leans on another is erased before it', async () => {
  const client = new pg.Client({ connectionString: world.context.databaseUrl })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migration'`)
  const { rows: ties } = await client.query<{ from: string; to: string }>(`
    select c.relname as "from", r.relname as "to" from pg_constraint f
    join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
    where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.conrelid <> f.confrelid`)
  await client.end()

  expect(Object.keys(places).sort()).toEqual(tables.map(({ name }) => name).sort())
  const order = Object.keys(places).filter((name) => places[name]?.own)
  const wrong = ties.filter(
    ({ from, to }) => order.includes(from) && order.includes(to) && order.indexOf(from) > order.indexOf(to),
  )
  // A logo is the organization's, not the other way round.
  expect(wrong.map(({ from, to }) => `${from} leans on ${to}`)).toEqual([])
})
