import { randomUUID } from 'node:crypto'
import type { ChatId, FileId, Material, MaterialShelf } from '@kolosok/contract'
import { expect } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { seedOrganization } from './organization-seed.ts'
import { readTestData, upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

export type Someone = Awaited<ReturnType<World['person']>>
export type Payload = Record<string, unknown>

export const put = (who: Someone, url: string, payload: Payload = {}) => who.request({ method: 'PUT', url, payload })
export const remove = (who: Someone, url: string) => who.request({ method: 'DELETE', url })

/** A group with its teacher and a mother, another one with its mother; the first two follow one programme. */
async function gardenOf(world: World) {
  const organization = await seedOrganization(world)
  const [groupId, otherId] = [await organization.group('Младшая'), await organization.group('Старшая')]
  await world.db.updateTable('group').set({ programme: 'Детство' }).where('id', 'in', [groupId, otherId]).execute()
  const teacher = await organization.teacher({ groups: [groupId] })
  const mother = await organization.parent([await organization.child('Ваня К.', groupId)])
  const otherMother = await organization.parent([await organization.child('Оля П.', otherId)])
  return { ...organization, groupId, teacher, mother, otherMother, admin: await organization.admin() }
}

/** A kindergarten that keeps materials; its clock can be put ahead. */
export async function createMaterialWorld() {
  const time = { aheadMs: 0 }
  const world = await createWorld({ clock: () => new Date(Date.now() + time.aheadMs) })
  const garden = await gardenOf(world)
  const runNow = (name: string) => createTasks(world.context)[name]?.run({})

  const folderUrl = (id: string) => `/api/organizations/${garden.id}/material-folders/${id}`

  async function folderOf(who: Someone, place: Payload = { groupId: garden.groupId }, title = 'Математика') {
    const id = randomUUID()
    const answer = await put(who, folderUrl(id), { title, ...place })
    expect(answer.statusCode, answer.body).toBe(200)
    return id
  }

  const save = (who: Someone, folderId: string, payload: Payload, id: string = randomUUID()) =>
    put(who, `/api/material-folders/${folderId}/materials/${id}`, { title: 'Счёт', ...payload })

  async function fileIn(folderId: string, name = 'счёт.pdf') {
    const { fileId } = await upload(garden.teacher, name, await readTestData('order.pdf'))
    return { fileId, material: (await save(garden.teacher, folderId, { fileId })).json<Material>() }
  }

  const inFolder = async (who: Someone, folderId: string) => {
    const answer = await who.request({ url: `/api/material-folders/${folderId}` })
    return answer.statusCode === 200 ? answer.json<{ materials: Material[] }>().materials : answer.statusCode
  }
  const titlesIn = async (who: Someone, folderId: string) => {
    const found = await inFolder(who, folderId)
    return Array.isArray(found) ? found.map(({ title }) => title) : found
  }
  const download = async (who: Someone, fileId: FileId) =>
    (await who.request({ url: `/api/files/${fileId}/content` })).statusCode
  const shelvesOf = async (who: Someone) =>
    (await who.request({ url: `/api/organizations/${garden.id}/materials` })).json<{ shelves: MaterialShelf[] }>()
      .shelves
  const found = async (who: Someone, words: string) =>
    (await who.request({ url: `/api/organizations/${garden.id}/found-materials`, query: { words } }))
      .json<{ materials: Material[] }>()
      .materials.map(({ title }) => title)

  /** The group's chat, with the teacher and the mother in it. */
  async function chatOf(members: readonly (Someone & { membershipId: string })[]) {
    const chatId = newId<ChatId>()
    const chat = { id: chatId, organization_id: garden.id, kind: 'group', title: 'Чат' } as const
    await world.db.insertInto('chat').values(chat).execute()
    for (const { accountId, membershipId } of members) {
      const place = { chat_id: chatId, account_id: accountId, membership_id: membershipId as never }
      await world.db
        .insertInto('chat_member')
        .values({ ...place, role: 'member' })
        .execute()
    }
    return chatId
  }

  return {
    world,
    time,
    garden,
    runNow,
    folderUrl,
    folderOf,
    save,
    fileIn,
    inFolder,
    titlesIn,
    download,
    shelvesOf,
    found,
    chatOf,
  }
}
