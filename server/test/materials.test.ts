import { randomUUID } from 'node:crypto'
import type { Material, MaterialVersion, Message } from '@kolosok/contract'
import { afterAll, expect, test } from 'vitest'
import { createMaterialWorld, type Payload, put, remove, type Someone } from './material-world.ts'
import { readTestData, upload } from './upload.ts'

const DAY = 24 * 3600 * 1000

const place = await createMaterialWorld()
const { world, time, garden, runNow } = place
const { folderUrl, folderOf, save, fileIn, titlesIn, download, shelvesOf, found, chatOf } = place
afterAll(() => world.close())

test('what a teacher puts in, the parents of the group read and nobody else, as long as they belong to it', async () => {
  const { teacher, mother, otherMother } = garden
  const folderId = await folderOf(teacher)
  const { fileId, material } = await fileIn(folderId)

  expect(material).toMatchObject({ title: 'Счёт', versions: 1, file: { fileId, name: 'счёт.pdf', kind: 'file' } })
  expect([await titlesIn(mother, folderId), await download(mother, fileId)]).toEqual([['Счёт'], 200])
  expect([await titlesIn(otherMother, folderId), await download(otherMother, fileId)]).toEqual([404, 404])
  expect((await save(mother, folderId, { link: 'https://example.org/a' })).statusCode).toBe(403)
  expect((await shelvesOf(otherMother)).map(({ name, mayAdd }) => [name, mayAdd])).toEqual([
    ['Старшая', false],
    ['Детство', false],
  ])
})

test('whoever is limited to one child sees nothing of what its group keeps', async () => {
  const { teacher, mother } = garden
  const folderId = await folderOf(teacher)
  const limit = (isLimited: boolean) =>
    world.db
      .updateTable('guardianship')
      .where('membership_id', '=', mother.membershipId)
      .set({ is_limited: isLimited })
      .execute()

  await limit(true)
  expect([await titlesIn(mother, folderId), await shelvesOf(mother)]).toEqual([404, []])
  await limit(false)
  expect(await titlesIn(mother, folderId)).toEqual([])
})

test('a folder of a programme is for all groups that follow it, from the moment they do', async () => {
  const { teacher, otherMother } = garden
  const folderId = await folderOf(teacher, { programme: 'Детство' }, 'Общее')
  await save(teacher, folderId, { title: 'Песни', link: 'https://example.org/songs' })
  expect(await titlesIn(otherMother, folderId)).toEqual(['Песни'])

  await world.db.updateTable('group').where('name', '=', 'Старшая').set({ programme: 'Радуга' }).execute()
  expect(await titlesIn(otherMother, folderId)).toBe(404)
  expect((await put(teacher, folderUrl(randomUUID()), { title: 'Чужое', programme: 'Радуга' })).statusCode).toBe(404)
})

test('a programme that nobody follows gets no folder, whoever asks', async () => {
  const { admin } = garden
  for (const programme of ['Ничья', '']) {
    const answer = await put(admin, folderUrl(randomUUID()), { title: 'Пустое', programme })
    expect([400, 404], answer.body).toContain(answer.statusCode)
  }
})

test('a programme called like the id of a group shows nothing of what that group keeps', async () => {
  const { teacher, otherMother, groupId } = garden
  await folderOf(teacher, { groupId }, 'Только наше')
  const called = (programme: string) =>
    world.db.updateTable('group').where('name', '=', 'Старшая').set({ programme }).execute()
  await called(groupId)
  expect(JSON.stringify(await shelvesOf(otherMother))).not.toContain('Только наше')
  await called('Радуга')
})

test('a new version takes the place of the file; the one before is there for those who add', async () => {
  const { teacher, mother, admin } = garden
  const folderId = await folderOf(teacher)
  const { fileId: first, material } = await fileIn(folderId)
  const { fileId: second } = await upload(admin, 'счёт-2.pdf', await readTestData('order.pdf'))
  const url = `/api/materials/${material.id}/versions`
  const renewed = (await put(admin, `${url}/${second}`)).json<Material>()
  expect((await put(admin, `${url}/${second}`)).json()).toEqual(renewed)

  expect(renewed).toMatchObject({ versions: 2, file: { fileId: second } })
  expect([await download(mother, second), await download(mother, first), await download(teacher, first)]).toEqual([
    200, 404, 200,
  ])
  const { versions } = (await teacher.request({ url })).json<{ versions: MaterialVersion[] }>()
  expect(versions.map(({ number, file }) => [number, file.fileId])).toEqual([
    [2, second],
    [1, first],
  ])
  expect((await put(admin, `${url}/${randomUUID()}`)).json()).toMatchObject({ errors: [{ code: 'file-missing' }] })
})

test('every bad field is named; an address that a browser would run is none', async () => {
  const folderId = await folderOf(garden.teacher)
  const bad = async (payload: Payload) =>
    (await save(garden.teacher, folderId, payload)).json<{ errors: { pointer: string; code: string }[] }>().errors
  expect(await bad({ title: ' ', link: 'javascript:alert(1)' })).toMatchObject([
    { pointer: '#/title', code: 'required' },
    { pointer: '#/link', code: 'not-a-link' },
  ])
  expect(await bad({ link: 'https://x' })).toMatchObject([{ pointer: '#/link', code: 'not-a-link' }])
  expect(await bad({})).toMatchObject([{ pointer: '#/link', code: 'required' }])
})

