import type { Page } from '@playwright/test'
import { seek, untilRecorded } from './actors/player.ts'
import { joinCall, openGroupChat, stage, startCall } from './fixtures/group-call.ts'
import { barriers, lookAt } from './fixtures/barriers.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

/** A browser that answers the wish for a camera or a microphone as browsers do when they can't. */
const refusing = (names: { video?: string; audio?: string }) => (page: Page) =>
  page.addInitScript((failing) => {
    const { mediaDevices } = navigator
    const real = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = (wish) => {
      const name = (wish?.video && failing.video) || (wish?.audio && failing.audio)
      return name ? Promise.reject(new DOMException('', name)) : real(wish)
    }
  }, names)

/** What the page says on its socket waits until it is let through. */
async function holdSocket(page: Page): Promise<() => void> {
  const held: (() => void)[] = []
  let isHeld = true
  await page.routeWebSocket(/\/api\/realtime$/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const pass = () => {
        server.send(message)
      }
      if (isHeld) held.push(pass)
      else pass()
    })
  })
  return () => {
    isHeld = false
    for (const pass of held) pass()
  }
}

test('a device that fails keeps nobody out, and the reason stands there with what to do', async ({
  installation,
  open,
}) => {
  test.setTimeout(240_000)
  const { chat, mother, father, enter } = await openGroupChat(installation, open)
  const hers = await enter(chat.teacher, 'desktop', refusing({ video: 'NotReadableError' }))
  const mothers = await enter(mother, 'phone', refusing({ video: 'NotAllowedError', audio: 'NotAllowedError' }))
  const fathers = await enter(father, 'desktop', refusing({ video: 'NotFoundError', audio: 'NotFoundError' }))

  await test.step('a camera that another program holds', async () => {
    await hers.getByRole('button', { name: 'Начать звонок' }).click()
    await expect(hers.getByText('Камеру занимает другая программа.')).toBeVisible()
    await shot(hers, 'call-trouble-busy')
    await stage(hers).getByRole('button', { name: 'Начать звонок' }).click()
    await expect(hers.getByText('Пока здесь только вы.')).toBeVisible()
    await hers.getByRole('button', { name: 'Включить камеру (V)' }).click()
    await expect(hers.getByText('Камеру занимает другая программа.')).toBeVisible()
  })

  await test.step('permission refused for both', async () => {
    await mothers.getByRole('alertdialog').getByRole('button', { name: 'Присоединиться' }).click()
    await expect(mothers.getByText('Браузер не пускает к камере.')).toBeVisible()
    await expect(mothers.getByText('Браузер не пускает к микрофону.')).toBeVisible()
    await shot(mothers, 'call-trouble-denied')
    expect(await barriers(mothers)).toEqual([])
    await mothers.getByRole('button', { name: 'Войти в звонок' }).click()
    await expect(stage(mothers).locator('li[data-person]')).toHaveCount(2)
  })

  await test.step('no device at all', async () => {
    await fathers.getByRole('alertdialog').getByRole('button', { name: 'Присоединиться' }).click()
    await expect(fathers.getByText('Камера не нашлась.')).toBeVisible()
    await expect(fathers.getByText('Микрофон не нашёлся.')).toBeVisible()
    await fathers.getByRole('button', { name: 'Войти в звонок' }).click()
    await expect(stage(fathers).locator('li[data-person]')).toHaveCount(3)
    await shot(fathers, 'call-room-without-devices')
    await shot(mothers, 'call-room-without-devices-phone')
  })
})

