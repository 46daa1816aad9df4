import { type Page, test } from '@playwright/test'
import { read, refusal, statusOf } from '../actors/answers.ts'
import { framesDecoded, framesOf, timeToFirstFrame } from '../actors/frames.ts'
import * as kindergarten from '../actors/kindergarten.ts'
import * as talking from '../actors/talking.ts'
import type { Stage } from '../actors/stage.ts'
import { lookAt } from '../fixtures/barriers.ts'
import { expect } from '../fixtures/test.ts'
import * as cast from './cast.ts'
import type { Founded } from './founding.ts'
import { CHILD, type Opened } from './opening.ts'

const room = (page: Page) => page.getByRole('region', { name: 'Звонок: Младшая' })

type Stay = { readonly from: number; readonly until: number }
type Attendance = {
  people: { accountId: string; isRemoved: boolean; visits: { joinedAt: string; leftAt: string }[] }[]
}

const idOf = async (page: Page): Promise<string> => (await read<{ accountId: string }>(page, '/api/me')).accountId

/** LiveKit counts in whole seconds. */
const ROUNDING_MS = 1_000

/** Everybody's time lies within what was seen from outside: from their click to their last sight of the room. */
async function expectAttendance(page: Page, call: string, noted: Readonly<Record<string, Stay>>): Promise<void> {
  const { people } = await read<Attendance>(page, `/api/calls/${call}/attendance`)
  expect(people.map(({ accountId }) => accountId).sort()).toEqual(Object.keys(noted).sort())
  expect(people.filter(({ isRemoved }) => isRemoved)).toHaveLength(1)
  for (const { accountId, visits } of people) {
    const { from, until } = noted[accountId] ?? { from: 0, until: 0 }
    expect(visits).not.toHaveLength(0)
    for (const { joinedAt, leftAt } of visits) {
      expect(Date.parse(joinedAt)).toBeGreaterThanOrEqual(from - ROUNDING_MS)
      expect(Date.parse(leftAt)).toBeLessThanOrEqual(until + ROUNDING_MS)
      expect(Date.parse(leftAt)).toBeGreaterThan(Date.parse(joinedAt))
    }
  }
}

