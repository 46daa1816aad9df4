import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('a substitute comes for two weeks, a grandmother is limited to her child, a colleague goes and comes back', async ({
  open,
}) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Группы', exact: true }).first().click()
  await page.getByRole('link', { name: /^Средняя средняя/ }).click()
  await page.getByRole('button', { name: 'Замещение', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Кто замещает' }).click()
  await page.getByRole('option', { name: /Назаров/ }).click()
  await look(page, 'substitute')
  await dialog.getByRole('button', { name: 'Назначить' }).click()
  await expect(page.getByText(/замещает до/)).toBeVisible()

  await page.getByRole('button', { name: 'Действия: Устинова Аня' }).click()
  await page.getByRole('menuitem', { name: 'Кто из семьи здесь' }).click()
  await dialog.getByRole('button', { name: /Лариса Устинова: действия/ }).click()
  await page.getByRole('menuitem', { name: /Только этот ребёнок/ }).click()
  await expect(dialog.getByText(/только этот ребёнок/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Добавить того, кто уже здесь' }).click()
  await dialog.getByRole('combobox', { name: 'Родитель' }).fill('Хасан')
  await expect(page.getByRole('option', { name: /Хасанова/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await look(page, 'family-add')
  await page.reload()

  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  // Not the one whom another test makes an administrator: such a one has to be dismissed first.
  await page.getByRole('link', { name: /Лебедева Мария/ }).click()
  await page.getByRole('button', { name: 'Ещё действия' }).click()
  await page.getByRole('menuitem', { name: 'Уходит из организации' }).click()
  await expect(dialog.getByText('Кому передать группы')).toBeVisible()
  await dialog.getByRole('button', { name: 'Завершить участие' }).click()
  await expect(dialog.getByText('Выберите, кому').first()).toBeVisible()
  await look(page, 'departure')
  await dialog.getByRole('button', { name: 'Отмена' }).click()

  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  await page.getByRole('link', { name: /Зайцева/ }).click()
  await page.getByRole('button', { name: 'Ещё действия' }).click()
  await page.getByRole('menuitem', { name: 'Уходит из организации' }).click()
  await dialog.getByRole('button', { name: 'Завершить участие' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ушедшие' })).toBeVisible()
  await look(page, 'former-staff')
  await page.getByRole('button', { name: /Вернуть: Зайцева/ }).click()
  await dialog.getByRole('button', { name: 'Вернуть' }).click()
  await expect(page.getByText('снова здесь', { exact: true })).toBeVisible()
})

test('a parent reads what goes and what stays before leaving', async ({ open }) => {
  const page = await open('phone')
  await become(page, 'Антонова')
  await page.goto('/chats')
  await page.getByRole('button', { name: 'Ещё' }).click()
  await page.getByRole('menuitem', { name: 'Выйти из организации' }).click()
  await page.getByRole('button', { name: /^Выйти: Колосок/ }).click()
  await expect(page.getByText(/воспитатель увидит, что родителей нет: Антонова Ника/)).toBeVisible()
  await look(page, 'leaving')
})
