import type { Page } from '@playwright/test'
import { fillHistory, seedGroupChat, tell } from './fixtures/group-chat.ts'
import { enter, log, said } from './fixtures/talk.ts'
import { expect, test } from './fixtures/test.ts'

test('a hundred thousand messages scroll without blank frames, and a far quote is a click away', async ({
  open,
  installation,
}) => {
  const chat = await seedGroupChat(installation)
  await fillHistory(installation, chat, 100_000)
  await tell(
    installation,
    `update message set reply_to_id = (select id from message where chat_id = $1 and seq = 40000)
     where chat_id = $1 and seq = 99990`,
    [chat.id],
  )
  const teacher = await open()
  await enter(teacher, installation, chat, chat.teacher)
  await expect(said(teacher, 'Сообщение 100000')).toBeInViewport()

  await watchFrames(teacher)
  await log(teacher).hover()
  for (let n = 0; n < 60; n += 1) {
    await teacher.mouse.wheel(0, -700)
    await nextFrames(teacher)
  }
  const { frames, blank, most } = await framesOf(teacher)
  console.log(`Scrolling up 42 000 px: ${String(blank)} of ${String(frames)} frames blank, at most ${String(most)} px`)
  expect(blank / frames).toBeLessThan(0.02)

  // What is still being loaded from the scrolling keeps nobody from the place they ask for.
  const older = await holdOlder(teacher)
  while (!older.isAsked()) {
    await teacher.mouse.wheel(0, -700)
    await nextFrames(teacher)
  }
  await teacher.getByRole('button', { name: /Вниз/ }).click()
  await expect(said(teacher, 'Сообщение 100000')).toBeInViewport()
  await log(teacher).getByTitle('Перейти к сообщению').click()
  older.release()
  await expect(said(teacher, 'Сообщение 40000')).toBeInViewport()

  // On from the far place, page after page, and back at once.
  await log(teacher).hover()
  const further = said(teacher, 'Сообщение 40090')
  while ((await further.count()) === 0) {
    await teacher.mouse.wheel(0, 700)
    await nextFrames(teacher)
  }
  await teacher.getByRole('button', { name: /Вниз/ }).click()
  await expect(said(teacher, 'Сообщение 100000')).toBeInViewport()
})

/** Holds the next page of older messages until it is let go. */
async function holdOlder(page: Page) {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>()
  let isAsked = false
  await page.route(/\/messages\?before=/, async (route) => {
    isAsked = true
    await released
    await route.continue()
  })
  return {
    isAsked: () => isAsked,
    release() {
      release(undefined)
    },
  }
}

type Frames = { frames: number; blank: number; most: number; isOver: boolean }

/** Of every frame: how much of what is seen of the messages no row covers. More than a tenth counts as blank. */
const watchFrames = (page: Page) =>
  log(page).evaluate((scroller) => {
    const seen: Frames = { frames: 0, blank: 0, most: 0, isOver: false }
    Object.assign(window, { seen })
    const look = () => {
      const { top, bottom } = scroller.getBoundingClientRect()
      const rows = [...scroller.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect())
      const covered = rows.reduce(
        (sum, row) => sum + Math.max(0, Math.min(row.bottom, bottom) - Math.max(row.top, top)),
        0,
      )
      const bare = Math.round(bottom - top - covered)
      seen.frames += 1
      seen.most = Math.max(seen.most, bare)
      if (bare > (bottom - top) / 10) seen.blank += 1
      if (!seen.isOver) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

/** As fast as a hand turns a wheel: once in three frames. */
const nextFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let left = 3
        const wait = () => {
          left -= 1
          if (left === 0) resolve()
          else requestAnimationFrame(wait)
        }
        requestAnimationFrame(wait)
      }),
  )

const framesOf = (page: Page) =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: Frames }
    seen.isOver = true
    return seen
  })
