import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

// A kindergarten of its own: the year rolls over for everybody, and other tests bring groups in.
test.use({ party: 'year' })

test('a list of groups is read, the year rolls over with an exception, and back again', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Группы', exact: true }).first().click()
  await page.getByRole('link', { name: 'Загрузить списком' }).click()
  await page.getByRole('radiogroup').getByText('Группы', { exact: true }).click()
  const rows = ['Название\tВозраст\tКорпус', 'Ясельная группа «Капельки»\t\tКорпус 2', 'Кружок «Ритмика»\t\tКорпус 2']
  await page.getByLabel('Или вставьте строки').fill(rows.join('\n'))
  await page.getByRole('button', { name: 'Прочитать' }).click()
  await expect(page.getByText('Поняли так: 3 группы')).toBeVisible()
  await look(page, 'import-groups')
  await page.getByRole('link', { name: 'Назад' }).click()

  await page.getByRole('link', { name: 'Новый учебный год' }).click()
  await expect(page.getByText('Группа взрослеет вместе')).toBeVisible()
  await look(page, 'year-begin')
  await page.getByRole('button', { name: 'Показать, что получится' }).click()
  await expect(page.getByText('Станет: Подготовительная')).toBeVisible()
  await page
    .getByRole('button', { name: /^Показать: / })
    .first()
    .click()
  await page
    .getByRole('combobox', { name: /^Куда: / })
    .first()
    .selectOption({ label: 'Уходит от нас' })
  await expect(page.getByText('1 уйдёт')).toBeVisible()
  await look(page, 'year-draft')
  await page
    .getByRole('button', { name: /^Изменить: / })
    .first()
    .click()
  await expect(page.getByLabel('Название в новом году')).toBeVisible()
  await look(page, 'year-edit')
  await page.getByRole('button', { name: 'Сохранить' }).click()

  // What was decided survives a reload.
  await page.reload()
  await expect(page.getByText(/1 уйдёт · решено вами/)).toBeVisible()
  await page.getByRole('button', { name: 'Перейти на новый год' }).click()
  await page.getByRole('button', { name: 'Перейти', exact: true }).click()
  await expect(page.getByText('Новый учебный год начался')).toBeVisible()
  await look(page, 'year-done')
  await page.getByRole('button', { name: 'Вернуть всё как было' }).click()
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click()
  await expect(page.getByText('Переход отменён')).toBeVisible()
})
