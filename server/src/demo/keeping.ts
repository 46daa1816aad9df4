import { materialEndpoints, type MaterialFolderId, type MaterialId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import { drawPhoto } from './pictures.ts'
import type { Visitor } from './guide.ts'
import type { Speakers } from './staffing.ts'
import { upload } from './uploading.ts'

const GROUP: GroupName = 'Средняя'
const verse = `Ёлка, ёлочка, огни,
Ты, пожалуйста, усни.
Завтра утром, в шесть часов,
Мы разбудим в доме сов.
`

/** What a group keeps: words for the matinee, how to make a snowman of paper, a page to listen to. */
export async function keep({ organizationId, groupIds }: Founded, speakers: Speakers): Promise<void> {
  const teacher = speakers.get('Орлова')
  const groupId = groupIds.get(GROUP)
  if (!teacher || !groupId) throw new Error('Nobody to keep materials')
  const { visitor } = teacher
  const open = async (title: string) => {
    const folderId = newId<MaterialFolderId>()
    await visitor.call(materialEndpoints.saveFolder, { params: { organizationId, folderId }, body: { title, groupId } })
    return folderId
  }
  const matinee = await open('Утренник')
  await file(visitor, matinee, { title: 'Стихи к утреннику', name: 'Стихи.txt', bytes: Buffer.from(verse) })
  await put(visitor, matinee, {
    title: 'Песня про ёлочку',
    note: 'Слушаем дома, поём вместе на музыкальном занятии.',
    link: 'https://example.org/songs/elochka',
  })
  const crafts = await open('Поделки дома')
  const photo = await drawPhoto('autumn-1')
  await file(visitor, crafts, { title: 'Образец аппликации', name: 'Образец.jpg', bytes: photo })
}

type Material = { readonly title: string; readonly note?: string }

const put = (visitor: Visitor, folderId: MaterialFolderId, body: Material & { link?: string; fileId?: never }) =>
  visitor.call(materialEndpoints.save, { params: { folderId, materialId: newId<MaterialId>() }, body })

async function file(
  visitor: Visitor,
  folderId: MaterialFolderId,
  { name, bytes, title }: Material & { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const fileId = await upload(visitor, { name, bytes })
  const params = { folderId, materialId: newId<MaterialId>() }
  await visitor.call(materialEndpoints.save, { params, body: { title, fileId } })
}
