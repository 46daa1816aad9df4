import type { Page } from '@playwright/test'
import { type GroupChat, seedGroupChat, signIn, type Somebody } from './fixtures/group-chat.ts'
import type { Installation } from './fixtures/installation.ts'
import { barriers } from './fixtures/barriers.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

type Open = (device?: 'phone' | 'desktop') => Promise<Page>

/** A teacher with two tabs, neither in the chat, and a mother with the chat open on her phone. */
async function twoTabs(installation: Installation, open: Open) {
  await installation.callsWork()
  const chat = await seedGroupChat(installation)
  const mother = chat.parents[0] as Somebody
  const enter = async (who: Somebody, path: string, device?: 'phone' | 'desktop') => {
    const page = await open(device)
    page.setDefaultTimeout(30_000)
    await signIn(page, installation.url, who)
    await page.goto(path)
    return page
  }
  const laptop = await enter(chat.teacher, '/chats')
  const tab = await laptop.context().newPage()
  await tab.goto('/devices')
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
  const phone = await enter(mother, directOf(chat), 'phone')
  return { chat, mother, laptop, tab, phone, enter }
}

const directOf = ({ direct }: GroupChat, index = 0) => `/chats/${direct[index] ?? ''}`
const inChat = (page: Page, text: string | RegExp) => page.getByRole('log').getByText(text)
const ringing = (page: Page) => page.getByRole('alertdialog')

async function callOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Позвонить' }).click()
  await stage(page).getByRole('button', { name: 'Позвонить' }).click()
  await expect(page.getByText('Ждём ответа…')).toBeVisible()
}

const stage = (page: Page) => page.getByRole('region', { name: /^Звонок: / })

test('a direct call rings in every tab of the other, and whatever is done in one of them holds for all', async ({
  installation,
  open,
}) => {
  test.setTimeout(300_000)
  const { chat, mother, laptop, tab, phone, enter } = await twoTabs(installation, open)

  await test.step('declined in one tab, the other is silent too, and the caller is told', async () => {
    await callOut(phone)
    await shot(phone, 'direct-waiting')
    for (const page of [laptop, tab]) await expect(ringing(page)).toBeVisible()
    await shot(laptop, 'direct-ring')
    await expect(tab.getByRole('button', { name: 'Ответить', exact: true })).toBeFocused()
    await ringing(tab).getByRole('button', { name: 'Отклонить' }).click()
    for (const page of [laptop, tab]) await expect(ringing(page)).toHaveCount(0)
    await expect(phone.getByText('Сейчас ответить не могут')).toBeVisible()
    await phone.getByRole('button', { name: 'Закрыть' }).click()
    await expect(inChat(phone, 'Звонок отклонён')).toBeVisible()
  })

  await test.step('given up by the caller, it has been missed', async () => {
    await callOut(phone)
    await expect(ringing(laptop)).toBeVisible()
    await phone.getByRole('button', { name: 'Завершить звонок' }).click()
    for (const page of [laptop, tab]) await expect(ringing(page)).toHaveCount(0)
    await expect(inChat(phone, 'Звонок без ответа').last()).toBeVisible()
    await expect(laptop.getByText('Пропущенный звонок').first()).toBeVisible()
    await shot(laptop, 'direct-missed-list')
  })

  await test.step('somebody who is writing does not answer with a space', async () => {
    await laptop.goto(`/chats/${chat.id}`)
    await laptop.getByLabel('Сообщение', { exact: true }).focus()
    await callOut(phone)
    await expect(ringing(laptop)).toBeVisible()
    await laptop.keyboard.type('да, конечно ')
    await expect(ringing(laptop)).toBeVisible()
    await expect(laptop.getByLabel('Сообщение', { exact: true })).toHaveValue('да, конечно ')
  })

  await test.step('answered in one tab with video, the other falls silent; they see each other', async () => {
    await ringing(laptop).getByRole('button', { name: 'Ответить с видео' }).click()
    await expect(ringing(tab)).toHaveCount(0)
    for (const page of [laptop, phone]) await expect(stage(page).locator('li[data-person] video')).toHaveCount(2)
    await shot(laptop, 'direct-room')
    expect(await barriers(laptop)).toEqual([])
    await shot(phone, 'direct-room-phone')
  })

  await test.step('in a call, another one can be declined, or taken instead', async () => {
    const fathers = await enter(chat.parents[1] as Somebody, directOf(chat, 1))
    await callOut(fathers)
    await expect(ringing(laptop).getByText('Вы сейчас в другом звонке')).toBeVisible()
    await ringing(laptop).getByRole('button', { name: 'Завершить и ответить' }).click()
    await expect(phone.getByText('Звонок завершён')).toBeVisible()
    await phone.getByRole('button', { name: 'Закрыть' }).click()
    await expect(stage(laptop).getByText('Игорь Кузнецов').first()).toBeVisible()
    await expect(fathers.getByRole('listitem', { name: new RegExp(`^${chat.teacher.name}`) })).toBeVisible()
    await stage(laptop).getByRole('button', { name: 'Завершить звонок' }).click()
    await expect(fathers.getByText('Звонок завершён')).toBeVisible()
  })

  await test.step('all of it stays in the chat, in the words of whoever reads', async () => {
    await laptop.goto(directOf(chat))
    await expect(inChat(laptop, 'Вы отклонили звонок')).toBeVisible()
    await expect(inChat(laptop, 'Пропущенный звонок')).not.toHaveCount(0)
    await expect(inChat(laptop, /Звонок, меньше минуты/)).toBeVisible()
    await shot(laptop, 'direct-records')
    await shot(phone, 'direct-records-phone')
    expect(mother.name).toBe('Елена Кузнецова')
  })
})
