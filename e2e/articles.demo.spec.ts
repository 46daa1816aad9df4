import { become } from './actors/demo.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('before signing in one reads how to come in, and nothing else', async ({ open }) => {
  const page = await open('phone')
  await page.goto('/welcome')
  await page.getByRole('link', { name: 'Помощь' }).click()
  await expect(page.getByRole('heading', { name: 'Вход и вступление' })).toBeVisible()
  await expect(page.getByText('Написать сообщение в чат')).toHaveCount(0)
  await look(page, 'articles-guest')
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Как это работает' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'О чём подсказать?' })).toBeVisible()
  await page.getByRole('link', { name: 'Код не приходит' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Код не приходит' })).toBeVisible()
})

test('a mother searches, says what was missing; the operator reads it, writes better, and goes back', async ({
  open,
}) => {
  const [phone, operator] = [await open('phone'), await open()]
  await become(phone, 'Цветкова')
  await phone.goto('/help')
  await expect(phone.getByRole('link', { name: 'Войти в звонок' })).toBeVisible()
  await look(phone, 'articles')
  await phone.getByLabel('Что вы хотите сделать?').fill('сменила номера')
  await expect(phone.getByRole('heading', { name: /Нашл/ })).toBeVisible()
  await look(phone, 'articles-found')
  await phone.getByRole('link', { name: /Сменить номер телефона/ }).click()
  await phone.getByRole('button', { name: 'Нет', exact: true }).click()
  await phone.getByLabel('Чего не хватило?').fill('Где это «Ещё»?')
  await phone.getByRole('button', { name: 'Отправить' }).click()
  await expect(phone.getByText('Спасибо! Прочтём и поправим.')).toBeVisible()
  await look(phone, 'article')

  await become(operator, 'Степанова')
  await operator.goto('/operator/articles')
  await expect(operator.getByText('Сменить номер телефона')).toBeVisible()
  await look(operator, 'operator-articles')
  await operator.getByRole('link', { name: 'Сменить номер телефона' }).click()
  await expect(operator.getByText('Где это «Ещё»?')).toBeVisible()
  await operator
    .getByRole('textbox', { name: 'Текст' })
    .fill('1. Внизу экрана откройте **Ещё**.\n2. <b>Номер телефона</b>')
  await operator.getByRole('button', { name: 'Сохранить' }).click()
  await expect(operator.getByText('Изменена', { exact: true })).toBeVisible()
  await look(operator, 'operator-article')
  await operator.getByLabel('Добавить перевод').selectOption('английский')
  await lookAt(operator, 'operator-translation')
  await operator.keyboard.press('Escape')
  await phone.reload()
  // What is written as HTML is shown as it was written.
  await expect(phone.getByText('<b>Номер телефона</b>')).toBeVisible()
  await operator.getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await operator.getByRole('dialog').getByRole('button', { name: 'Вернуть исходный текст' }).click()
  await expect(operator.getByText('Изменена', { exact: true })).toHaveCount(0)
})