/** Steps 19–21: the call, who was there, and the child that moves on. */
export async function callAndMove({ installation }: Stage, founded: Founded, opened: Opened): Promise<void> {
  const { teacher, therapist, mother, father, heard, chat } = opened
  const [teacherId, motherId, fatherId] = [await idOf(teacher), await idOf(mother), await idOf(father)]
  const noted: Record<string, Stay> = {}
  const enter = (id: string) => (noted[id] = { from: Date.now(), until: 0 })
  const leave = (...ids: string[]) => {
    for (const id of ids) noted[id] = { from: noted[id]?.from ?? 0, until: Date.now() }
  }

  let call = ''
  await test.step('19. The teacher calls; video both ways; the father is muted, removed, and refused', async () => {
    await installation.callsWork()
    await mother.getByRole('button', { name: 'Начать звонок' }).click()
    await expect(mother.getByText('Звонок в этом чате начинает педагог')).toBeVisible()
    await mother.keyboard.press('Escape')
    await teacher.getByRole('button', { name: 'Начать звонок' }).click()
    enter(teacherId)
    await room(teacher).getByRole('button', { name: 'Начать звонок' }).click()
    await expect(teacher.getByText('Пока здесь только вы.')).toBeVisible()
    for (const [id, parent] of [
      [motherId, mother],
      [fatherId, father],
    ] as const) {
      const ring = parent.getByRole('alertdialog', { name: 'Звонок: Младшая' })
      await ring.getByRole('button', { name: 'Присоединиться' }).click()
      await expect(parent.locator('video')).toBeVisible()
      const firstFrame = timeToFirstFrame(parent, cast.teacher.given)
      enter(id)
      await parent.getByRole('button', { name: 'Войти в звонок' }).click()
      const ms = String(Math.round(await firstFrame))
      test.info().annotations.push({ type: 'ms from the click to the first remote frame', description: ms })
      console.log(`  First remote frame after ${ms} ms`)
    }
    for (const page of [teacher, mother, father]) {
      await expect(page.locator('li[data-person] video')).toHaveCount(3)
      const [decoded, shown] = [await framesDecoded(page), await framesOf(page)]
      await expect.poll(() => framesDecoded(page)).toBeGreaterThan(decoded + 10)
      expect(Object.keys(shown)).toHaveLength(3)
      for (const [who, frames] of Object.entries(shown))
        await expect.poll(async () => (await framesOf(page))[who]).toBeGreaterThan(frames + 5)
    }
    await lookAt(teacher, 'call')

    await room(teacher).getByRole('button', { name: 'Участники', exact: true }).click()
    await teacher.getByRole('button', { name: new RegExp(`Выключить микрофон: ${cast.father.given}`) }).click()
    await expect(father.getByText('Вам выключили микрофон')).toBeVisible()
    for (const page of [teacher, mother])
      await expect(page.getByRole('listitem', { name: /^Пётр.*микрофон выключен/ })).toBeVisible()
    await teacher.getByRole('button', { name: new RegExp(`Удалить из звонка: ${cast.father.given}`) }).click()
    await teacher.getByRole('button', { name: 'Удалить', exact: true }).click()
    await expect(father.getByText('Вас удалили из звонка')).toBeVisible()
    leave(fatherId)
    await father.getByRole('button', { name: 'Закрыть' }).click()
    await expect(father.getByText('Вас из него удалили, войти снова нельзя.')).toBeVisible()
    call = (await read<{ calls: { id: string }[] }>(father, '/api/calls')).calls[0]?.id ?? ''
    const again = await father.request.post(`/api/calls/${call}/token`, {
      headers: { origin: installation.url },
    })
    expect(await refusal(again)).toEqual([403, 'removed-from-call'])
  })

  await test.step('20. The attendance matches', async () => {
    await teacher.getByRole('button', { name: 'Кто был и сколько' }).click()
    const list = teacher.getByRole('dialog', { name: 'Кто был на звонке' })
    await expect(list.locator('[data-person]')).toHaveCount(3)
    await expect(list.locator(`[data-person="${fatherId}"]`)).toContainText('удалён из звонка')
    await expect(list.locator(`[data-person="${fatherId}"]`)).toContainText(/\d\d:\d\d–\d\d:\d\d/)
    await teacher.keyboard.press('Escape')
    await teacher.getByRole('button', { name: 'Выйти или завершить' }).click()
    await teacher.getByRole('menuitem', { name: 'Завершить для всех' }).click()
    await teacher.getByRole('button', { name: 'Завершить', exact: true }).click()
    await expect(mother.getByText('Звонок завершён')).toBeVisible()
    await mother.getByRole('button', { name: 'Закрыть' }).click()
    leave(motherId, teacherId)
    await expect(mother.getByText('3 участника').last()).toBeVisible()
    await expectAttendance(teacher, call, noted)
  })

  await test.step('21. The child moves: both parents are in «Старшая» and hear nothing more from «Младшая»', async () => {
    const { administrator, code } = founded
    await kindergarten.openGroup(administrator, code, 'Младшая')
    const sockets = [heard.mother, heard.father].map((one) => ({ ...one, before: one.opened() }))
    await kindergarten.moveChild(administrator, CHILD, 'Старшая')
    for (const parent of [mother, father]) await expect(parent.getByText('Этого чата нет среди ваших')).toBeVisible()
    const since = sockets.map(({ frames }) => frames.length)
    if (await teacher.getByRole('button', { name: 'Закрыть' }).isVisible())
      await teacher.getByRole('button', { name: 'Закрыть' }).click()
    await talking.write(teacher, 'Это только для «Младшей»')
    await expect(teacher.getByRole('img', { name: 'Отправляется' })).toHaveCount(0)

    for (const parent of [mother, father]) {
      await parent.getByRole('link', { name: 'К списку чатов' }).first().click()
      await expect(parent.getByRole('link', { name: /Младшая/ })).toHaveCount(0)
      await parent.getByRole('link', { name: /Старшая/ }).click()
    }
    // What comes later through the same sockets shows that the earlier did not come.
    await therapist.goto('/chats')
    await therapist.getByRole('link', { name: /Старшая/ }).click()
    await talking.write(therapist, 'Рады вам в «Старшей»')
    for (const parent of [mother, father]) {
      await talking.expectOnce(parent, 'Рады вам в «Старшей»')
      expect(await statusOf(parent, `/api/chats/${chat}`)).toBe(404)
    }
    for (const [index, { frames, opened, before }] of sockets.entries()) {
      expect(opened()).toBe(before)
      expect(frames.slice(since[index]).filter((frame) => frame.includes(chat))).toEqual([])
      expect(frames.some((frame) => frame.includes('Рады вам в «Старшей»'))).toBe(true)
    }
    await lookAt(mother, 'chat-moved')
  })
}
