import { resolve } from 'node:path'
import { become } from './actors/demo.ts'
import { barriers, look } from './fixtures/barriers.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

const data = resolve(import.meta.dirname, '../server/test/data')

test('the list of a whole kindergarten goes in as it is, and out again by one step', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Группы', exact: true }).first().click()
  await page.getByRole('link', { name: 'Загрузить списком' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Загрузить список' })).toBeVisible()
  await shot(page, 'import-begin')

  await page.getByTestId('import-file').setInputFiles(resolve(data, 'hostile/program-named.pdf'))
  await expect(page.getByText('Этот файл не подошёл')).toBeVisible()

  await page.getByTestId('import-file').setInputFiles(resolve(data, 'children.xlsx'))
  await expect(page.getByText('Поняли так: 279 детей в 12 группах')).toBeVisible()
  await expect(page.getByRole('combobox', { name: /Отец .* Телефон/ })).toHaveValue('father-phone')
  await expect(page.getByText('В 4 строках не всё похоже на правду')).toBeVisible()
  await expect(page.getByText(/не похоже на телефон/i)).toHaveCount(4)
  await shot(page, 'import-doubtful')
  await page.getByText('Загрузим 279', { exact: true }).click()
  await expect(page.getByText('Ёлкина Эльвира', { exact: true })).toBeVisible()
  await shot(page, 'import-draft')
  expect(await barriers(page)).toEqual([])

  await page.getByRole('button', { name: 'Загрузить: 279 детей' }).click()
  await expect(page.getByText('Список загружен')).toBeVisible()
  await expect(page.getByText('4 строки загрузили не целиком')).toBeVisible()
  await shot(page, 'import-applied')
  await page.getByRole('button', { name: 'Отменить загрузку' }).click()
  await page.getByRole('button', { name: 'Убрать' }).click()
  await expect(page.getByText('Загрузка отменена')).toBeVisible()
  await page.getByRole('link', { name: 'К группам' }).click()
  await expect(page.getByRole('link', { name: /Гномики/ })).toBeHidden()
})

test('a pasted list is mended line by line before it goes in', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Группы', exact: true }).first().click()
  await page.getByRole('link', { name: 'Загрузить списком' }).click()
  const rows = ['Группа\tРебёнок', 'Кружок\tЗуев Лев', 'Кружок\t12345', '\tПопова Анна', 'Кружок\tЗуев  Лев']
  await page.getByLabel('Или вставьте строки').fill(rows.join('\n'))
  await page.getByRole('button', { name: 'Прочитать' }).click()

  await expect(page.getByText('3 строки нужно поправить или пропустить')).toBeVisible()
  await expect(page.getByText('Не похоже на имя')).toBeVisible()
  await shot(page, 'import-mend')
  const line = (number: number) => page.getByRole('listitem').filter({ hasText: `Строка ${String(number)}` })
  await line(3).getByLabel('Ребёнок').fill('Титов Артём')
  await line(3).getByRole('button', { name: 'Сохранить' }).click()
  await expect(line(3)).toBeHidden()
  await line(4).getByLabel('Группа').fill('кружок')
  await line(4).getByLabel('Группа').press('Enter')
  await expect(line(4)).toBeHidden()
  await line(5).getByRole('button', { name: 'Пропустить строку' }).click()
  await page.getByRole('button', { name: 'Загрузить: 3 ребёнка' }).click()
  await expect(page.getByText('3 ребёнка, 1 новая группа')).toBeVisible()
})

test('the list of the staff becomes an invitation for each', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Люди', exact: true }).first().click()
  await page.getByRole('link', { name: 'Загрузить списком' }).click()
  await expect(page.getByText('Перетащите сюда файл со списком сотрудников')).toBeVisible()
  await page.getByTestId('import-file').setInputFiles(resolve(data, 'staff.xlsx'))
  await expect(page.getByText('Поняли так: 30 человек')).toBeVisible()
  await expect(page.getByRole('combobox', { name: /Группы/ })).toHaveValue('groups')
  await look(page, 'import-staff')

  await page.getByRole('button', { name: 'Приготовить 30 приглашений' }).click()
  await expect(page.getByText('Список загружен')).toBeVisible()
  await page.getByRole('link', { name: 'К приглашениям' }).click()
  await expect(page.getByText('Орлова Мария Андреевна, учитель-логопед').first()).toBeVisible()
  await look(page, 'import-staff-invitations')
})