test('the room: keys, what is behind it, the way back, a screen shown to all', async ({ installation, open }) => {
  test.setTimeout(240_000)
  const { chat, mother, enter } = await openGroupChat(installation, open)
  const hers = await enter(chat.teacher)
  // She has asked what rings, and the server does not know her socket yet, when the call begins.
  let letThrough = () => {}
  let asked: Promise<unknown> = Promise.resolve()
  const mothers = await enter(mother, 'phone', async (page) => {
    letThrough = await holdSocket(page)
    asked = page.waitForResponse(/\/api\/calls$/)
  })
  await asked
  await startCall(hers)
  letThrough()
  await joinCall(mothers)

  await test.step('M and V by the keys, whatever layout is on', async () => {
    await hers.keyboard.press('KeyM')
    await expect(hers.getByRole('button', { name: 'Включить микрофон (M)' })).toBeVisible()
    await hers.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyM', key: 'ь', bubbles: true })),
    )
    await expect(hers.getByRole('button', { name: 'Выключить микрофон (M)' })).toBeVisible()
    await hers.keyboard.press('KeyV')
    await expect(hers.getByRole('button', { name: 'Включить камеру (V)' })).toBeVisible()
    await hers.keyboard.press('KeyV')
    await expect(stage(hers).locator('li[data-person] video')).toHaveCount(2)
  })

  await test.step('the keyboard never gets behind the room', async () => {
    for (let i = 0; i < 12; i += 1) {
      await hers.keyboard.press('Tab')
      const isBehind = await hers.evaluate(() => document.getElementById('root')?.contains(document.activeElement))
      expect(isBehind).toBe(false)
    }
  })

  await test.step('Esc closes what lies above first, then makes the room a bar', async () => {
    await hers.getByRole('button', { name: 'Участники', exact: true }).click()
    await hers.getByRole('button', { name: 'Кто был и сколько' }).click()
    await expect(hers.getByRole('dialog')).toBeVisible()
    await hers.keyboard.press('Escape')
    await expect(hers.getByRole('dialog')).toHaveCount(0)
    await expect(hers.getByRole('complementary', { name: 'Участники' })).toBeVisible()
    await hers.keyboard.press('Escape')
    await expect(hers.getByRole('complementary', { name: 'Участники' })).toHaveCount(0)
    await hers.keyboard.press('Escape')
    await expect(hers.getByRole('button', { name: 'Развернуть звонок' })).toBeFocused()
    await hers.keyboard.press('Enter')
    await expect(stage(hers).locator('li[data-person]')).toHaveCount(2)
  })

  await test.step('«Назад» on the phone shows the chat, and the bar leads back', async () => {
    const address = mothers.url()
    for (const round of [1, 2]) {
      await mothers.goBack()
      await expect(mothers.getByText('Вы в этом звонке'), `round ${String(round)}`).toBeVisible()
      expect(mothers.url()).toBe(address)
      await mothers.getByRole('button', { name: 'Развернуть звонок' }).click()
      await expect(stage(mothers).locator('li[data-person]')).toHaveCount(2)
    }
  })

  await test.step('a screen is large for the others, and ends with the browser’s own button', async () => {
    await hers.getByRole('button', { name: 'Показать экран' }).click()
    await expect(mothers.getByText('Экран: Мария Сергеевна')).toBeVisible()
    const sizeOf = async (selector: string) => (await mothers.locator(selector).first().boundingBox())?.height ?? 0
    expect(await sizeOf('figure')).toBeGreaterThan(await sizeOf('li[data-person]'))
    await shot(hers, 'call-screen-own')
    await shot(mothers, 'call-screen-other')
    await hers.evaluate(() => {
      const video = document.querySelector<HTMLVideoElement>('figure video')
      const track = (video?.srcObject as MediaStream).getVideoTracks()[0]
      track?.stop()
      track?.dispatchEvent(new Event('ended')) // What the browser's own button does; a script's stop() is silent.
    })
    await expect(mothers.getByText('Экран: Мария Сергеевна')).toHaveCount(0)
    await expect(hers.getByRole('button', { name: 'Показать экран' })).toBeVisible()
  })

  await test.step('recorded only after a question that says for whom; everybody in the room sees it at once', async () => {
    await hers.getByRole('button', { name: 'Записывать' }).click()
    await expect(hers.getByRole('dialog')).toContainText('Посмотреть запись смогут 3 участника этого чата')
    await lookAt(hers, 'call-before-recording')
    await hers.getByRole('button', { name: 'Начать запись' }).click()
    for (const page of [hers, mothers]) {
      await expect(stage(page).getByText('Идёт запись', { exact: true })).toBeVisible()
    }
    await expect(mothers.getByRole('button', { name: 'Записывать' })).toHaveCount(0)
    await lookAt(mothers, 'call-recorded')
    await mothers.getByRole('button', { name: 'Понятно' }).click()
    await shot(hers, 'call-recorded-host')
  })

  await test.step('who leaves has the focus where it was, and the address stays', async () => {
    await stage(mothers).getByRole('button', { name: 'Выйти из звонка' }).click()
    await expect(mothers.getByRole('button', { name: 'Присоединиться' }).first()).toBeVisible()
    expect(await mothers.evaluate(() => document.getElementById('root')?.inert)).toBe(false)
    expect(new URL(mothers.url()).pathname).toBe(`/chats/${chat.id}`)
  })

  await test.step('who comes later reads that it is recorded before they come in', async () => {
    await mothers.getByRole('button', { name: 'Присоединиться' }).first().click()
    await expect(mothers.getByText('Звонок записывают: в записи вас будет видно и слышно.')).toBeVisible()
    await lookAt(mothers, 'call-check-recorded')
    await mothers.getByRole('button', { name: 'Отмена' }).click()
    await shot(mothers, 'chat-call-recorded')
  })

  await test.step('it ends with the call, and is played from its message in the chat', async () => {
    await untilRecorded(installation)
    await hers.getByRole('button', { name: 'Выйти или завершить' }).click()
    await hers.getByRole('menuitem', { name: 'Завершить для всех' }).click()
    await hers.getByRole('dialog').getByRole('button', { name: 'Завершить' }).click()
    await mothers.getByRole('button', { name: 'Запись', exact: true }).click()
    await seek(mothers, 'Запись звонка')
    await lookAt(mothers, 'call-recording')
    await expect(mothers.getByRole('button', { name: 'Удалить запись' })).toHaveCount(0)
    await hers.getByRole('button', { name: 'Запись', exact: true }).click()
    await expect(hers.getByRole('button', { name: 'Удалить запись' })).toBeVisible()
    await lookAt(hers, 'call-recording-host')
  })
})

test('a phone that can not show its screen is not offered it', async ({ installation, open }) => {
  const { chat, enter } = await openGroupChat(installation, open)
  const hers = await enter(chat.teacher, 'phone', (page) =>
    page.addInitScript(() => delete (MediaDevices.prototype as Partial<MediaDevices>).getDisplayMedia),
  )
  await startCall(hers)
  await expect(hers.getByRole('button', { name: 'Участники' })).toBeVisible()
  await expect(hers.getByRole('button', { name: 'Показать экран' })).toHaveCount(0)
})
