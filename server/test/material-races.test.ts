import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { createMaterialWorld, put } from './material-world.ts'
import { readTestData, upload } from './upload.ts'

const { world, garden, folderUrl, folderOf, save, fileIn, inFolder, titlesIn } = await createMaterialWorld()
afterAll(() => world.close())

test('of two who begin the same at once both are told of the one that is there', async () => {
  const { teacher } = garden
  const [folderId, id] = [randomUUID(), randomUUID()]
  const twice = (send: () => ReturnType<typeof put>) => Promise.all([send(), send()])
  const folders = await twice(() => put(teacher, folderUrl(folderId), { title: 'Счёт', groupId: garden.groupId }))
  const materials = await twice(() => save(teacher, folderId, { link: 'https://example.org/a' }, id))

  expect([...folders, ...materials].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  expect(await titlesIn(teacher, folderId)).toEqual(['Счёт'])
})

test('a new version of what is being moved at that moment is not lost', async () => {
  const { teacher, admin } = garden
  const [here, there] = [await folderOf(teacher), await folderOf(teacher)]
  const { fileId, material } = await fileIn(here)
  const { fileId: next } = await upload(admin, 'счёт-2.pdf', await readTestData('order.pdf'))
  const answers = await Promise.all([
    save(teacher, there, { fileId, rev: material.rev }, material.id),
    put(admin, `/api/materials/${material.id}/versions/${next}`),
  ])

  expect(answers[1].statusCode).toBe(200)
  const found = [await inFolder(admin, here), await inFolder(admin, there)].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )
  expect(found).toMatchObject([{ id: material.id, versions: 2, file: { fileId: next } }])
})

test('the same again changes nothing; two who change it at once learn of each other', async () => {
  const { teacher, admin } = garden
  const folderId = await folderOf(teacher)
  const id = randomUUID()
  const link = 'https://example.org/a'
  const made = await save(teacher, folderId, { link }, id)
  expect((await save(teacher, folderId, { link }, id)).json()).toEqual(made.json())

  const answers = await Promise.all([
    save(teacher, folderId, { link, title: 'Счёт до 5', rev: 1 }, id),
    save(admin, folderId, { link, title: 'Счёт до 10', rev: 1 }, id),
  ])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])

  const other = await folderOf(teacher, undefined, 'Прописи')
  const moved = await save(teacher, other, { link, title: 'Счёт', rev: 2 }, id)
  expect(moved.json()).toMatchObject({ folderId: other, rev: 3 })
  expect(await inFolder(teacher, folderId)).toEqual([])
})
