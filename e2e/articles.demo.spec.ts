import { look } from './fixtures/barriers.ts'
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
  await expect(page.getByRole('heading', { level: 1, name: 'Как войти по номеру телефона' })).toBeVisible()
})
