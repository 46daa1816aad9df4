import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('the administrator finds, picks and revokes links, with their number before', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Приглашения', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Приглашения' })).toBeVisible()
  await page.getByLabel('Состояние').selectOption('Невостребованные')
  const pick = page.getByRole('checkbox', { name: /^Выбрать: Родители/ })
  await expect(pick.first()).toBeVisible()
  await pick.first().check()
  await pick.nth(1).check()
  await look(page, 'invitations-selected')

  await page.getByRole('button', { name: 'Отозвать выбранные' }).click()
  await expect(page.getByRole('dialog')).toContainText('Отозвать 2 ссылки?')
  await page.getByRole('button', { name: 'Отозвать 2' }).click()
  await expect(page.getByText('Отозваны 2 ссылки')).toBeVisible()

  await page.getByLabel('Имя ребёнка, должность, кто вошёл').fill('такого имени нет')
  await expect(page.getByText('Ничего не нашлось')).toBeVisible()
})
