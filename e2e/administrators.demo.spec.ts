import { resolve } from 'node:path'
import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

const data = resolve(import.meta.dirname, '../server/test/data')

test('an administrator is appointed by order, and the journal says so', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Администраторы' }).first().click()
  await page.getByRole('button', { name: 'Назначить администратора' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Назначить', exact: true }).click()
  for (const fault of ['Выберите человека', 'Напишите номер приказа', 'Напишите дату приказа']) {
    await expect(dialog.getByText(fault)).toBeVisible()
  }
  await expect(dialog.getByText('Приложите приказ')).toBeVisible()

  await dialog.getByRole('combobox', { name: 'Кого' }).click()
  await page.getByRole('option').first().click()
  await dialog.getByLabel('Номер приказа').fill('17-а')
  await dialog.getByLabel('Дата приказа').fill('2026-09-01')
  await page.getByTestId('scan-file').setInputFiles(resolve(data, 'hostile/program-named.pdf'))
  await expect(dialog.getByText('Внутри файла программа')).toBeVisible()
  await page.getByTestId('scan-file').setInputFiles(resolve(data, 'order.pdf'))
  await expect(dialog.getByText('order.pdf')).toBeVisible()
  await look(page, 'administrators-appoint')
  await dialog.getByRole('button', { name: 'Назначить', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Приказ № 17-а от 1 сентября 2026')).toBeVisible()
  await look(page, 'administrators')

  await page.getByRole('link', { name: 'Журнал' }).first().click()
  await expect(page.getByText('По приказу назначен администратор')).toBeVisible()
  await look(page, 'journal')
  await page.getByRole('combobox', { name: 'Что искать' }).click()
  await page.getByRole('option', { name: 'Группы' }).click()
  await expect(page.getByText('По приказу назначен администратор')).toBeHidden()
  await expect(page.getByText('Добавлена группа').first()).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Выгрузить в XLSX' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^Журнал .+\.xlsx$/)
})

test('somebody is found as one types, and their page tells who they are here', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  await expect(page.getByRole('link', { name: /Белова Ирина/ })).toBeVisible()
  await look(page, 'people')
  await page.getByLabel('Найти по имени').fill('ирин бел')
  await expect(page.getByRole('link', { name: /Соколова/ })).toBeHidden()
  await page.getByRole('link', { name: /Белова Ирина/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Белова Ирина/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Изменить роль и группы' })).toBeVisible()
  await look(page, 'person')
})
