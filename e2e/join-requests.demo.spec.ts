import { become, readCode } from './actors/demo.ts'
import { askForCodeBySms } from './actors/sign-in.ts'
import { look } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

test('a father without an invitation finds the kindergarten by its code, asks, and is let in to his child', async ({
  open,
}) => {
  const admin = await open()
  await become(admin, 'Соколова')
  await admin.getByRole('link', { name: 'Организация' }).click()
  await admin.getByRole('link', { name: 'Заявки', exact: true }).first().click()
  await expect(admin.getByRole('heading', { level: 1, name: 'Заявки' })).toBeVisible()
  const code = /\/o\/([^/]+)\//.exec(admin.url())?.[1] ?? ''

  const father = await open()
  await father.goto('/sign-in')
  await askForCodeBySms(father, '+7 916 000-77-01')
  await expect.poll(() => readCode(father, '+79160007701')).toMatch(/\d{6}/)
  await father.getByLabel('Код из шести цифр').fill(await readCode(father, '+79160007701'))
  await father.getByRole('link', { name: 'Найти организацию по коду' }).click()
  await father.getByLabel('Код организации').fill(code)
  await father.getByRole('button', { name: 'Найти' }).click()
  await look(father, 'join-find')
  await father.getByRole('button', { name: /Код: / }).click()
  await father.getByRole('button', { name: 'Отправить заявку' }).click()
  await expect(father.getByText('Напишите имя', { exact: true })).toBeVisible()
  await father.getByLabel('Фамилия', { exact: true }).fill('Лебедев')
  await father.getByLabel('Имя', { exact: true }).fill('Олег')
  await father.getByLabel('Фамилия и имя ребёнка').fill('Тимофей Лебедев')
  await father.getByLabel('Группа').selectOption('Младшая')
  await father.getByLabel('Кто вы ребёнку').fill('папа Тимофея')
  await father.getByLabel(/Даю согласие/).check()
  await look(father, 'join-ask')
  await father.getByRole('button', { name: 'Отправить заявку' }).click()
  await expect(father.getByText('Ждёт решения')).toBeVisible()
  await look(father, 'join-own')

  const request = admin.getByRole('row').filter({ hasText: 'Лебедев Олег' })
  await expect(request).toContainText('папа Тимофея')
  await look(admin, 'join-requests')
  await request.getByRole('button', { name: 'Принять' }).click()
  const dialog = admin.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: 'Лебедев Тимофей, Младшая' })).toBeChecked()
  await look(admin, 'join-accept')
  await dialog.getByRole('button', { name: 'Принять' }).click()
  await expect(admin.getByText('Никто не ждёт')).toBeVisible()

  await expect(father.getByText('Принята')).toBeVisible()
  await father.getByRole('link', { name: 'Чаты' }).click()
  await expect(father.getByText('Младшая').first()).toBeVisible()
})
