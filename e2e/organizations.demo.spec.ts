import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { become, readCode } from './actors/demo.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { openClub } from './fixtures/second-organization.ts'
import { expect, test } from './fixtures/test.ts'

type Mine = { readonly memberships: readonly { readonly organization: { readonly id: string } }[] }
const picture = await readFile(resolve(import.meta.dirname, '../server/test/data/order-photo.jpg'))

test('a mother who runs a club as well is in one organization at a time, and sees what is new in the other', async ({
  open,
}) => {
  const [phone, operator] = [await open('phone'), await open()]
  await become(phone, 'Цветкова')
  await become(operator, 'Степанова')
  const chats = phone.getByRole('link', { name: /Средняя/ })
  await expect(chats).toBeVisible()
  await openClub(phone, operator, 'МБУ ДО Центр творчества «Радуга»')

  const place = phone.getByRole('button', { name: /Сменить организацию/ })
  await expect(place).toHaveAccessibleName(/Колосок/)
  await place.click()
  const menu = phone.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: /Колосок/ })).toContainText('непрочитанн')
  await expect(menu.getByRole('menuitem', { name: 'Новая организация' })).toBeVisible()
  await look(phone, 'place-menu')
  await menu.getByRole('menuitem', { name: /Радуга/ }).click()

  await expect(place).toHaveAccessibleName(/Радуга/)
  await expect(phone.getByRole('link', { name: /Педагоги/ })).toBeVisible()
  await expect(chats).toHaveCount(0)
  // What was chosen is remembered, and an address leads to where it belongs.
  await phone.reload()
  await expect(place).toHaveAccessibleName(/Радуга/)
  await place.click()
  await phone.getByRole('menuitem', { name: /Колосок/ }).click()
  await chats.click()
  await expect(phone).toHaveURL(/\/chats\/.+/)
  const address = phone.url()
  await phone.goto('/chats')
  await place.click()
  await phone.getByRole('menuitem', { name: /Радуга/ }).click()
  await phone.goto(address)
  await expect(phone.getByLabel('Сообщение', { exact: true })).toBeVisible()
  await phone.goto('/chats')
  await expect(place).toHaveAccessibleName(/Колосок/)
})

test('a father who lost his phone asks for another number, and comes in by it with the code he is handed', async ({
  open,
}) => {
  const [father, admin] = [await open('phone'), await open()]
  await become(father, 'Тарасов Виктор')
  await become(admin, 'Соколова')
  await father.goto('/phone')
  await father.getByRole('button', { name: 'Сменить номер' }).click()
  await father.getByLabel('Новый номер').fill('+7 917 000-55-01')
  await father.getByLabel('Старого номера больше нет').check()
  await look(father, 'phone-change')
  await father.getByRole('button', { name: 'Дальше' }).click()
  await expect.poll(() => readCode(father, '+79170005501')).toMatch(/\d{6}/)
  await father.getByLabel(/Код из СМС на новый номер/).fill(await readCode(father, '+79170005501'))
  await father.getByRole('button', { name: 'Попросить сменить' }).click()
  await expect(father.getByText('Вы попросили сменить номер')).toBeVisible()

  await admin.getByRole('link', { name: 'Организация' }).click()
  await admin.getByRole('link', { name: 'Смена номеров' }).first().click()
  await expect(admin.getByText(/\+7\s917\s000/)).toBeVisible()
  await look(admin, 'phone-changes')
  await admin.getByRole('button', { name: 'Согласиться' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Человек передо мной').check()
  await lookAt(admin, 'phone-changes-agree')
  await dialog.getByRole('button', { name: 'Согласиться' }).click()
  const code = await dialog.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent()

  const tablet = await open()
  await tablet.goto('/sign-in')
  await tablet.getByLabel('Ваш номер телефона').fill('+7 917 000-55-01')
  await tablet.getByRole('button', { name: 'У меня есть личный код' }).click()
  await tablet.getByLabel('Личный код').fill(code ?? '')
  await tablet.getByRole('button', { name: 'Войти' }).click()
  await expect(tablet.getByRole('link', { name: /Средняя/ })).toBeVisible()
  await expect(father.getByText('Теперь вы входите по номеру')).toBeVisible()
})

test('the card has a logo and working hours; a mother who writes outside of them sees when to expect an answer', async ({
  open,
}) => {
  const [admin, mother] = [await open(), await open('phone')]
  await become(admin, 'Соколова')
  await admin.getByRole('link', { name: 'Организация' }).click()
  await admin.getByRole('link', { name: 'Карточка' }).first().click()
  await admin.locator('input[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/png', buffer: picture })
  await expect(admin.getByRole('button', { name: 'Заменить' })).toBeVisible()
  // A day of the week that is not today, wherever the tests run.
  const today = String(((new Date().getUTCDay() + 6) % 7) + 1)
  const { memberships } = (await (await admin.request.get('/api/me/memberships')).json()) as Mine
  const { id } = memberships[0]?.organization ?? { id: '' }
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => (day + 8 - Number(today)) % 7 > 2)
  const hours = { workingHours: { days, from: '07:00', until: '19:00' } }
  await admin.request.patch(`/api/organizations/${id}`, { data: hours })
  await admin.reload()
  await expect(admin.getByLabel('Показывать рабочее время')).toBeChecked()
  await look(admin, 'card')

  await become(mother, 'Миронова')
  await mother.goto('/chats')
  await mother.getByRole('button', { name: 'Написать человеку' }).click()
  await mother
    .getByRole('dialog')
    .getByRole('button', { name: /Мария Сергеевна/ })
    .click()
  await expect(mother.getByText('Сейчас нерабочее время')).toBeVisible()
  await lookAt(mother, 'after-hours')
  await admin.request.patch(`/api/organizations/${id}`, { data: { workingHours: null } })
})
