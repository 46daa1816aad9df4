import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { said, write } from './fixtures/talk.ts'
import { expect, test } from './fixtures/test.ts'

test('a teacher keeps what a message holds in two clicks, and a mother of the group opens it', async ({ open }) => {
  const [desk, phone] = [await open(), await open('phone')]
  await become(desk, 'Орлова')
  await desk.goto('/chats')
  await desk.getByRole('button', { name: 'Избранное' }).click()
  await write(desk, 'Пальчиковая игра: https://example.org/games/palchiki')
  await said(desk, 'Пальчиковая игра').click({ button: 'right', position: { x: 8, y: 8 } })
  await desk.getByRole('menuitem', { name: 'Сохранить в материалы' }).click()
  await expect(desk.getByRole('checkbox', { name: /palchiki/ })).toBeChecked()
  await desk.getByLabel('Куда').selectOption({ label: 'Поделки дома' })
  await look(desk, 'materials-take')
  await desk.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await desk.getByRole('button', { name: 'Открыть', exact: true }).click()
  const folder = desk.getByRole('list', { name: 'Поделки дома' })
  await expect(folder.getByRole('link', { name: /palchiki/ })).toBeVisible()
  await look(desk, 'materials-folder')

  await become(phone, 'Тарасова Оксана')
  await phone.getByRole('button', { name: 'Ещё' }).click()
  await phone.getByRole('menuitem', { name: 'Материалы' }).click()
  await expect(phone.getByRole('link', { name: /Утренник/ })).toBeVisible()
  await look(phone, 'materials')
  await phone.getByLabel('Найти материал').fill('песни')
  await expect(phone.getByRole('link', { name: /Песня про ёлочку/ })).toBeVisible()
  await phone.getByLabel('Найти материал').fill('аппликац')
  await phone.getByRole('button', { name: /Образец аппликации/ }).click()
  await expect(phone.getByRole('dialog')).toBeVisible()
  await phone.keyboard.press('Escape')

  await desk.getByRole('button', { name: /Действия с материалом .*palchiki/ }).click()
  await desk.getByRole('menuitem', { name: 'Удалить' }).click()
  await expect(folder.getByRole('link', { name: /palchiki/ })).toBeHidden()
  await desk.getByRole('button', { name: 'Вернуть' }).click()
  await expect(folder.getByRole('link', { name: /palchiki/ })).toBeVisible()
})
