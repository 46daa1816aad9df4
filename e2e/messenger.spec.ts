import type { Locator } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { seedGroupChat } from './fixtures/group-chat.ts'
import { enter, log, said, write } from './fixtures/talk.ts'
import { expect, test } from './fixtures/test.ts'

const photo = resolve(import.meta.dirname, '../server/test/data/order-photo.jpg')

const menuOf = async (message: Locator, item: string) => {
  await message.click({ button: 'right' })
  await message.page().getByRole('menuitem', { name: item }).click()
}

/** A finger that stays until the menu is there, and is lifted then: the menu must not close of it. */
async function hold(message: Locator): Promise<void> {
  const page = message.page()
  const client = await page.context().newCDPSession(page)
  const { x, y } = (await message.boundingBox()) ?? { x: 0, y: 0 }
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x + 8, y: y + 8 }] })
  await expect(page.getByRole('menu')).toBeVisible()
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('people talk: reply, edit, react, delete, see who types and what was read', async ({ open, installation }) => {
  const chat = await seedGroupChat(installation)
  const [teacher, parent] = [await open(), await open('phone')]
  await enter(teacher, installation, chat, chat.teacher)
  await write(teacher, 'Завтра утренник')
  await expect(teacher.getByLabel('Отправлено')).toBeVisible()
  await enter(parent, installation, chat, chat.parents[0] ?? chat.teacher)
  await expect(teacher.getByLabel('Прочитано')).toBeVisible()

  await parent.locator('textarea').fill('Во сколько')
  await expect(teacher.getByText('Елена Кузнецова печатает…').first()).toBeVisible()
  await write(parent, 'Во сколько?')
  await menuOf(said(teacher, 'Во сколько?'), 'Ответить')
  await expect(teacher.locator('textarea')).toBeFocused()
  await teacher.keyboard.type('В десять')
  await teacher.keyboard.press('Enter')
  await expect(log(parent).getByTitle('Перейти к сообщению')).toContainText('Во сколько?')

  await teacher.keyboard.press('ArrowUp')
  await expect(teacher.locator('textarea')).toHaveValue('В десять')
  await teacher.keyboard.type(' утра')
  await teacher.keyboard.press('Enter')
  await expect(said(parent, 'В десять утра')).toBeVisible()
  await expect(log(parent).getByText('изменено')).toBeVisible()

  await said(teacher, 'Во сколько?').click({ button: 'right' })
  await teacher.getByRole('menuitemcheckbox', { name: 'Отметить: 👏' }).click()
  const reaction = log(parent).getByRole('button', { name: '👏 1' })
  await reaction.tap()
  await expect(log(teacher).getByRole('button', { name: '👏 2' })).toBeVisible()

  // By keys, too; and back to where they came from.
  const actions = log(teacher).getByRole('button', { name: 'Действия с сообщением' }).last()
  await actions.focus()
  await teacher.keyboard.press('Enter')
  await expect(teacher.getByRole('menuitem', { name: 'Ответить' })).toBeVisible()
  await teacher.keyboard.press('Escape')
  await expect(actions).toBeFocused()

  await menuOf(said(teacher, 'Завтра утренник'), 'Удалить')
  await teacher.getByRole('dialog').getByRole('button', { name: 'Удалить у всех' }).click()
  await expect(log(parent).getByText('Сообщение удалено')).toBeVisible()
})

test('fingers hit what is small to look at', async ({ open, installation }) => {
  const chat = await seedGroupChat(installation)
  const parent = await open('phone')
  await enter(parent, installation, chat, chat.parents[0] ?? chat.teacher)
  await write(parent, 'Доброе утро')
  await hold(said(parent, 'Доброе утро'))
  await parent.getByRole('menuitemcheckbox', { name: 'Отметить: 🎉' }).tap()
  const hit = (target: Locator) =>
    target.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      return [-21, 21].every((by) => element.contains(document.elementFromPoint(x, y + by)))
    })
  expect(await hit(log(parent).getByRole('button', { name: '🎉 1' }))).toBe(true)
  await parent.goto('/chats')
  for (const name of ['Все', 'Группы', 'Личные']) expect(await hit(parent.getByRole('button', { name }))).toBe(true)
})

