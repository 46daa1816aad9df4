import { readFile } from 'node:fs/promises'
import { become } from './actors/demo.ts'
import { barriers, look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('the administrator finds anything with Ctrl+K, sees what waits, and takes a list away', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.keyboard.press('Control+KeyK')
  const field = page.getByRole('combobox', { name: /Найти человека/ })
  await field.fill('бел мих')
  await expect(page.getByText('Ничего не нашлось')).toBeVisible()
  await field.fill('белов')
  await expect(page.getByRole('option', { name: /Белов Миша/ })).toBeVisible()
  await look(page, 'search')
  await field.fill('белова ир')
  await expect(page.getByRole('option')).toHaveCount(1)
  await field.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Белова Ирина/ })).toBeVisible()

  await page.getByRole('link', { name: 'Обзор', exact: true }).first().click()
  await page.getByRole('link', { name: /ещё без родителей/ }).click()
  await expect(page.getByRole('combobox', { name: 'Кого показать' })).toHaveValue('Без родителей')
  await page
    .getByRole('checkbox', { name: /^Выбрать: / })
    .first()
    .check()
  await expect(page.getByRole('button', { name: 'Пригласить родителей: 1 ребёнок' })).toBeVisible()
  await look(page, 'organization-children-picked')

  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  await page.getByRole('combobox', { name: 'Роль' }).click()
  await page.getByRole('option', { name: 'Педагоги' }).click()
  await expect(page).toHaveURL(/role=teacher/)
  await page.getByRole('button', { name: 'Скачать или напечатать' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Скачать таблицу (XLSX)' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^Люди Колосок .*\.xlsx$/)
  expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
})

test('a parent’s search finds whom they may write to, and no page of «Организация»', async ({ open }) => {
  const page = await open('phone')
  await become(page, 'Кузнецова')
  await page.getByRole('button', { name: 'Поиск', exact: true }).click()
  await page.getByRole('combobox', { name: /Найти человека/ }).fill('мар')
  await expect(page.getByRole('option', { name: /Мария Сергеевна/ }).first()).toBeVisible()
  await expect(page.getByText('Карточка')).toHaveCount(0)
  expect(await barriers(page)).toEqual([])
})
