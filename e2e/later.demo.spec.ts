import { become } from './actors/demo.ts'
import { lookAt } from './fixtures/barriers.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

test('a message is put by, moved and taken back; what is begun on a desk is sent from a phone, without a sound', async ({
  open,
}) => {
  const [desk, phone] = [await open(), await open('phone')]
  await become(desk, 'Орлова')
  await desk.goto('/chats')
  await desk
    .getByRole('link', { name: /Средняя/ })
    .first()
    .click()
  const field = desk.getByLabel('Сообщение', { exact: true })
  await field.fill('Завтра идём в библиотеку, сбор в 9:20 у входа.')
  await desk.getByRole('button', { name: 'Без звука или позже' }).click()
  await expect(desk.getByRole('menuitem', { name: 'Отправить без звука' })).toBeVisible()
  await shot(desk, 'later-menu')
  await desk.getByRole('menuitem', { name: 'Завтра в 8:00' }).click()
  await expect(desk.getByText('Отправится завтра в 8:00')).toBeVisible()
  await expect(field).toHaveValue('')

  await desk.getByRole('button', { name: 'Отложено 1 сообщение' }).click()
  const list = desk.getByRole('dialog', { name: 'Отложенные сообщения' })
  await expect(list.getByText('Завтра в 8:00')).toBeVisible()
  await lookAt(desk, 'later-list')
  await list.getByRole('button', { name: 'Изменить' }).click()
  await list.getByLabel('День и время').fill('завтра')
  await list.getByRole('button', { name: 'Сохранить' }).click()
  await expect(
    list
      .getByText('Выберите день и время.')
      .or(list.getByText(/не похоже|Напишите/i))
      .first(),
  ).toBeVisible()
  await lookAt(desk, 'later-edit')
  const next = new Date(Date.now() + 10 * 86_400_000)
  const day = [next.getUTCDate(), next.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0')).join('.')
  await list.getByLabel('День и время').fill(`${day}.${String(next.getUTCFullYear())} 12:30`)
  await list.getByRole('button', { name: 'Сохранить' }).click()
  await expect(list.getByText(/в 12:30/)).toBeVisible()
  await list.getByRole('button', { name: 'Удалить' }).click()
  await desk
    .getByRole('dialog', { name: /Удалить отложенное/ })
    .getByRole('button', { name: 'Удалить' })
    .click()
  await expect(list.getByText('Ничего не отложено')).toBeVisible()
  await list.getByRole('button', { name: 'Закрыть' }).click()

  await become(phone, 'Орлова')
  await phone.goto('/chats')
  const forgotten = 'Шапку Матвея нашли, она в шкафчике.'
  await field.fill(forgotten)
  await expect(phone.getByRole('link', { name: /Средняя.*Черновик: Шапку Матвея/ })).toBeVisible()
  await lookAt(phone, 'draft-of-another-device')
  await phone.getByRole('link', { name: /Средняя/ }).click()
  await expect(phone.getByLabel('Сообщение', { exact: true })).toHaveValue(forgotten)
  // A finger that stays.
  await phone.getByRole('button', { name: 'Отправить', exact: true }).dispatchEvent('contextmenu')
  await expect(phone.getByRole('menuitem', { name: 'Выбрать день и время' })).toBeVisible()
  await shot(phone, 'later-menu-phone')
  await phone.getByRole('menuitem', { name: 'Отправить без звука' }).click()
  await expect(field).toHaveValue('')
  const line = desk.getByRole('log').locator('[aria-busy]').filter({ hasText: 'Шапку Матвея' })
  await expect(line.getByRole('img', { name: 'Без звука' })).toBeVisible()
  await lookAt(desk, 'silent-message')
})
