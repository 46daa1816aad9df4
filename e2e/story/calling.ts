import { type Page, test } from '@playwright/test'
import { framesDecoded, timeToFirstFrame } from '../actors/frames.ts'
import * as kindergarten from '../actors/kindergarten.ts'
import * as talking from '../actors/talking.ts'
import type { Stage } from '../actors/stage.ts'
import { lookAt } from '../fixtures/barriers.ts'
import { expect } from '../fixtures/test.ts'
import * as cast from './cast.ts'
import type { Founded } from './founding.ts'
import { CHILD, type Opened } from './opening.ts'

const room = (page: Page) => page.getByRole('region', { name: 'Звонок: Младшая' })

const idOf = async (page: Page): Promise<string> =>
  ((await (await page.request.get('/api/me')).json()) as { accountId: string }).accountId

/** Steps 19–21: the call, who was there, and the child that moves on. */
export async function callAndMove({ installation }: Stage, founded: Founded, opened: Opened): Promise<void> {
  const { teacher, therapist, mother, father } = opened
  const [teacherId, fatherId] = [await idOf(teacher), await idOf(father)]

  await test.step('19. The teacher calls; video both ways; the father is muted, removed, and refused', async () => {
    await installation.callsWork()
    await mother.getByRole('button', { name: 'Начать звонок' }).click()
    await expect(mother.getByText('Звонок в этом чате начинает педагог')).toBeVisible()
    await mother.keyboard.press('Escape')
    await teacher.getByRole('button', { name: 'Начать звонок' }).click()
    await room(teacher).getByRole('button', { name: 'Начать звонок' }).click()
    await expect(teacher.getByText('Пока здесь только вы.')).toBeVisible()
    for (const parent of [mother, father]) {
      const ring = parent.getByRole('alertdialog', { name: 'Звонок: Младшая' })
      await ring.getByRole('button', { name: 'Присоединиться' }).click()
      await expect(parent.locator('video')).toBeVisible()
      const firstFrame = timeToFirstFrame(parent, teacherId)
      await parent.getByRole('button', { name: 'Войти в звонок' }).click()
      const ms = String(Math.round(await firstFrame))
      test.info().annotations.push({ type: 'ms from the click to the first remote frame', description: ms })
      console.log(`  First remote frame after ${ms} ms`)
    }
    for (const page of [teacher, mother, father]) {
      await expect(page.locator('li[data-person] video')).toHaveCount(3)
      const before = await framesDecoded(page)
      await expect.poll(() => framesDecoded(page)).toBeGreaterThan(before + 10)
    }
    await lookAt(teacher, 'call')

    await room(teacher).getByRole('button', { name: 'Участники', exact: true }).click()
    await teacher.getByRole('button', { name: new RegExp(`Выключить микрофон: ${cast.father.given}`) }).click()
    await expect(father.getByText('Вам выключили микрофон')).toBeVisible()
    await teacher.getByRole('button', { name: new RegExp(`Удалить из звонка: ${cast.father.given}`) }).click()
    await teacher.getByRole('button', { name: 'Удалить', exact: true }).click()
    await expect(father.getByText('Вас удалили из звонка')).toBeVisible()
    await father.getByRole('button', { name: 'Закрыть' }).click()
    await expect(father.getByText('Вас из него удалили, войти снова нельзя.')).toBeVisible()
    const { calls } = (await (await father.request.get('/api/calls')).json()) as { calls: { id: string }[] }
    const again = await father.request.post(`/api/calls/${calls[0]?.id ?? ''}/token`, {
      headers: { origin: installation.url },
    })
    expect([again.status(), ((await again.json()) as { code: string }).code]).toEqual([403, 'removed-from-call'])
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
    await expect(mother.getByText('3 участника').last()).toBeVisible()
  })

  await test.step('21. The child moves: both parents are in «Старшая» and hear nothing more from «Младшая»', async () => {
    const { administrator, code } = founded
    await kindergarten.openGroup(administrator, code, 'Младшая')
    await kindergarten.moveChild(administrator, CHILD, 'Старшая')
    for (const parent of [mother, father]) {
      await expect(parent.getByText('Этого чата нет среди ваших')).toBeVisible()
      await parent.getByRole('link', { name: 'К списку чатов' }).first().click()
      await parent.getByRole('link', { name: /Старшая/ }).click()
    }
    const [mothersBefore, fathersBefore] = [opened.frames.mother.length, opened.frames.father.length]
    if (await teacher.getByRole('button', { name: 'Закрыть' }).isVisible())
      await teacher.getByRole('button', { name: 'Закрыть' }).click()
    await talking.write(teacher, 'Это только для «Младшей»')
    await expect(teacher.getByRole('img', { name: 'Отправляется' })).toHaveCount(0)
    // What comes later through the same sockets shows that the earlier did not come.
    await therapist.goto('/chats')
    await therapist.getByRole('link', { name: /Старшая/ }).click()
    await talking.write(therapist, 'Рады вам в «Старшей»')
    for (const parent of [mother, father]) await talking.expectOnce(parent, 'Рады вам в «Старшей»')
    const after = [...opened.frames.mother.slice(mothersBefore), ...opened.frames.father.slice(fathersBefore)]
    expect(after.filter((frame) => frame.includes(opened.chat))).toEqual([])
    expect((await mother.request.get(`/api/chats/${opened.chat}`)).status()).toBe(404)
    await lookAt(mother, 'chat-moved')
  })
}
