import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { become } from './actors/demo.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

/** By the calls that the pages make: what is looked at here is who decides. */
async function put(page: Page, path: string, data: object): Promise<void> {
  const origin = new URL(page.url()).origin
  const answer = await page.request.put(path, { data, headers: { origin } })
  expect(answer.status(), await answer.text()).toBe(200)
}

const asParent = (childName: string) => ({ role: 'parent', childName, label: 'тётя', groupId: null })
const asColleague = { role: 'teacher', position: 'няня' }
const name = { givenName: 'Вера', patronymic: '', familyName: 'Зимина' }

test('several requests and several confirmations are decided in one step, and what stays is named', async ({
  open,
}) => {
  const admin = await open()
  await become(admin, 'Соколова')
  await admin.getByRole('link', { name: 'Организация' }).click()
  await admin.getByRole('link', { name: 'Заявки', exact: true }).first().click()
  const code = /\/o\/([^/]+)\//.exec(admin.url())?.[1] ?? ''
  const { memberships } = (await (await admin.request.get('/api/me/memberships')).json()) as {
    memberships: { organization: { id: string } }[]
  }
  const organizationId = memberships[0]?.organization.id ?? ''

  const somebody = await open()
  const colleagues: Page[] = []
  for (const [who, asked] of [
    ['мама Сони', asParent('Лебедев Тимофей')],
    ['папа Сони', asParent('Незнакомцев Пётр')],
    ['мама Миши', asColleague],
    ['мама Вари', asColleague],
  ] as const) {
    const page = 'position' in asked ? await open() : somebody
    await become(page, who)
    const purpose = 'position' in asked ? 'staff-communication' : 'family-communication'
    const consents = [{ purpose, textVersion: 1 }]
    await put(page, `/api/me/join-requests/${randomUUID()}`, { code, ...name, ...asked, consents })
    if ('position' in asked) colleagues.push(page)
  }

  await expect(admin.getByRole('checkbox', { name: /^Выбрать: / })).toHaveCount(4)
  await admin.getByRole('checkbox', { name: 'Выбрать все, что показаны' }).check()
  await look(admin, 'join-requests-picked')
  await admin.getByRole('button', { name: 'Принять: 4' }).click()
  const dialog = admin.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: /Лебедев Тимофей/ })).toHaveValue(/.+/)
  await look(admin, 'join-requests-accept-many')
  await dialog.getByRole('button', { name: 'Принять: 3' }).click()
  await expect(dialog.getByText('не выбран ребёнок')).toBeVisible()
  await look(admin, 'join-requests-decided')
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(admin.getByRole('row').filter({ hasText: 'Незнакомцев' })).toBeVisible()
  await admin.getByRole('button', { name: 'Отказать', exact: true }).click()
  await dialog.getByLabel('Причина').fill('Не знаем такого ребёнка')
  await dialog.getByRole('button', { name: 'Отказать' }).click()
  await expect(admin.getByText('Никто не ждёт')).toBeVisible()

  for (const page of colleagues) {
    const path = `/api/organizations/${organizationId}/confirmations/${randomUUID()}`
    await put(page, path, { position: 'няня', howToCheck: 'Спросите заведующего' })
  }
  await admin.getByRole('link', { name: 'Подтверждения' }).first().click()
  const asking = admin.getByRole('row').filter({ hasText: 'няня' })
  await asking.nth(0).getByRole('checkbox').check()
  await asking.nth(1).getByRole('checkbox').check()
  await admin.getByRole('button', { name: 'Подтвердить: 2' }).click()
  await look(admin, 'confirmations-many')
  await dialog.getByRole('button', { name: 'Подтвердить: 2' }).click()
  await dialog.getByRole('button', { name: 'Готово' }).click()

  // Taken back from somebody on their page.
  await admin.getByRole('link', { name: 'Люди' }).first().click()
  await admin.getByPlaceholder('Найти по имени').or(admin.getByLabel('Найти по имени')).first().fill('Белова')
  await admin.getByRole('row', { name: /няня/ }).getByRole('link').first().click()
  await admin.getByRole('button', { name: 'Ещё действия' }).click()
  await admin.getByRole('menuitem', { name: 'Отозвать подтверждение' }).click()
  await dialog.getByLabel('Причина').fill('Помогала один месяц')
  await look(admin, 'person-unconfirm')
  await dialog.getByRole('button', { name: 'Отозвать подтверждение' }).click()
  await expect(admin.getByText('не подтверждён')).toBeVisible()
})
