import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('a teacher proposes, the administrator publishes, and a mother sees it without reloading', async ({ open }) => {
  const [phone, teacher, admin] = [await open('phone'), await open(), await open()]
  await become(phone, 'Цветкова')
  await phone.getByRole('link', { name: /^Каналы/ }).click()
  await expect(phone.getByRole('link', { name: /Педагогам/ })).toHaveCount(0)
  await look(phone, 'channels')
  await phone.getByRole('link', { name: /Новости сада/ }).click()
  await expect(phone.getByText('Теперь новости сада выходят здесь')).toBeVisible()
  await look(phone, 'channel')

  await become(teacher, 'Назаров')
  await teacher.getByRole('link', { name: /^Каналы/ }).click()
  await teacher.getByRole('link', { name: /Новости сада/ }).click()
  await teacher.getByRole('button', { name: 'Предложить запись' }).click()
  await teacher.getByRole('button', { name: 'Отправить администратору' }).click()
  await expect(teacher.getByText('Напишите текст, добавьте файл или опрос')).toBeVisible()
  const text = 'В среду открытое занятие логопеда, приходите вместе с детьми.'
  await teacher.getByLabel('Текст', { exact: true }).fill(text)
  await look(teacher, 'channel-proposing')
  await teacher.getByRole('button', { name: 'Отправить администратору' }).click()
  await expect(teacher.getByText('Отправлено администратору')).toBeVisible()

  await become(admin, 'Соколова')
  await admin.getByRole('link', { name: /^Каналы/ }).click()
  await admin.getByRole('link', { name: /Материалы на публикацию/ }).click()
  const proposal = admin.getByRole('article').filter({ hasText: text })
  await expect(proposal.getByText('Ждёт администратора')).toBeVisible()
  await look(admin, 'proposals')
  await proposal.getByRole('button', { name: 'Опубликовать' }).click()
  await expect(proposal).toHaveCount(0)

  await expect(phone.getByRole('article').filter({ hasText: text })).toBeVisible()
})
