import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { openKindergarten } from './fixtures/kindergarten.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

/** How fast somebody types on a phone, and how long they take to find the next button. */
const KEY_MS = 180
const LOOK_MS = 900

async function type(field: Locator, text: string): Promise<void> {
  await field.page().waitForTimeout(LOOK_MS)
  await field.pressSequentially(text, { delay: KEY_MS })
}

async function tap(button: Locator): Promise<void> {
  await button.page().waitForTimeout(LOOK_MS)
  await button.tap()
}

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).include('main').analyze()).violations.map(({ id }) => id)

test('a mother is in the chat within a minute of opening the QR code', async ({ open, installation }) => {
  const names = ['Кузнецов Ваня', 'Миронова Соня', 'Лебедев Тимофей']
  const [operator, admin] = [await open(), await open()]
  const { organization, groupId, invitations } = await openKindergarten(installation, operator, admin, names)
  const [link, other] = invitations.map(({ invitation }) => invitation.url)
  const page = await open('phone')

  await page.goto(link ?? '')
  const start = Date.now()
  await expect(page.getByRole('heading', { name: /чат группы «Младшая»/ })).toBeVisible()
  await expect(page.getByText('Ваня')).toHaveCount(0)
  await type(page.getByLabel('телефон'), '9134567890')
  const email = page.getByLabel('почт')
  if (await email.isVisible()) await type(email, 'elena@example.test')
  await tap(page.getByRole('button', { name: 'Получить код' }))
  const mail = await installation.mails.read('elena@example.test', ({ text }) => /\b\d{6}\b/.test(text))
  await type(page.locator('input').first(), /\b(\d{6})\b/.exec(mail.text)?.[1] ?? '')
  await type(page.getByLabel('Имя', { exact: true }), 'Елена')
  await page.keyboard.press('Enter')
  await type(page.locator(':focus'), 'Павловна')
  await page.keyboard.press('Enter')
  await type(page.locator(':focus'), 'Кузнецова')
  await expect(page.getByLabel('Подпись рядом с именем')).toHaveValue('мама Вани')
  await tap(page.getByRole('button', { name: 'Дальше' }))
  await tap(page.getByRole('checkbox'))
  await tap(page.getByRole('button', { name: 'Войти в чат' }))
  await page.waitForURL(/\/chats\/[\w-]+/)
  await expect(page.getByText('Младшая').first()).toBeVisible()
  const seconds = Math.round((Date.now() - start) / 1000)
  test.info().annotations.push({ type: 'seconds from the first page to the chat', description: String(seconds) })
  console.log(`Joining took ${String(seconds)} s at a person's typing speed`)
  expect(seconds).toBeLessThanOrEqual(60)

  const stranger = await open('phone')
  await stranger.goto(other ?? '')
  await expect(stranger.getByRole('heading', { name: /Младшая/ })).toBeVisible()
  await shot(stranger, 'join-welcome')
  expect(await faults(stranger)).toEqual([])
  await stranger.goto('/i/AAAAAAAAAAAAAAAAAAAAAAAAAAA')
  await expect(stranger.getByRole('heading', { name: 'Такой ссылки нет' })).toBeVisible()
  await shot(stranger, 'join-unknown')

  await admin.goto(`/o/${organization.code}/invitations`)
  await expect(admin.getByText('Родители: Кузнецов Ваня')).toBeVisible()
  await shot(admin, 'invitations')
  expect(await faults(admin)).toEqual([])
  await admin.goto(`/o/${organization.code}/groups/${groupId}/sheet`)
  await admin.getByRole('button', { name: 'Добавить личные коды' }).click()
  await expect(admin.getByText('Коды добавлены')).toBeVisible()
  await shot(admin, 'sheet')
  await admin.goto(`/o/${organization.code}/groups/${groupId}`)
  await expect(admin.getByText('В чате: мама Вани')).toBeVisible()
  await shot(admin, 'group-invitations')
})