test('order is what those who add make it', async () => {
  const { teacher, mother } = garden
  const folderId = await folderOf(teacher)
  const ids: string[] = []
  for (const title of ['Один', 'Два', 'Три']) {
    ids.push((await save(teacher, folderId, { title, link: 'https://example.org/a' })).json<Material>().id)
  }
  await put(teacher, `/api/material-folders/${folderId}/order`, { materialIds: [ids[2], ids[0]] })
  expect(await titlesIn(mother, folderId)).toEqual(['Три', 'Один', 'Два'])
})

test('words are found in any form and by their parts, only in what one may read', async () => {
  const { teacher, mother, otherMother } = garden
  const folderId = await folderOf(teacher)
  await save(teacher, folderId, { title: 'Осенние прогулки', link: 'https://example.org/autumn' })
  expect(await found(mother, 'прогулка')).toEqual(['Осенние прогулки'])
  expect(await found(mother, 'осенн')).toEqual(['Осенние прогулки'])
  expect(await found(mother, 'org/AUTUMN')).toEqual(['Осенние прогулки'])
  expect(await found(otherMother, 'прогулка')).toEqual([])
  expect(await found(mother, '%_"\'(&|')).toEqual([])
})

test('what is deleted comes back within a week, with its file; after that both are gone for good', async () => {
  const { teacher, mother } = garden
  const folderId = await folderOf(teacher)
  const [{ fileId, material }, { material: other, fileId: otherFile }] = [
    await fileIn(folderId),
    await fileIn(folderId, 'прописи.pdf'),
  ]
  const url = `/api/materials/${material.id}`
  await remove(teacher, url)
  expect((await remove(teacher, url)).statusCode).toBe(200)
  expect([await titlesIn(mother, folderId), await download(teacher, fileId)]).toEqual([['Счёт'], 404])
  expect((await put(mother, `${url}/restored`)).statusCode).toBe(403)
  await put(teacher, `${url}/restored`)
  expect(await download(mother, fileId)).toBe(200)

  await remove(teacher, `/api/material-folders/${folderId}`)
  expect([await titlesIn(teacher, folderId), await download(teacher, otherFile)]).toEqual([404, 404])
  await put(teacher, `/api/material-folders/${folderId}/restored`)
  expect(await download(mother, otherFile)).toBe(200)

  await remove(teacher, `/api/materials/${other.id}`)
  time.aheadMs = 8 * DAY
  expect((await put(teacher, `/api/materials/${other.id}/restored`)).statusCode).toBe(404)
  await runNow('sweep-materials')
  time.aheadMs = 0
  expect((await put(teacher, `/api/materials/${other.id}/restored`)).statusCode).toBe(404)
  const left = await world.db
    .selectFrom('file')
    .where('id', 'in', [fileId, otherFile])
    .select(['id', 'attached_at'])
    .execute()
  expect(left.map(({ id, attached_at }) => [id === fileId, attached_at !== null]).sort()).toEqual([
    [false, false],
    [true, true],
  ])
})

test('a photo said in a chat is taken by whoever reads it and may add, and outlives the message', async () => {
  const { teacher, mother } = garden
  const folderId = await folderOf(teacher)
  const chatId = await chatOf([teacher, mother])
  const { fileId } = await upload(mother, 'поделка.jpg', await readTestData('order-photo.jpg'))
  const url = `/api/chats/${chatId}/messages`
  const said = (
    await mother.request({ method: 'POST', url, payload: { id: randomUUID(), text: 'Вот', fileIds: [fileId] } })
  ).json<Message>()
  const items = [
    { materialId: randomUUID(), fileId },
    { materialId: randomUUID(), link: 'https://example.org/how' },
  ]
  const take = (who: Someone) => put(who, `/api/material-folders/${folderId}/taken/${said.id}`, { chatId, items })

  expect([(await take(mother)).statusCode, (await take(garden.admin)).statusCode]).toEqual([403, 404])
  const taken = (await take(teacher)).json<{ materials: Material[] }>()
  expect(taken.materials.map(({ title }) => title)).toEqual(['поделка.jpg', 'example.org/how'])
  expect((await take(teacher)).json()).toEqual(taken)

  await mother.request({ method: 'DELETE', url: `${url}/${said.id}` })
  time.aheadMs = 3 * DAY
  await runNow('sweep-files')
  time.aheadMs = 0
  expect(await download(garden.admin, fileId)).toBe(200)
  expect((await teacher.request({ url: `/api/files/${fileId}/thumbnail` })).statusCode).toBe(200)
  const other = [{ materialId: randomUUID(), fileId }]
  const late = await put(teacher, `/api/material-folders/${folderId}/taken/${said.id}`, { chatId, items: other })
  expect(late.json()).toMatchObject({ code: 'message-deleted' })
})

test('a file that both a message and a deleted material hold stays with the message', async () => {
  const { teacher, mother } = garden
  const folderId = await folderOf(teacher)
  const chatId = await chatOf([teacher, mother])
  const { fileId } = await upload(teacher, 'план.pdf', await readTestData('order.pdf'))
  const said = (
    await teacher.request({
      method: 'POST',
      url: `/api/chats/${chatId}/messages`,
      payload: { id: randomUUID(), fileIds: [fileId] },
    })
  ).json<Message>()
  const materialId = randomUUID()
  await put(teacher, `/api/material-folders/${folderId}/taken/${said.id}`, { chatId, items: [{ materialId, fileId }] })
  await remove(teacher, `/api/materials/${materialId}`)
  time.aheadMs = 9 * DAY
  await runNow('sweep-materials')
  await runNow('sweep-files')
  time.aheadMs = 0
  expect(await download(mother, fileId)).toBe(200)
})
