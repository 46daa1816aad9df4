import { become } from './actors/demo.ts'
import { thread, write } from './actors/talking.ts'
import { look } from './fixtures/barriers.ts'
import { keptChats } from './fixtures/kept.ts'
import { expect, test } from './fixtures/test.ts'

test('a direct chat begins by choosing a person, who sees it at once', async ({ open }) => {
  const [teacher, colleague] = [await open(), await open('phone')]
  await become(teacher, 'Орлова')
  await become(colleague, 'Назаров')
  await colleague.goto('/chats')
  await expect(colleague.getByRole('link', { name: /Педагоги/ })).toBeVisible()

  await teacher.getByRole('button', { name: 'Написать человеку' }).click()
  const dialog = teacher.getByRole('dialog', { name: 'Кому написать' })
  await dialog.getByLabel('Имя или должность').fill('логопед')
  await expect(dialog.getByRole('button', { name: /Пётр Ильич/ })).toHaveCount(1)
  await dialog.getByRole('button', { name: /Пётр Ильич/ }).click()
  await expect(dialog).toBeHidden()
  await write(teacher, 'Можно взять отгул в пятницу?')
  await colleague.getByRole('link', { name: /Можно взять отгул/ }).click()
  await expect(thread(colleague).getByText('Можно взять отгул')).toBeVisible()
})

test('a session ended on another device ends at once: the page says so, keeps nothing, and leads back', async ({
  open,
}) => {
  const [phone, laptop] = [await open('phone'), await open()]
  for (const page of [phone, laptop]) await become(page, 'Белова')
  await phone.goto('/chats')
  await phone.getByRole('link', { name: /Старшая/ }).click()
  await expect(phone.getByLabel('Сообщение', { exact: true })).toBeVisible()
  await expect.poll(() => keptChats(phone)).toBeGreaterThan(0)
  const address = new URL(phone.url()).pathname

  await laptop.goto('/devices')
  await laptop.getByRole('button', { name: 'Завершить на всех остальных' }).click()
  await laptop.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
  await expect(phone).toHaveURL(/\/sign-in/)
  await expect(phone.getByText(/Вход на этом устройстве завершён/)).toBeVisible()
  expect(new URL(phone.url()).searchParams.get('next')).toBe(address)
  await expect.poll(() => keptChats(phone)).toBe(0)
  await look(phone, 'session-ended')
})

test('a page older than the server is told to reload', async ({ open }) => {
  const page = await open()
  let isOld = true
  await page.routeWebSocket('**/api/realtime', (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((frame) => {
      server.send(isOld ? String(frame).replace(/"protocol":\d+/, '"protocol":0') : frame)
    })
  })
  await become(page, 'Белова')
  await expect(page.getByText('Вышла новая версия.')).toBeVisible()
  isOld = false
  await page.getByRole('button', { name: 'Обновить' }).click()
  await expect(page.getByText('Вышла новая версия.')).toHaveCount(0)
})

test('whoever chooses a section while the first page still finds out where to begin, gets there', async ({ open }) => {
  const page = await open()
  await become(page, 'Соколова')
  const [overview, parts] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  await page.route('**/api/organizations/*/overview', async (route) => {
    await overview.promise
    await route.continue()
  })
  await page.goto('/')
  await page.route('**/assets/*.js', async (route) => {
    await parts.promise
    await route.continue()
  })
  await page.getByRole('link', { name: 'Организация' }).click()
  const answered = page.waitForResponse('**/api/organizations/*/overview')
  overview.resolve(undefined)
  await answered
  parts.resolve(undefined)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/o\//)
})
