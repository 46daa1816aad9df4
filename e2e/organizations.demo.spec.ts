import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { openClub } from './fixtures/second-organization.ts'
import { expect, test } from './fixtures/test.ts'

test('a mother who runs a club as well is in one organization at a time, and sees what is new in the other', async ({
  open,
}) => {
  const [phone, operator] = [await open('phone'), await open()]
  await become(phone, 'Цветкова')
  await become(operator, 'Степанова')
  const chats = phone.getByRole('link', { name: /Средняя/ })
  await expect(chats).toBeVisible()
  await openClub(phone, operator, 'МБУ ДО Центр творчества «Радуга»')

  const place = phone.getByRole('button', { name: /Сменить организацию/ })
  await expect(place).toHaveAccessibleName(/Колосок/)
  await look(phone, 'place')
  await place.click()
  const menu = phone.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: /Колосок/ })).toContainText('непрочитанн')
  await expect(menu.getByRole('menuitem', { name: 'Новая организация' })).toBeVisible()
  await look(phone, 'place-menu')
  await menu.getByRole('menuitem', { name: /Радуга/ }).click()

  await expect(place).toHaveAccessibleName(/Радуга/)
  await expect(phone.getByRole('link', { name: /Педагоги/ })).toBeVisible()
  await expect(chats).toHaveCount(0)
  // What was chosen is remembered, and an address leads to where it belongs.
  await phone.reload()
  await expect(place).toHaveAccessibleName(/Радуга/)
  await look(phone, 'place-other')
  await place.click()
  await phone.getByRole('menuitem', { name: /Колосок/ }).click()
  await chats.click()
  await expect(phone).toHaveURL(/\/chats\/.+/)
  const address = phone.url()
  await phone.goto('/chats')
  await place.click()
  await phone.getByRole('menuitem', { name: /Радуга/ }).click()
  await phone.goto(address)
  await expect(phone.getByLabel('Сообщение', { exact: true })).toBeVisible()
  await phone.goto('/chats')
  await expect(place).toHaveAccessibleName(/Колосок/)
})
