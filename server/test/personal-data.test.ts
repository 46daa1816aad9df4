import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataExport, DataExportId, DeletionLine, NoticeId } from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataExportTasks } from '#data-exports/index.ts'
import { createFiles } from '#files/index.ts'
import { personalDataTasks } from '#personal-data/index.ts'
import { openArchive } from '#platform/archive/read.ts'
import { newId } from '#platform/new-id.ts'
import { uploadPhoto } from './chat-files.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'

const HOSTILE = '<script>alert(1)</script> =cmd|calc \u202e гвоздь'
const DAY = 24 * 3600 * 1000

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

type Shown = { lastExport: DataExport | null; deletion: { obstacles: string[]; lines: DeletionLine[] } }
const show = async (person: ChatPerson) => (await person.request({ url: '/api/me/data' })).json<Shown>()
const ask = (person: ChatPerson, id = newId<DataExportId>()) =>
  person.request({ method: 'PUT', url: `/api/me/data/exports/${id}` })
const contentOf = (id: string) => `/api/me/data/exports/${id}/content`
const folder = () => join(world.context.config.dataFolder, 'exports')
const tasksIn = (days: number) => {
  const context = { ...world.context, clock: () => new Date(Date.now() + days * DAY) }
  return { ...personalDataTasks(createFiles(context)), ...dataExportTasks(context) }
}
const leave = (person: ChatPerson) =>
  world.db.updateTable('membership').set({ ended_at: new Date() }).where('id', '=', person.membershipId).execute()
const remove = (person: ChatPerson, body: object = { isSure: true }) =>
  person.request({ method: 'POST', url: '/api/me/deletion', payload: body })

/** Two who have talked, one of them in words that could do harm. */
async function talk() {
  const [anna, boris] = [await world.person({ givenName: HOSTILE.slice(0, 40) }), await world.person()]
  const chatId = await world.chat([anna, boris])
  const { fileId } = await uploadPhoto(anna)
  expect((await anna.post(chatId, { text: HOSTILE, fileIds: [fileId] })).statusCode).toBe(200)
  expect((await boris.post(chatId, { text: 'Чужие слова' })).statusCode).toBe(200)
  return { anna, boris, chatId, fileId }
}

async function readParts(id: string) {
  const archive = await openArchive(join(folder(), `${id}.zip`))
  const text = async (name: string) => (await archive.read(name)).toString()
  const parts = { names: archive.names, page: await text('Мои данные.html'), data: await text('data.json') }
  archive.close()
  return parts
}

describe('the archive', () => {
  test('holds what one has written and sent, readable and harmless, and nothing of others', async () => {
    const { anna, boris, fileId } = await talk()
    expect((await ask(anna)).statusCode).toBe(200)
    await world.runJobs()
    const { lastExport } = await show(anna)
    expect(lastExport?.state).toBe('ready')
    const id = lastExport?.id ?? ''

    const { names, page, data } = await readParts(id)
    expect(names).toContain(`files/${fileId.slice(-8)} Прогулка.jpg`)
    expect((JSON.parse(data) as { message: { rows: { text: string }[] } }).message.rows).toMatchObject([
      { text: HOSTILE },
    ])
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect(page).not.toContain('<script')
    for (const other of ['Чужие слова', boris.accountId]) expect(page + data).not.toContain(other)
    expect(data).not.toMatch(/token_hash|code_hash/)

    const answer = await anna.request({ url: contentOf(id) })
    expect(answer.headers['content-type']).toBe('application/zip')
    expect(answer.rawPayload.length).toBe(lastExport?.size)
  })

  test('is nobody else’s, not even as a mark in another’s way', async () => {
    const { anna, boris } = await talk()
    const id = newId<DataExportId>()
    await ask(anna, id)
    await world.runJobs()

    expect((await boris.request({ url: contentOf(id) })).statusCode).toBe(404)
    expect((await ask(boris, id)).statusCode).toBe(404)
    expect((await world.request({ url: contentOf(id) })).statusCode).toBe(401)
  })

  test('is gathered once, however often it is asked for, and again after a day of many', async () => {
    const { anna } = await talk()
    const id = newId<DataExportId>()
    const answers = await Promise.all([ask(anna, id), ask(anna, id)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await ask(anna)).json()).toMatchObject({ code: 'export-waiting' })
    await world.runJobs()
    for (let more = 0; more < 4; more += 1) {
      await ask(anna)
      await world.runJobs()
    }
    expect((await ask(anna)).json()).toMatchObject({ code: 'too-many-requests' })
  })

  test('is finished by the next run where the server was killed in the middle of it', async () => {
    const { anna } = await talk()
    const id = newId<DataExportId>()
    await ask(anna, id)
    await readdir(folder())
    await writeFile(join(folder(), `${id}.zip.part`), 'half of it')
    await world.runJobs()

    expect((await show(anna)).lastExport?.state).toBe('ready')
    expect((await anna.request({ url: contentOf(id) })).statusCode).toBe(200)
    expect(await readdir(folder())).not.toContain(`${id}.zip.part`)
  })

  test('is offered for a week and then really gone; one that nobody finished may be asked for anew', async () => {
    const { anna, boris } = await talk()
    const id = newId<DataExportId>()
    await ask(anna, id)
    await world.runJobs()
    await ask(boris)
    await tasksIn(6)['sweep-exports']?.run({})
    expect((await anna.request({ url: contentOf(id) })).statusCode).toBe(200)
    expect((await show(boris)).lastExport?.state).toBe('failed')

    await tasksIn(8)['sweep-exports']?.run({})
    expect((await anna.request({ url: contentOf(id) })).statusCode).toBe(404)
    expect(await readdir(folder())).not.toContain(`${id}.zip`)
  })
})

