import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataExport, DataExportId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataExportTasks } from '#data-exports/index.ts'
import { openArchive } from '#platform/archive/read.ts'
import { newId } from '#platform/new-id.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

async function archiveOf(person: ChatPerson) {
  const id = newId<DataExportId>()
  expect((await person.request({ method: 'PUT', url: `/api/me/data/exports/${id}` })).statusCode).toBe(200)
  await world.runJobs()
  return { id, path: join(world.context.config.dataFolder, 'exports', `${id}.zip`) }
}
const lastOf = async (person: ChatPerson) =>
  (await person.request({ url: '/api/me/data' })).json<{ lastExport: DataExport }>().lastExport

test('it holds what one asked in a poll, and not who chose what', async () => {
  const [anna, boris] = [await world.person(), await world.person()]
  const chatId = await world.chat([anna, boris])
  const poll = { question: 'Когда собрание?', options: ['В среду', 'В пятницу'], isMultiple: false }
  expect((await anna.post(chatId, { text: '', poll })).statusCode).toBe(200)
  const { id: messageId } = await world.db
    .selectFrom('message')
    .where('chat_id', '=', chatId)
    .where('author_id', '=', anna.accountId)
    .select('id')
    .executeTakeFirstOrThrow()
  const url = `/api/chats/${chatId}/messages/${messageId}/vote`
  expect((await boris.request({ method: 'PUT', url, payload: { options: [0] } })).statusCode).toBe(200)

  const archive = await openArchive((await archiveOf(anna)).path)
  for (const name of ['data.json', 'Мои данные.html']) {
    const text = (await archive.read(name)).toString()
    expect(text).toContain('Когда собрание?')
    expect(text).not.toContain(boris.accountId)
  }
  archive.close()
})

test('whose file is gone is said to be over: a backup that was restored holds none', async () => {
  const anna = await world.person()
  const { id, path } = await archiveOf(anna)
  await rm(path)
  expect(await lastOf(anna)).toMatchObject({ state: 'over', offeredUntil: null })
  expect((await anna.request({ url: `/api/me/data/exports/${id}/content` })).statusCode).toBe(404)

  await dataExportTasks(world.context)['sweep-exports']?.run({})
  const row = await world.db.selectFrom('data_export').select('state').where('id', '=', id).executeTakeFirst()
  expect(row?.state).toBe('over')
})
