import type { Locator, Page } from '@playwright/test'
import { become } from './actors/demo.ts'
import { framesDecoded, keepConnections } from './actors/frames.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

async function endForAll(desk: Page, stage: Locator): Promise<void> {
  await stage.getByRole('button', { name: 'Выйти или завершить' }).click()
  await desk.getByRole('menuitem', { name: 'Завершить для всех' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
}

test('a teacher plans a meeting, a mother says that she comes, and the teacher sees it', async ({ open }) => {
  const [phone, desk] = [await open('phone'), await open()]
  await become(desk, 'Лебедева Мария')
  await desk.getByRole('link', { name: 'Календарь' }).click()
  await expect(desk.getByRole('link', { name: /Педагогический час/ }).first()).toBeVisible()
  await look(desk, 'calendar-month')
  await desk.getByText('Неделя').click()
  await look(desk, 'calendar-week')

  await desk.getByRole('button', { name: 'Назначить', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Назначить' }).click()
  await expect(desk.getByText('Напишите, о чём встреча')).toBeVisible()
  await desk.getByLabel('О чём').fill('Репетиция утренника')
  await desk.getByLabel('Место', { exact: true }).fill('Музыкальный зал')
  await desk.getByLabel('Повестка').fill('Роли\nКостюмы')
  await look(desk, 'meeting-editor')
  await desk.getByLabel('День', { exact: true }).fill(tomorrow)
  await desk.getByRole('dialog').getByRole('button', { name: 'Назначить' }).click()
  await expect(desk.getByText('Встреча назначена')).toBeVisible()

  await become(phone, 'Ершова')
  await phone.getByRole('link', { name: 'Календарь' }).click()
  await expect(phone.getByRole('link', { name: 'Репетиция утренника' })).toBeVisible()
  await look(phone, 'calendar-list')
  const answers = phone.getByRole('group', { name: 'Вы придёте: Репетиция утренника' })
  await answers.getByRole('button', { name: 'Приду', exact: true }).click()
  await expect(answers.getByRole('button', { name: 'Приду', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await desk.getByText('Список').click()
  await desk.getByRole('link', { name: /Репетиция утренника/ }).click()
  await expect(desk.getByText(/придут 1, возможно 0/)).toBeVisible()
  await look(desk, 'meeting')
  const file = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'В свой календарь' }).click()
  expect((await file).suggestedFilename()).toBe('Репетиция утренника.ics')

  await desk.getByRole('button', { name: 'Отменить встречу' }).click()
  await desk.getByLabel('Причина').fill('Карантин в группе')
  await desk.getByRole('dialog').getByRole('button', { name: 'Отменить встречу' }).click()
  await expect(desk.getByText('Встреча отменена')).toBeVisible()
  await phone.getByRole('link', { name: 'Репетиция утренника' }).click()
  await expect(phone.getByText('Встреча отменена: Карантин в группе')).toBeVisible()
})

test('a mother and a guest wait before the call of a meeting until the teacher lets them in; the guest is removed for good', async ({
  installation,
  open,
}) => {
  await installation.callsWork()
  const [desk, phone, guest] = [await open(), await open('phone'), await open('phone')]
  await guest.addInitScript(keepConnections)
  await become(desk, 'Лебедева Мария')
  await desk.goto('/calendar?view=list')
  await desk.getByRole('button', { name: 'Назначить', exact: true }).click()
  await desk.getByLabel('О чём').fill('Как готовить руку к письму')
  await desk.getByRole('combobox', { name: 'Как пройдёт' }).click()
  await desk.getByRole('option', { name: 'Онлайн', exact: true }).click()
  // All day: it goes on whenever this runs.
  await desk
    .getByLabel('День', { exact: true })
    .fill(new Date().toLocaleDateString('sv', { timeZone: 'Europe/Moscow' }))
  await desk.getByLabel('Начало').fill('00:00')
  await desk.getByLabel('Конец').fill('23:59')
  // As a mouse does: Mantine lays its invisible box over the words.
  await desk.getByText('Комната ожидания').click({ force: true })
  await expect(desk.getByRole('switch', { name: 'Комната ожидания' })).toBeChecked()
  await look(desk, 'meeting-editor-waiting')
  await desk.getByRole('dialog').getByRole('button', { name: 'Назначить' }).click()
  await desk
    .getByRole('link', { name: /Как готовить руку к письму/ })
    .first()
    .click()
  const meetingUrl = new URL(desk.url()).pathname
  await desk.getByRole('button', { name: 'Сделать гостевую ссылку' }).click()
  const link = await desk.getByLabel('Ссылка для гостя').inputValue()
  await look(desk, 'meeting-guest-link')

  await guest.goto(link)
  await guest.getByRole('button', { name: 'Попроситься на встречу' }).click()
  await expect(guest.getByText('Напишите, как вас представить')).toBeVisible()
  await guest.getByLabel('Как вас представить').fill('Анна Петровна, методист')
  await look(guest, 'guest-asks')
  await guest.getByRole('button', { name: 'Попроситься на встречу' }).click()
  await expect(guest.getByText('ведущий ещё не начал')).toBeVisible()

  await desk.getByRole('button', { name: 'Войти', exact: true }).click()
  await desk.getByRole('button', { name: 'Начать звонок' }).click()
  const stage = desk.getByRole('region', { name: 'Звонок: Как готовить руку к письму' })
  await stage.getByRole('button', { name: 'Начать звонок' }).click()
  await become(phone, 'Ершова')
  await phone.goto(meetingUrl)
  await phone.getByRole('button', { name: 'Войти', exact: true }).click()
  await phone.getByRole('button', { name: 'Присоединиться' }).last().click()
  await phone.getByRole('button', { name: 'Войти в звонок' }).click()
  await expect(phone.getByText('Вы в комнате ожидания')).toBeVisible()
  await lookAt(phone, 'waiting-room')
  await lookAt(guest, 'guest-waits')

  await expect(stage.getByText('2 человека ждут')).toBeVisible()
  await stage.getByRole('button', { name: 'Показать', exact: true }).click()
  await lookAt(desk, 'waiting-room-host')
  await stage.getByRole('button', { name: 'Впустить всех' }).click()
  await expect(stage.locator('li[data-person]:has(video)')).toHaveCount(3)
  const tiles = guest.getByRole('region').locator('li[data-person]')
  await expect(tiles).toHaveCount(3)
  await expect.poll(() => framesDecoded(guest)).toBeGreaterThan(5)
  await expect(phone.getByRole('listitem', { name: /^Анна Петровна, методист, гость/ })).toBeVisible()
  await lookAt(desk, 'call-with-guest')
  await stage.getByRole('button', { name: 'Кто был и сколько' }).click()
  await expect(desk.getByRole('dialog').getByText('Анна Петровна, методист')).toBeVisible()
  await lookAt(desk, 'call-attendance-with-guest')
  await desk.keyboard.press('Escape')
  await lookAt(guest, 'guest-in-call')

  // Ended by mistake and begun again: the guest finds the way back.
  await endForAll(desk, stage)
  await expect(guest.getByRole('heading', { name: 'Звонок закончился' })).toBeVisible()
  await lookAt(guest, 'guest-call-ended')
  await desk.goto(meetingUrl)
  await desk.getByRole('button', { name: 'Войти', exact: true }).click()
  await desk.getByRole('button', { name: 'Начать звонок' }).click()
  await stage.getByRole('button', { name: 'Начать звонок' }).click()
  await guest.getByRole('button', { name: 'Вернуться' }).click()
  await expect(stage.getByText('Ждёт у входа: Анна Петровна, методист, гость')).toBeVisible()
  await lookAt(desk, 'waiting-bar')
  await desk.keyboard.press('Escape')
  await lookAt(desk, 'waiting-toast')
  await desk.getByRole('button', { name: 'Впустить', exact: true }).click()
  await expect(tiles).toHaveCount(2)
  await desk.getByRole('button', { name: 'Развернуть звонок' }).click()
  await stage.getByRole('button', { name: 'Участники', exact: true }).click()

  await stage.getByRole('button', { name: 'Удалить из звонка: Анна Петровна, методист' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(guest.getByText('Вас удалили из звонка')).toBeVisible()
  await lookAt(guest, 'guest-removed')
  await guest.evaluate(() => {
    localStorage.removeItem(`kolosok-guest:${location.pathname.split('/').at(-1) ?? ''}`)
  })
  await guest.goto(link)
  await expect(guest.getByText('Эта ссылка больше не работает')).toBeVisible()

  await endForAll(desk, stage)
  await desk.goto(meetingUrl)
  await expect(desk.getByText('гость по ссылке')).toBeVisible()
  await desk.getByRole('button', { name: 'Отменить встречу' }).click()
  await desk.getByLabel('Причина').fill('Проверка')
  await desk.getByRole('dialog').getByRole('button', { name: 'Отменить встречу' }).click()
  await expect(desk.getByText('Встреча отменена')).toBeVisible()
})