test('files come by drop and by paste, can be taken back, and go on after a break', async ({ open, installation }) => {
  const chat = await seedGroupChat(installation)
  const teacher = await open()
  await enter(teacher, installation, chat, chat.teacher)
  const bytes = (await readFile(photo)).toString('base64')
  const give = (how: 'drop' | 'paste', name: string) =>
    teacher.evaluate(
      ({ bytes, how, name }) => {
        const data = new DataTransfer()
        const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
        data.items.add(new File([content], name, { type: 'image/jpeg' }))
        const options = { bubbles: true, cancelable: true }
        const event =
          how === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: data })
            : new ClipboardEvent('paste', { ...options, clipboardData: data })
        document.querySelector('textarea')?.dispatchEvent(event)
      },
      { bytes, how, name },
    )
  await give('drop', 'ёжик.jpg')
  await give('paste', 'лист.jpg')
  await give('drop', 'лишнее.jpg')
  await expect(teacher.getByText('готово')).toHaveCount(3)
  const deleted = teacher.waitForResponse((answer) => answer.request().method() === 'DELETE')
  await teacher.getByRole('button', { name: 'Убрать «лишнее.jpg»' }).click()
  expect((await deleted).status()).toBe(204)
  await expect(teacher.getByText('готово')).toHaveCount(2)
  await teacher.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect(log(teacher).getByRole('button', { name: /Открыть фотографию/ })).toHaveCount(2)

  await log(teacher).getByRole('button', { name: 'Открыть фотографию «ёжик.jpg»' }).click()
  await expect(teacher.getByText('1 из 2')).toBeVisible()
  await teacher.keyboard.press('ArrowRight')
  await expect(teacher.getByText('2 из 2')).toBeVisible()
  await teacher.getByRole('button', { name: 'Увеличить' }).click()
  await expect(teacher.getByRole('button', { name: 'Уменьшить' })).toBeVisible()
  await teacher.keyboard.press('Escape')
  await expect(teacher.getByText('2 из 2')).toBeHidden()

  let parts = 0
  await teacher.route('**/api/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH' && (parts += 1) === 2) await route.abort('connectionreset')
    else await route.continue()
  })
  await teacher.locator('input[type=file]').setInputFiles({
    name: 'список.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(10_000_000, 'список '),
  })
  await expect(teacher.getByText(/готово/)).toBeVisible({ timeout: 20_000 })
  expect(parts).toBeGreaterThan(3)
})

test('on a phone a photo is swiped away, and the next one is swiped to', async ({ open, installation }) => {
  const chat = await seedGroupChat(installation)
  const parent = await open('phone')
  await enter(parent, installation, chat, chat.parents[0] ?? chat.teacher)
  await parent.locator('input[type=file]').setInputFiles([photo, photo])
  await expect(parent.getByText(/готово/)).toHaveCount(2)
  await parent.getByRole('button', { name: 'Отправить', exact: true }).tap()
  await log(parent)
    .getByRole('button', { name: /Открыть фотографию/ })
    .first()
    .tap()
  const client = await parent.context().newCDPSession(parent)
  const swipe = async (from: [number, number], to: [number, number]) => {
    const touch = (type: string, points: [number, number][]) =>
      client.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: points.map(([x, y]) => ({ x, y })),
      })
    await touch('touchStart', [from])
    for (let n = 1; n <= 5; n += 1) {
      await touch('touchMove', [[from[0] + ((to[0] - from[0]) * n) / 5, from[1] + ((to[1] - from[1]) * n) / 5]])
    }
    await touch('touchEnd', [])
  }
  await expect(parent.getByText('1 из 2')).toBeVisible()
  await swipe([300, 400], [80, 410])
  await expect(parent.getByText('2 из 2')).toBeVisible()
  await swipe([180, 300], [185, 600])
  await expect(parent.getByText('2 из 2')).toBeHidden()
})

test('who is taken out of a chat has it no more, at once, and the others read by whom', async ({
  open,
  installation,
}) => {
  const chat = await seedGroupChat(installation)
  const [teacher, father, mother] = [await open(), await open('phone'), await open('phone')]
  await enter(father, installation, chat, chat.parents[1] ?? chat.teacher)
  await enter(mother, installation, chat, chat.parents[0] ?? chat.teacher)
  await enter(teacher, installation, chat, chat.teacher)
  await write(father, 'Кто на утренник?')
  await expect(said(mother, 'Кто на утренник?')).toBeVisible()

  await teacher.getByRole('button', { name: 'О чате и участниках' }).click()
  const panel = teacher.getByRole('complementary', { name: 'О чате' })
  await expect(panel.getByRole('listitem')).toHaveCount(3)
  await panel.getByRole('button', { name: 'Действия: Игорь Кузнецов' }).click()
  await teacher.getByRole('menuitem', { name: 'Убрать из чата' }).click()
  await teacher.getByRole('dialog').getByRole('button', { name: 'Убрать из чата' }).click()
  await expect(panel.getByRole('listitem')).toHaveCount(2)
  await expect(log(teacher).getByText('Вы убрали из чата: Игорь Кузнецов')).toBeVisible()
  await expect(log(mother).getByText('Мария Сергеевна убирает из чата: Игорь Кузнецов')).toBeVisible()

  await expect(father.getByText('Этого чата нет среди ваших')).toBeVisible()
  await father.getByRole('link', { name: 'К списку чатов' }).click()
  await expect(father.getByRole('link', { name: /Мария Сергеевна/ })).toBeVisible()
  await expect(father.getByRole('link', { name: /Младшая группа/ })).toHaveCount(0)
})
