import type { Page } from '@playwright/test'
import { become } from './actors/demo.ts'
import { framesDecoded, keepConnections } from './actors/frames.ts'
import { seek } from './actors/player.ts'
import { look, lookAt } from './fixtures/barriers.ts'
import { expect, test } from './fixtures/test.ts'

/** Counts in the page how often its browser is asked for a camera or a microphone. */
const countWishes = (page: Page) =>
  page.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    Object.assign(window, { wishes: 0 })
    mediaDevices.getUserMedia = (wish) => {
      ;(window as unknown as { wishes: number }).wishes += 1
      return open(wish)
    }
  })

/** A mother writes beside the picture; the head answers, takes her words away, and in the end closes the chat. */
async function talk(head: Page, phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Чат', exact: true }).click()
  await phone.getByLabel('Сообщение', { exact: true }).fill('Здравствуйте! Нас хорошо слышно?')
  await phone.getByRole('button', { name: 'Отправить' }).click()
  await head.getByRole('button', { name: 'Чат', exact: true }).click()
  await expect(head.getByText('Нас хорошо слышно?')).toBeVisible()
  await head.getByLabel('Сообщение', { exact: true }).fill('Здравствуйте! Слышно хорошо.')
  await head.getByRole('button', { name: 'Отправить' }).click()
  await expect(phone.getByText('Слышно хорошо.')).toBeVisible()
  await lookAt(phone, 'broadcast-chat')
  await lookAt(head, 'broadcast-chat-run')
  // Whoever looks on can complain of a line, and think better of it.
  const line = phone.getByRole('article').filter({ hasText: 'Слышно хорошо.' })
  await line.getByRole('button', { name: 'Действия с сообщением' }).click()
  await phone.getByRole('menuitem', { name: 'Пожаловаться' }).click()
  await expect(phone.getByRole('dialog').getByRole('button', { name: 'Пожаловаться' })).toBeVisible()
  await lookAt(phone, 'broadcast-chat-report')
  await phone.keyboard.press('Escape')
  await head.getByRole('button', { name: 'Действия с сообщением' }).first().click()
  await head.getByRole('menuitem', { name: 'Удалить' }).click()
  await head.getByRole('button', { name: 'Удалить', exact: true }).click()
  await expect(phone.getByText('Нас хорошо слышно?')).toBeHidden()
  await head.getByRole('switch', { name: 'Чат для зрителей' }).click()
  await expect(phone.getByText('Чат в этой трансляции выключен.')).toBeVisible()
  await phone.getByRole('button', { name: 'Закрыть список' }).click()
  await head.getByRole('button', { name: 'Вопросы', exact: true }).click()
}

test('the head goes live, a mother looks on without a camera, asks, sees her question on show, and plays the recording after the end', async ({
  installation,
  open,
}) => {
  await installation.callsWork()
  const [head, phone] = [await open(), await open('phone')]
  await phone.addInitScript(keepConnections)
  await countWishes(phone)

  await become(head, 'Громова')
  await head.goto('/broadcasts')
  await expect(head.getByText('Общее родительское собрание')).toBeVisible()
  await look(head, 'broadcasts')
  await head.goto('/calendar?view=list')
  await expect(head.getByRole('link', { name: 'Общее родительское собрание' })).toBeVisible()
  await look(head, 'calendar-broadcasts')
  await head.goto('/broadcasts')
  await head.getByRole('button', { name: 'Новая' }).click()
  await head.getByLabel('О чём').fill('Ответы на вопросы родителей')
  await lookAt(head, 'broadcast-planning')
  await head.getByText('Сейчас', { exact: true }).click()
  await head.getByRole('switch', { name: 'Чат рядом с изображением' }).click()
  await head.getByRole('button', { name: 'Дальше' }).click()
  await head.getByRole('button', { name: 'Начать трансляцию' }).click()
  await head.getByRole('button', { name: 'Начать эфир' }).click()
  const stage = head.getByRole('region', { name: 'Трансляция: Ответы на вопросы родителей' })
  await expect(stage.locator('li[data-person]')).toHaveCount(1)

  await become(phone, 'Цветкова')
  await phone.getByRole('status').getByRole('link', { name: 'Смотреть' }).click()
  await lookAt(phone, 'broadcast-live-page')
  await phone.getByRole('button', { name: 'Смотреть' }).click()
  await expect.poll(() => framesDecoded(phone)).toBeGreaterThan(5)
  expect(await phone.evaluate(() => (window as unknown as { wishes: number }).wishes)).toBe(0)
  await expect(head.getByTestId('viewers')).toHaveText('1 зритель')

  await head.getByRole('button', { name: 'Записывать' }).click()
  await lookAt(head, 'broadcast-before-recording')
  await head.getByRole('button', { name: 'Начать запись' }).click()
  await expect(phone.getByText('Идёт запись', { exact: true })).toBeVisible()
  await lookAt(phone, 'broadcast-recorded')
  await phone.getByRole('button', { name: 'Понятно' }).click()
  await head.getByRole('button', { name: 'Понятно' }).click()

  await phone.getByRole('button', { name: 'Задать вопрос' }).click()
  await phone.getByLabel('Ваш вопрос').fill('Будет ли утренник в группе «Младшая»?')
  await phone.getByRole('button', { name: 'Спросить' }).click()
  await expect(phone.getByText('Ждёт')).toBeVisible()
  await lookAt(phone, 'broadcast-asking')
  await phone.getByRole('button', { name: 'Закрыть список' }).click()
  await head.getByRole('button', { name: 'Чат, вопросы и зрители' }).click()
  await expect(head.getByText('Будет ли утренник')).toBeVisible()
  await talk(head, phone)
  await lookAt(head, 'broadcast-on-stage')
  await head.getByRole('button', { name: 'Показать всем' }).click()
  await expect(phone.getByRole('status').filter({ hasText: 'Будет ли утренник' })).toBeVisible()
  await lookAt(phone, 'broadcast-watching')

  await head.getByRole('button', { name: 'Выйти из эфира' }).click()
  await head.getByRole('menuitem', { name: 'Закончить для всех' }).click()
  await head.getByRole('button', { name: 'Закончить', exact: true }).click()
  await expect(phone.getByText('Закончилась', { exact: true })).toBeVisible()
  await seek(phone, 'Запись трансляции')
  await look(phone, 'broadcast-over')
  await expect(head.getByText('смотрел 1 человек')).toBeVisible()
})
