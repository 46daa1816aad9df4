import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('a teacher sends a notice, a mother answers it with one tap, and its sender sees that', async ({ open }) => {
  const [phone, desk] = [await open('phone'), await open()]
  const title = 'Принесите сменную обувь'
  await become(phone, 'Ершова')
  const head = phone.getByRole('region', { name: 'Объявления' })
  await expect(head.getByRole('article', { name: /Едем в кукольный театр/ })).toBeVisible()
  await look(phone, 'notices-head')

  await become(desk, 'Лебедева Мария')
  await desk.getByRole('region', { name: 'Объявления' }).getByRole('link').first().click()
  await desk.getByRole('button', { name: 'Написать', exact: true }).click()
  await desk.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(desk.getByText('Напишите, о чём объявление')).toBeVisible()
  await desk.getByLabel('О чём').fill(title)
  await look(desk, 'notice-editor')
  await desk.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(desk.getByText('Объявление отправлено')).toBeVisible()

  // Without reloading; what is due first stands there whole, and which of the two that is depends on the hour.
  await expect(head.getByText('2 ждут ответа')).toBeVisible()
  const answers = ['Ознакомлен(а)', 'Согласен(на)']
  if (!(await head.getByRole('article', { name: title }).isVisible())) answers.reverse()
  for (const name of answers) await head.getByRole('button', { name, exact: true }).click()
  await expect(head.getByText('Всё прочитано')).toBeVisible()
  await phone.goto('/notices?box=past')
  await look(phone, 'notices-past')

  await desk.getByText('Отправленные').click()
  await desk.getByRole('link', { name: title }).click()
  await expect(desk.getByText(/^Ознакомились 1 из \d+$/)).toBeVisible()
  await expect(desk.getByText('семьи без приложения').or(desk.getByText('семей без приложения'))).toBeVisible()
  await look(desk, 'notice-followed')
  const register = desk.waitForEvent('download')
  await desk.getByRole('button', { name: 'Лист ознакомления' }).click()
  await desk.getByRole('menuitem', { name: 'Таблица XLSX' }).click()
  expect((await register).suggestedFilename()).toBe(`Лист ознакомления — ${title}.xlsx`)
})
