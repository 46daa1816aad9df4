import type { Page } from '@playwright/test'
import { attachOrder, fillApplication, orderFile, sendApplication } from './actors/applying.ts'
import { askForCodeBySms } from './actors/sign-in.ts'
import { expect, test } from './fixtures/test.ts'
import { kolosok, stranger } from './story/cast.ts'

/** What the next order waits for on its way, as on a slow network. */
async function holdOrder(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  await page.route('**/api/applications/*/order?*', async (route) => {
    await promise
    await route.continue()
  })
  return () => {
    resolve(undefined)
  }
}

test('the order chosen last goes with the application, even if the button is pressed before it has arrived', async ({
  open,
}) => {
  const page = await open('phone')
  await fillApplication(page, kolosok)
  await attachOrder(page, 'order.pdf')
  const release = await holdOrder(page)
  await page.getByTestId('order-file').setInputFiles(orderFile('order.docx'))
  await expect(page.getByRole('button', { name: 'Отменить' })).toBeVisible()
  await sendApplication(page)
  release()

  await expect(page.getByRole('heading', { name: 'Заявка отправлена' })).toBeVisible()
  const link = await page.getByLabel('Личная ссылка на заявку').inputValue()
  const { order } = (await (await page.request.get(link.replace('/a/', '/api/applications/'))).json()) as {
    order: { name: string }
  }
  expect(order.name).toBe('order.docx')
})

test('an order that is refused on its way keeps the application here', async ({ open }) => {
  const page = await open('phone')
  await fillApplication(page, kolosok)
  await attachOrder(page, 'order.pdf')
  const release = await holdOrder(page)
  await page.getByTestId('order-file').setInputFiles(orderFile('hostile/program-named.pdf'))
  await sendApplication(page)
  release()

  await expect(page.locator('#order-fault')).toContainText('программа')
  await expect(page.getByRole('button', { name: 'Отправить заявку' })).toBeEnabled()
  await expect(page.getByLabel('ИНН')).toHaveValue(kolosok.inn)
})

test('pressing on with the same wrong code costs no second attempt', async ({ open, installation: { sms } }) => {
  const page = await open('phone')
  await page.goto('/sign-in')
  await askForCodeBySms(page, stranger.phone)
  const right = await sms.readCode(stranger.phone)
  await page.getByLabel('Код из шести цифр').fill(right === '000000' ? '111111' : '000000')
  await expect(page.getByText('Осталось 4 попытки')).toBeVisible()
  let asked = 0
  page.on('request', (request) => (asked += Number(request.method() === 'POST')))
  await page.getByRole('button', { name: 'Войти', exact: true }).click()

  await page.getByLabel('Код из шести цифр').fill(right)
  await expect(page.getByRole('heading', { name: 'Вы вошли, но пока никуда не приглашены' })).toBeVisible()
  expect(asked).toBe(1)
})
