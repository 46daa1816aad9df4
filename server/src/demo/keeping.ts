import {
  groupEndpoints,
  type GroupId,
  materialEndpoints,
  type MaterialFolderId,
  type MaterialId,
  type OrganizationId,
} from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import { drawPhoto } from './pictures.ts'
import type { Visitor } from './guide.ts'
import type { Speakers } from './staffing.ts'
import { upload } from './uploading.ts'

const verse = `Ёлка, ёлочка, огни,
Ты, пожалуйста, усни.
Завтра утром, в шесть часов,
Мы разбудим в доме сов.
`
const locker = `Сменная обувь с задником
Футболка и шорты для зала
Запасные колготки и бельё
Пакет для мокрых варежек
`
const routine = `7:00–8:00 приём детей
8:30 завтрак
9:00 занятие, 15 минут
10:00 прогулка
12:00 обед, потом тихий час
15:30 полдник
16:00 прогулка
`
const council = `1. Итоги осенней выставки (Орлова)
2. Утренник: порядок залов (Соколова)
3. Адаптация младших: что помогло (Лебедева)
`

/** What groups keep: words for the matinee, what belongs into a locker; and what only teachers see. */
export async function keep({ organizationId, groupIds, administrator }: Founded, speakers: Speakers): Promise<void> {
  const { groups } = await administrator.call(groupEndpoints.list, { params: { organizationId } })
  const staffId = groups.find(({ kind }) => kind === 'staff')?.id
  const shelfOf = (who: string, groupId: GroupId | undefined) => {
    const visitor = speakers.get(who)?.visitor
    if (!visitor || !groupId) throw new Error('Nobody to keep materials')
    return { visitor, open: (title: string) => open(visitor, organizationId, { title, groupId }) }
  }
  await keepForMiddle(shelfOf('Орлова', groupIds.get('Средняя' satisfies GroupName)))

  const younger = shelfOf('Лебедева', groupIds.get('Младшая' satisfies GroupName))
  const beginning = await younger.open('Первые недели в саду')
  for (const [title, words] of [
    ['Что положить в шкафчик', locker],
    ['Режим дня', routine],
  ] as const) {
    await file(younger.visitor, beginning, { title, name: `${title}.txt`, bytes: Buffer.from(words) })
  }

  const staff = shelfOf('Соколова', staffId)
  const meetings = await staff.open('Педсоветы')
  const bytes = Buffer.from(council)
  await file(staff.visitor, meetings, { title: 'План педсовета', name: 'План педсовета.txt', bytes })
  await put(staff.visitor, meetings, {
    title: 'Примерные планы занятий',
    note: 'Берём за основу, в своих группах правим.',
    link: 'https://example.org/plans',
  })
}

async function open(
  visitor: Visitor,
  organizationId: OrganizationId,
  body: { readonly title: string; readonly groupId: GroupId },
): Promise<MaterialFolderId> {
  const folderId = newId<MaterialFolderId>()
  await visitor.call(materialEndpoints.saveFolder, { params: { organizationId, folderId }, body })
  return folderId
}

type Shelf = { readonly visitor: Visitor; readonly open: (title: string) => Promise<MaterialFolderId> }

async function keepForMiddle({ visitor, open: openFolder }: Shelf): Promise<void> {
  const matinee = await openFolder('Утренник')
  await file(visitor, matinee, { title: 'Стихи к утреннику', name: 'Стихи.txt', bytes: Buffer.from(verse) })
  await put(visitor, matinee, {
    title: 'Песня про ёлочку',
    note: 'Слушаем дома, поём вместе на музыкальном занятии.',
    link: 'https://example.org/songs/elochka',
  })
  const crafts = await openFolder('Поделки дома')
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
