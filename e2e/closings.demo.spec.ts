import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { openClub } from './fixtures/second-organization.ts'
import { expect, test } from './fixtures/test.ts'

const name = 'МБУ ДО Студия «Василёк»'

test('whoever answers for an organization takes its archive, closes it not by a slip, and has it opened again', async ({
  open,
}) => {
  const [page, operator] = [await open(), await open()]
  await become(page, 'Зимина')
  await become(operator, 'Степанова')
  await openClub(page, operator, name)
  await page.goto('/chats')
  await page.getByRole('button', { name: /Сменить организацию/ }).click()
  await page.getByRole('menuitem', { name: /Василёк/ }).click()

  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Архив и закрытие' }).first().click()
  await expect(page.getByRole('button', { name: 'Собрать архив' })).toBeVisible()
  await look(page, 'organization-data')

  await page.getByRole('button', { name: 'Закрыть организацию…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Ромашка')
  await dialog.getByRole('button', { name: 'Закрыть организацию' }).click()
  await expect(dialog.getByText(/Это не название вашей организации/)).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveValue('Ромашка')
  await look(page, 'organization-closing')
  const asked = (await dialog.getByText(/напишите короткое название/).textContent()) ?? ''
  await dialog.getByRole('textbox').fill(asked.split(': ').at(-1) ?? '')
  await dialog.getByRole('button', { name: 'Закрыть организацию' }).click()
  await expect(page.getByRole('heading', { name: 'Организация закрыта' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Скачать архив' })).toBeVisible()
  await look(page, 'organization-closed')

  // Wherever they go: since when, until when, and nothing to begin.
  await page.getByRole('link', { name: 'Чаты', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Чаты' })).toBeVisible()
  await expect(page.getByText(/закрыта .*: всё можно только читать.*можно открыть снова/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Написать человеку' })).toHaveCount(0)
  await look(page, 'chats-of-closed')
  await page.goBack()

  await operator.goto('/operator')
  await operator.getByRole('link', { name: 'Закрытые организации' }).click()
  await expect(operator.getByText(/данные сотрутся/)).toBeVisible()
  await look(operator, 'closings')
  await operator.getByRole('button', { name: 'Открыть снова' }).click()
  await operator.getByRole('dialog').getByRole('button', { name: 'Открыть снова' }).click()
  await expect(operator.getByText(/снова открыта/)).toBeVisible()

  // Without reloading.
  await expect(page.getByRole('button', { name: 'Закрыть организацию…' })).toBeVisible()
})