describe('deleting the account', () => {
  test('waits until one belongs nowhere and is sure', async () => {
    const { anna } = await talk()
    expect((await show(anna)).deletion.obstacles).toEqual(['still-member'])
    expect((await remove(anna)).json()).toMatchObject({ code: 'still-member' })
    await leave(anna)
    expect((await remove(anna, { isSure: false })).statusCode).toBe(400)
    await world.db.insertInto('operator').values({ account_id: anna.accountId }).execute()
    expect((await remove(anna)).json()).toMatchObject({ code: 'still-operator' })
  })

  test('takes name, number and sessions; what was said stays, said by nobody; the act is handed out for a week', async () => {
    const { anna, boris, chatId } = await talk()
    await world.db.updateTable('account').set({ phone: '+79160000001' }).where('id', '=', anna.accountId).execute()
    await leave(anna)
    const [gone, again] = await Promise.all([remove(anna), remove(anna)])
    const done = [gone, again].filter(({ statusCode }) => statusCode === 200)
    expect(done.length).toBe(1)
    expect([gone, again].map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])

    expect((await anna.request({ url: '/api/me' })).statusCode).toBe(401)
    const account = await world.db.selectFrom('account').selectAll().where('id', '=', anna.accountId).executeTakeFirst()
    expect(account).toMatchObject({ phone: null, email: null, given_name: 'Удалённая', family_name: 'учётная запись' })
    const page = await boris.page(chatId)
    expect(page.messages.map(({ text }) => text)).toContain(HOSTILE)
    expect(page.people.map(({ name }) => name)).toContain('Удалённая учётная запись')
    const act = done[0]?.json<{ actPath: string }>().actPath ?? ''
    const pdf = await world.request({ url: act })
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')

    await tasksIn(8)['drop-deletion-acts']?.run({})
    expect((await world.request({ url: act })).statusCode).toBe(404)
    // The number is free for whoever proves it next.
    const next = await world.person()
    await world.db.updateTable('account').set({ phone: '+79160000001' }).where('id', '=', next.accountId).execute()
  })

  test('finds what only the address tells to be theirs, before the address is gone', async () => {
    const anna = await world.person()
    await world.db.updateTable('account').where('id', '=', anna.accountId).set({ email: 'anna@mail.example' }).execute()
    const organization = await world.db.selectFrom('organization').select('id').limit(1).executeTakeFirstOrThrow()
    const id = newId<NoticeId>()
    const asks = { asks: 'read', per: 'person', audience: 'all', deadline_at: new Date() } as const
    await world.db
      .insertInto('notice')
      .values({ id, organization_id: organization.id, author_id: anna.accountId, title: '', text: '', ...asks })
      .execute()
    await world.db
      .insertInto('notice_letter')
      .values({ notice_id: id, wave: 'sent', address: 'anna@mail.example', kind: 'sent', due_at: new Date() })
      .execute()
    await leave(anna)
    expect((await remove(anna)).statusCode).toBe(200)
    expect(await world.db.selectFrom('notice_letter').where('notice_id', '=', id).select('address').execute()).toEqual(
      [],
    )
  })

  test('says beforehand what is erased, what stays and why', async () => {
    const { lines } = (await show(await world.person())).deletion
    expect(lines.filter(({ become }) => become === 'erased').map(({ what }) => what)).toContain('Входы с устройств')
    expect(lines.filter(({ become, because }) => become !== 'erased' && because === '')).toEqual([])
  })
})
