import { become } from './actors/demo.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('the head looks at the figures, takes note of a report, decides about a message, and sees the register', async ({
  open,
}) => {
  const page = await open()
  await become(page, 'Громова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Статистика' }).click()
  await expect(page.getByRole('heading', { name: 'Семьи по группам' })).toBeVisible()
  await look(page, 'statistics')
  await page.getByRole('link', { name: 'Отчёты' }).click()
  await expect(page.getByText('у руководителя')).toBeVisible()
  await look(page, 'statistics-reports')
  await page.getByRole('link', { name: /квартал/ }).click()
  await page.getByRole('button', { name: 'Вернуть на доработку' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Вернуть на доработку' }).click()
  await expect(page.getByText('Напишите, что поправить.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Ознакомлен(а)' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ознакомлен(а)' }).click()
  await expect(page.getByText('руководитель ознакомлен')).toBeVisible()
  await look(page, 'statistics-report')

  await page.getByRole('link', { name: 'Реестр' }).click()
  await expect(page.getByRole('table', { name: 'Чаты' })).toContainText('Средняя')
  await look(page, 'chat-register')
  for (const [name, shown] of [
    ['Встречи', 'meeting-register'],
    ['Трансляции', 'broadcast-register'],
  ] as const) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('table', { name })).toBeVisible()
    await lookAt(page, shown)
  }

  await page.getByRole('link', { name: 'Группы', exact: true }).click()
  await page.getByRole('link', { name: /^Средняя средняя/ }).click()
  await expect(page.getByRole('heading', { name: 'Средняя', exact: true })).toBeVisible()
  await page.goto(`${page.url()}/statistics`)
  await expect(page.getByRole('heading', { name: 'Статистика: Средняя' })).toBeVisible()
  await lookAt(page, 'group-statistics')
})

test('the administrator writes a report’s word, and decides about a reported message', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await page.getByRole('link', { name: 'Жалобы', exact: true }).click()
  await page.getByRole('link', { name: /личные данные/ }).click()
  await expect(page.getByText('На это пожаловались')).toBeVisible()
  await look(page, 'reported-message')
  await page.getByRole('button', { name: 'Оставить сообщение' }).click()
  await page.getByLabel(/Слово тем/).fill('Семьи договорились, номер бабушка разрешила.')
  await page.getByRole('dialog').getByRole('button', { name: 'Оставить сообщение' }).click()
  await expect(page.getByText('сообщение оставлено')).toBeVisible()

  await page.getByRole('link', { name: 'Статистика' }).click()
  await page.getByRole('link', { name: 'Отчёты' }).click()
  await page.getByRole('button', { name: 'Составить отчёт' }).click()
  await page.getByRole('button', { name: 'Составить', exact: true }).click()
  await expect(page.getByLabel('Слово администратора')).toBeVisible()
  await look(page, 'statistics-draft')
})
