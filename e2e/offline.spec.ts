import { randomUUID } from 'node:crypto'
import { fillHistory, type GroupChat, seedGroupChat, signIn, type Somebody, tell } from './fixtures/group-chat.ts'
import { expectKept } from './fixtures/kept.ts'
import { enter, log, said, write } from './fixtures/talk.ts'
import { expect, test } from './fixtures/test.ts'

const readOnly = (installation: Parameters<typeof tell>[0], { id }: GroupChat, state: 'open' | 'read-only') =>
  tell(installation, 'update chat set state = $2, audience_version = audience_version + 1 where id = $1', [id, state])

test('a reload without network shows the list and the last 50 messages of every chat, opened before or not', async ({
  open,
  installation,
}) => {
  const chat = await seedGroupChat(installation)
  const [direct = ''] = chat.direct
  await fillHistory(installation, chat, 120)
  await fillHistory(installation, { ...chat, id: direct }, 60)
  const mother = await open('phone')
  await signIn(mother, installation.url, chat.parents[0] as Somebody)
  await mother.goto('/chats')
  await expect(mother.getByRole('link', { name: /Младшая группа/ })).toBeVisible()
  await expectKept(mother, 2)

  await mother.context().setOffline(true)
  await mother.reload()
  await expect(mother.getByText('Нет сети')).toBeVisible()
  for (const [name, newest, oldest, older] of [
    [/Мария Сергеевна/, 60, 11, 10],
    [/Младшая группа/, 120, 71, 70],
  ] as const) {
    await mother.getByRole('link', { name }).click()
    await expect(said(mother, `Сообщение ${String(newest)}`)).toBeInViewport()
    await log(mother).focus()
    await expect(async () => {
      await mother.keyboard.press('Home')
      await expect(said(mother, `Сообщение ${String(oldest)}`)).toBeInViewport({ timeout: 500 })
    }).toPass()
    await expect(said(mother, `Сообщение ${String(older)} `)).toHaveCount(0)
    await mother.getByRole('link', { name: 'К списку чатов' }).click()
  }

  // What nobody has opened here yet has to come first, and does as soon as it can.
  await mother.getByRole('link', { name: 'Календарь' }).click()
  await expect(mother.getByText('Проверьте интернет')).toBeVisible()
  await mother.context().setOffline(false)
  await expect(mother.getByRole('heading', { name: 'Календарь', level: 1 })).toBeVisible()
})

test('what is written without network waits in both tabs, then goes once from whichever', async ({
  open,
  installation,
}) => {
  const chat = await seedGroupChat(installation)
  const [mother, teacher] = [await open('phone'), await open()]
  await enter(mother, installation, chat, chat.parents[0] as Somebody)
  await write(mother, 'Доброе утро')
  await expect(mother.getByLabel('Отправлено')).toBeVisible()
  await mother.goto('/chats')
  await enter(teacher, installation, chat, chat.teacher)
  for (let n = 1; n <= 25; n += 1) await write(teacher, `Новость ${String(n)}`)
  await expect(mother.getByText('25 непрочитанных').first()).toBeAttached()
  // The first words ever in a chat that she has never opened.
  await teacher.request.post(`/api/chats/${chat.direct[0] ?? ''}/messages`, {
    headers: { origin: installation.url },
    data: { id: randomUUID(), text: 'Лично вам', replyToId: null, fileIds: [], poll: null },
  })
  await expectKept(mother, 2)
  const tab = await mother.context().newPage()
  await tab.goto('/chats')
  const row = tab.getByRole('link', { name: /Младшая группа/ })
  await expect(row).toBeVisible()

  await mother.context().setOffline(true)
  await mother.goto('/chats')
  await mother.getByRole('link', { name: /Мария Сергеевна.*Лично вам/ }).click()
  await expect(said(mother, 'Лично вам')).toBeVisible()
  await mother.goto(`/chats/${chat.id}`)
  await expect(log(mother).getByText('Новые сообщения')).toBeInViewport()
  await expect(log(mother).getByText('Новость 1', { exact: true })).toBeInViewport()
  await write(mother, 'раз')
  await row.click()
  await write(tab, 'два')
  for (const page of [mother, tab]) {
    for (const text of ['раз', 'два']) await expect(said(page, text)).toBeVisible()
    await expect(page.getByLabel('Отправляется')).toHaveCount(2)
  }
  await mother.context().setOffline(false)
  for (const page of [mother, tab, teacher]) {
    for (const text of ['раз', 'два']) await expect(log(page).getByText(text, { exact: true })).toHaveCount(1)
    await expect(page.getByLabel('Отправляется')).toHaveCount(0)
  }
})

test('what the server refuses stays, with the reason, until it is sent again; a draft survives a reload', async ({
  open,
  installation,
}) => {
  const chat = await seedGroupChat(installation)
  const [mother, teacher] = [await open('phone'), await open()]
  await enter(mother, installation, chat, chat.parents[0] as Somebody)
  await enter(teacher, installation, chat, chat.teacher)
  await write(teacher, 'Завтра утренник')
  await expect(said(mother, 'Завтра утренник')).toBeVisible()

  await mother.context().setOffline(true)
  for (const text of ['Придём', 'Наверное']) await write(mother, text)
  await readOnly(installation, chat, 'read-only')
  await mother.context().setOffline(false)
  const refused = log(mother).getByRole('alert')
  await expect(refused).toHaveText([/В этот чат больше нельзя писать/, /В этот чат больше нельзя писать/])
  await mother.reload()
  await expect(refused).toHaveCount(2)

  await readOnly(installation, chat, 'open')
  await refused.first().getByRole('button', { name: 'Отправить ещё раз' }).click()
  await expect(said(teacher, 'Придём')).toBeVisible()
  await refused.getByRole('button', { name: 'Удалить' }).click()
  await expect(refused).toHaveCount(0)
  await expect(log(mother).getByText('Наверное')).toHaveCount(0)
  await expect(log(mother).getByText('Придём')).toHaveCount(1)

  await mother.reload()
  await mother.locator('textarea').fill('Недописанное')
  await mother.getByRole('link', { name: 'К списку чатов' }).click()
  await expect(mother.getByText('Черновик:')).toBeVisible()
  await mother.reload()
  await mother.getByRole('link', { name: /Недописанное/ }).click()
  await expect(mother.locator('textarea')).toHaveValue('Недописанное')
  await expect(log(teacher).getByText('Наверное')).toHaveCount(0)
})
