import { personsHand } from './actors/joining.ts'
import { openKindergarten } from './fixtures/kindergarten.ts'
import { barriers } from './fixtures/barriers.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

const { type, touch } = personsHand

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
  await touch(page.getByRole('button', { name: 'Получить код' }))
  await type(page.locator('input').first(), await installation.sms.readCode('+79134567890'))
  await type(page.getByLabel('Имя', { exact: true }), 'Елена')
  await page.keyboard.press('Enter')
  await type(page.locator(':focus'), 'Павловна')
  await page.keyboard.press('Enter')
  await type(page.locator(':focus'), 'Кузнецова')
  await expect(page.getByLabel('Подпись рядом с именем')).toHaveValue('мама Вани')
  await touch(page.getByRole('button', { name: 'Дальше' }))
  await touch(page.getByRole('checkbox'))
  await touch(page.getByRole('button', { name: 'Войти в чат' }))
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
  expect(await barriers(stranger, 'main')).toEqual([])
  await stranger.goto('/i/AAAAAAAAAAAAAAAAAAAAAAAAAAA')
  await expect(stranger.getByRole('heading', { name: 'Такой ссылки нет' })).toBeVisible()
  await shot(stranger, 'join-unknown')

  await admin.goto(`/o/${organization.code}/invitations`)
  await expect(admin.getByText('Родители: Кузнецов Ваня')).toBeVisible()
  await shot(admin, 'invitations')
  expect(await barriers(admin, 'main')).toEqual([])
  await admin.goto(`/o/${organization.code}/groups/${groupId}/sheet`)
  await admin.getByRole('button', { name: 'Добавить личные коды' }).click()
  await expect(admin.getByText('Коды добавлены')).toBeVisible()
  await shot(admin, 'sheet')
  await admin.goto(`/o/${organization.code}/groups/${groupId}`)
  await expect(admin.getByText('В чате: мама Вани')).toBeVisible()
  await shot(admin, 'group-invitations')
})
