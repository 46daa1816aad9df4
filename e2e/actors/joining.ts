import { expect, type Locator, type Page } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Stage } from './stage.ts'

/** How fast somebody types on a phone. */
const KEY_MS = 180
/** How long they take to find the next thing to touch. */
const LOOK_MS = 900

export type Newcomer = {
  readonly given: string
  readonly patronymic: string
  readonly family: string
  readonly phone: string
}

type Hand = {
  readonly type: (field: Locator, text: string) => Promise<void>
  readonly touch: (thing: Locator) => Promise<void>
}

export const quickHand: Hand = { type: (field, text) => field.fill(text), touch: (thing) => thing.click() }

export const personsHand: Hand = {
  async type(field, text) {
    await pause(LOOK_MS)
    await field.pressSequentially(text, { delay: KEY_MS })
  },
  async touch(thing) {
    await pause(LOOK_MS)
    await thing.tap()
  },
}

/** Opens the link and goes through its screens; gives the seconds from the link to the chat. */
export async function join(
  page: Page,
  { installation: { sms } }: Stage,
  link: string,
  { given, patronymic, family, phone }: Newcomer,
  { type, touch }: Hand = quickHand,
): Promise<number> {
  const start = Date.now()
  await page.goto(link)
  await type(page.getByLabel('Ваш номер телефона'), phone)
  await touch(page.getByRole('button', { name: 'Получить код' }))
  await type(page.getByLabel('Код из шести цифр'), await sms.readCode(phone))
  await type(page.getByLabel('Имя', { exact: true }), given)
  await type(page.getByLabel('Отчество'), patronymic)
  await type(page.getByLabel('Фамилия'), family)
  await touch(page.getByRole('button', { name: 'Дальше' }))
  await touch(page.getByRole('checkbox'))
  await touch(page.getByRole('button', { name: 'Войти в чат' }))
  await expect(page.getByLabel('Сообщение', { exact: true })).toBeVisible()
  return (Date.now() - start) / 1000
}
