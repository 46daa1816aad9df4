import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('a mother gives a consent for her child and takes it back; the office sees both', async ({ open }) => {
  const [phone, desk] = [await open('phone'), await open()]
  await become(phone, 'Жукова')
  await phone.getByRole('link', { name: /Согласия.*1 ждёт решения/ }).click()
  const card = phone.getByRole('article', { name: 'Фотографии ребёнка в каналах' })
  await expect(card.getByText('О ребёнке: Жукова Полина')).toBeVisible()
  await look(phone, 'consents-own')
  await card.getByRole('button', { name: 'Даю согласие' }).click()
  await expect(card.getByText('Дано', { exact: true })).toBeVisible()

  await become(desk, 'Соколова')
  await desk.getByRole('link', { name: 'Организация' }).click()
  await desk.getByRole('link', { name: 'Согласия' }).click()
  await look(desk, 'consents-office')
  await desk.getByRole('link', { name: 'Кто дал' }).click()
  await desk.getByText('Дали', { exact: true }).click()
  await expect(desk.getByText('Жукова Полина')).toBeVisible()
  await look(desk, 'consents-units')

  await card.getByRole('button', { name: 'Отозвать' }).click()
  await expect(phone.getByRole('dialog')).toContainText('С этой минуты согласия нет')
  await look(phone, 'consents-withdraw')
  await phone.getByRole('dialog').getByRole('button', { name: 'Отозвать', exact: true }).click()
  await expect(card.getByText('Отозвано')).toBeVisible()
  // Without reloading.
  await expect(desk.getByText('Жукова Полина')).toBeHidden()
  await desk.getByText('Отказались', { exact: true }).click()
  await expect(desk.getByText('Жукова Полина')).toBeVisible()

  await desk.getByRole('link', { name: 'Инциденты' }).click()
  await expect(desk.getByText('Роскомнадзор уведомлён в срок')).toBeVisible()
  await look(desk, 'incidents')
  await desk.getByRole('link', { name: 'Журнал' }).click()
  await desk.getByRole('link', { name: 'Кто смотрел данные' }).click()
  await look(desk, 'accesses')
})
