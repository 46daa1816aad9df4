import type { Page } from '@playwright/test'
import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { said, write } from './fixtures/talk.ts'
import { expect, test } from './fixtures/test.ts'

/** What the console of a page had to say that nobody should have to read. */
function watchConsole(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    // An answer like 404 is told by the browser itself; the screen's own words are looked at below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  return errors
}

test('what anybody sees before signing in', async ({ open }) => {
  const page = await open()
  const errors = watchConsole(page)
  const screens = {
    'welcome': '/welcome',
    'sign-in': '/sign-in',
    'apply': '/apply',
    'status': '/status',
    'join-unknown': '/i/no-such-invitation',
    'demo': '/demo',
    'demo-outgoing': '/demo/outgoing',
    'not-found': '/no-such-page',
  }
  for (const [name, path] of Object.entries(screens)) {
    await page.goto(path)
    await look(page, name)
  }
  expect(errors).toEqual([])
})

test('the operator: queue, one application with its order, operators', async ({ open }) => {
  const page = await open()
  const errors = watchConsole(page)
  await become(page, 'Степанова')
  await look(page, 'operator-queue')
  await page.getByRole('tab', { name: 'Одобрены' }).click()
  await page.getByRole('link', { name: 'Колосок' }).click()
  await expect(page.locator('canvas').first()).toBeVisible()
  await look(page, 'operator-application')
  await page.goto('/operator')
  await page.getByRole('link', { name: 'Операторы' }).click()
  await look(page, 'operators')
  await page.goto('/operator/backups')
  await page.getByRole('button', { name: 'Сделать сейчас' }).click()
  await expect(page.getByText('Готова').first()).toBeVisible()
  await look(page, 'operator-backups')
  await page.getByRole('link', { name: 'Что стирается само' }).click()
  await expect(page.getByText('Коды для входа')).toBeVisible()
  await look(page, 'operator-retention')
  expect(errors).toEqual([])
})

test('the administrator: every page of «Организация»', async ({ open }) => {
  const page = await open()
  const errors = watchConsole(page)
  await become(page, 'Соколова')
  await page.getByRole('link', { name: 'Организация' }).click()
  await look(page, 'organization-overview')
  for (const [name, title] of [
    ['groups', 'Группы'],
    ['children', 'Дети'],
    ['people', 'Люди'],
    ['invitations', 'Приглашения'],
    ['confirmations', 'Подтверждения'],
    ['card', 'Карточка'],
  ] as const) {
    await page.getByRole('link', { name: title, exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await look(page, `organization-${name}`)
  }
  await page.getByRole('link', { name: 'Группы', exact: true }).first().click()
  await page.getByRole('link', { name: 'Младшая' }).first().click()
  await look(page, 'organization-group')
  await page.goto('/devices')
  await look(page, 'devices')
  expect(errors).toEqual([])
})

test('a teacher: the list, a chat, who is in it', async ({ open }) => {
  const page = await open()
  const errors = watchConsole(page)
  await become(page, 'Лебедева Мария')
  await look(page, 'chats')
  await page.getByRole('link', { name: 'Младшая' }).first().click()
  await expect(page.getByText('Поправляйтесь')).not.toHaveCount(0)
  await look(page, 'chat')
  await said(page, 'Поправляйтесь').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Сохранить в избранное' }).click()
  await page.getByRole('link', { name: 'Избранное' }).click()
  await write(page, 'Купить клей и картон')
  await expect(said(page, 'Поправляйтесь')).toBeVisible()
  await look(page, 'saved')
  await page.getByRole('link', { name: 'Показать в чате' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Младшая' })).toBeAttached()
  await page.getByTitle('О чате и участниках').click()
  await expect(page.getByText('Участники')).toBeVisible()
  await look(page, 'chat-details')
  await page.goto('/my-data')
  await page.getByRole('button', { name: 'Собрать архив' }).click()
  await expect(page.getByText('Архив готов')).toBeVisible()
  await look(page, 'my-data')
  expect(errors).toEqual([])
})
