import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataExportId, OrganizationExport } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openArchive } from '#platform/archive/read.ts'
import { newId } from '#platform/new-id.ts'
import { type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

test('an archive that is cut off in its middle is made anew, whole, and nobody is told twice', async () => {
  const [admin, anna] = [await world.person({ isAdmin: true }), await world.person()]
  const url = `/api/organizations/${world.organizationId}/data`
  const list = async () => (await admin.request({ url })).json<{ exports: OrganizationExport[] }>().exports
  const chatIds = [await world.chat([anna], { isBound: true }), await world.chat([anna], { isBound: true })]
  for (const chatId of chatIds) await anna.post(chatId)
  await sql`create function killed() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`.execute(
    world.db,
  )
  await sql`create trigger killed before update of progress on data_export
    for each row when (new.progress >= 10) execute function killed()`.execute(world.db)
  const id = newId<DataExportId>()
  await admin.request({ method: 'PUT', url: `${url}/exports/${id}` })
  await world.runJobs()
  expect((await list())[0]).toMatchObject({ id, state: 'waiting' })
  // What `kill -9` leaves lying.
  const lying = join(world.context.config.dataFolder, 'exports', `${id}.zip`)
  await writeFile(`${lying}.part`, 'half of it')

  await sql`drop trigger killed on data_export`.execute(world.db)
  await world.hurryJobs()
  expect((await list())[0]).toMatchObject({ id, state: 'ready', progress: 100 })
  const archive = await openArchive(lying)
  expect(JSON.parse((await archive.read('chats/chat.json')).toString())).toHaveLength(2)
  archive.close()
  for (const chatId of chatIds) {
    const lines = (await anna.page(chatId)).messages.filter(({ text }) => text === 'taken-away')
    expect(lines).toHaveLength(1)
  }
})
