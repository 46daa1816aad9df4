import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

test('a teacher plans a meeting, a mother says that she comes, and the teacher sees it', async ({ open }) => {
  const [phone, desk] = [await open('phone'), await open()]
  await become(desk, 'Лебедева Мария')
  await desk.getByRole('link', { name: 'Календарь' }).click()
  await expect(desk.getByRole('link', { name: /Педагогический час/ }).first()).toBeVisible()
  await look(desk, 'calendar-month')
  await desk.getByText('Неделя').click()
  await look(desk, 'calendar-week')

  await desk.getByRole('button', { name: 'Назначить', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Назначить' }).click()
  await expect(desk.getByText('Заполните это поле').first()).toBeVisible()
  await desk.getByLabel('О чём').fill('Репетиция утренника')
  await desk.getByLabel('Место', { exact: true }).fill('Музыкальный зал')
  await desk.getByLabel('Повестка').fill('Роли\nКостюмы')
  await look(desk, 'meeting-editor')
  await desk.getByLabel('День', { exact: true }).fill(tomorrow)
  await desk.getByRole('dialog').getByRole('button', { name: 'Назначить' }).click()
  await expect(desk.getByText('Встреча назначена')).toBeVisible()

  await become(phone, 'Ершова')
  await phone.getByRole('link', { name: 'Календарь' }).click()
  await expect(phone.getByRole('link', { name: 'Репетиция утренника' })).toBeVisible()
  await look(phone, 'calendar-list')
  const answers = phone.getByRole('group', { name: 'Вы придёте: Репетиция утренника' })
  await answers.getByRole('button', { name: 'Приду', exact: true }).click()
  await expect(answers.getByRole('button', { name: 'Приду', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await desk.getByText('Список').click()
  await desk.getByRole('link', { name: /Репетиция утренника/ }).click()
  await expect(desk.getByText(/придут 1, возможно 0/)).toBeVisible()
  await look(desk, 'meeting')
  const file = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'В свой календарь' }).click()
  expect((await file).suggestedFilename()).toBe('Репетиция утренника.ics')

  await desk.getByRole('button', { name: 'Отменить встречу' }).click()
  await desk.getByLabel('Причина').fill('Карантин в группе')
  await desk.getByRole('dialog').getByRole('button', { name: 'Отменить встречу' }).click()
  await expect(desk.getByText('Встреча отменена')).toBeVisible()
  await phone.getByRole('link', { name: 'Репетиция утренника' }).click()
  await expect(phone.getByText('Встреча отменена: Карантин в группе')).toBeVisible()
})
