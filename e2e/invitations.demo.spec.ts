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
  await page.getByRole('button', { name: 'Состояние и срок' }).click()
  await expect(page.getByRole('columnheader', { name: 'Состояние и срок' })).toHaveAttribute('aria-sort', 'ascending')
  await page.getByRole('button', { name: 'Скачать или напечатать' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Скачать таблицу (XLSX)' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^Приглашения Колосок .*\.xlsx$/)
  await pick.first().check()
  await pick.nth(1).check()
  await look(page, 'invitations-selected')

  await page.getByRole('button', { name: 'Отозвать выбранные' }).click()
  await expect(page.getByRole('dialog')).toContainText('Отозвать 2 ссылки?')
  await page.getByRole('button', { name: 'Отозвать 2' }).click()
  await expect(page.getByText('Отозваны 2 ссылки')).toBeVisible()

  await page.getByRole('button', { name: 'Пригласить', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Написать родителям' }).click()
  await expect(page.getByText(/Не знаем, как написать/)).toBeVisible()
  await look(page, 'invitations-families')
  await page.keyboard.press('Escape')

  await page.getByLabel('Имя ребёнка, должность, кто вошёл').fill('такого имени нет')
  await expect(page.getByText('Ничего не нашлось')).toBeVisible()

  // The two that were revoked have none now.
  await page.getByRole('button', { name: 'Пригласить', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Напечатать листки для всех групп' }).click()
  await page.getByRole('button', { name: /^Создать ссылки: 2/ }).click()
  await expect(page.getByRole('button', { name: /^Создать ссылки/ })).toBeHidden()
  await expect(page.getByRole('button', { name: /^Напечатать \d+ лист/ })).toBeVisible()
  await look(page, 'invitations-sheets')
})

test('colleagues are written to; what was refused is listed with its reason and sent again', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.goto('/')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Приглашения', exact: true }).first().click()
  await page.getByRole('button', { name: 'Пригласить', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Написать сотрудникам по адресам' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Кому').fill('vera@example.test\nпросто слова')
  await dialog.getByRole('button', { name: 'Отправить' }).click()
  await expect(dialog.getByText('Это не похоже на почту или телефон: просто слова')).toBeVisible()
  await look(page, 'invitations-addresses')
  await dialog.getByLabel('Кому').fill('vera@example.test\nnobody@sad.invalid')
  await dialog.getByRole('button', { name: 'Отправить' }).click()

  const mailings = page.getByRole('region', { name: 'Рассылки' })
  const newest = mailings.getByRole('listitem').filter({ hasText: 'nobody@sad.invalid' }).first()
  await expect(newest).toContainText('Почтовый сервер не принял адрес')
  await expect(newest).toContainText('Отправлено 1 из 2')
  await expect(page.getByText(/Отправлено: vera@example.test/)).toBeVisible()
  await look(page, 'invitations-sent')
  await newest.getByRole('button', { name: 'Отправить им ещё раз' }).click()
  await expect(newest).toContainText('не отправлено 1')
  await page.goto('/demo/outgoing')
  await expect(page.getByText('vera@example.test').first()).toBeVisible()
})
