import type { Page } from '@playwright/test'
import { framesDecoded, keepConnections, timeToFirstFrame } from './actors/frames.ts'
import { seedGroupChat, signIn, type Somebody } from './fixtures/group-chat.ts'
import { barriers } from './fixtures/barriers.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

test('a teacher calls the group, both parents join, one is muted and removed for good', async ({
  installation,
  open,
}, info) => {
  test.setTimeout(240_000)
  await installation.callsWork()
  const { id, teacher, parents } = await seedGroupChat(installation)
  const [mother, father] = parents as [Somebody, Somebody]
  const into = async (who: Somebody, device?: 'phone' | 'desktop'): Promise<Page> => {
    const page = await open(device)
    page.setDefaultTimeout(15_000)
    await page.addInitScript(keepConnections)
    await signIn(page, installation.url, who)
    await page.goto(`/chats/${id}`)
    return page
  }
  const [hers, mothers, fathers] = [await into(teacher), await into(mother, 'phone'), await into(father)]

  await test.step('a parent may not start one, and is told why', async () => {
    await mothers.getByRole('button', { name: 'Начать звонок' }).click()
    await expect(mothers.getByText('Звонок в этом чате начинает педагог')).toBeVisible()
    await mothers.keyboard.press('Escape')
  })

  await test.step('the teacher sees herself first, then starts', async () => {
    await hers.getByRole('button', { name: 'Начать звонок' }).click()
    await expect(hers.locator('video')).toBeVisible()
    expect(await barriersInCall(hers)).toEqual([])
    await shot(hers, 'call-check')
    await room(hers).getByRole('button', { name: 'Начать звонок' }).click()
    await expect(hers.getByText('Пока здесь только вы.')).toBeVisible()
  })

  await test.step('it rings softly, and the mother joins: a face is there at once', async () => {
    const ring = mothers.getByRole('alertdialog', { name: 'Звонок: Младшая группа' })
    await expect(ring).toBeVisible()
    await shot(mothers, 'call-ring')
    await ring.getByRole('button', { name: 'Присоединиться' }).click()
    await expect(mothers.locator('video')).toBeVisible()
    const firstFrame = timeToFirstFrame(mothers, teacher.name)
    await mothers.getByRole('button', { name: 'Войти в звонок' }).click()
    const ms = await firstFrame
    info.annotations.push({ type: 'click → first remote frame', description: `${String(Math.round(ms))} ms` })
    console.log(`click → first remote frame: ${String(Math.round(ms))} ms`)
  })

  await test.step('the father joins by the banner', async () => {
    await fathers.getByRole('status').getByRole('button', { name: 'Присоединиться' }).click()
    await fathers.getByRole('button', { name: 'Войти в звонок' }).click()
  })

  await test.step('video flows both ways: frames are decoded, and more and more of them', async () => {
    for (const page of [hers, mothers, fathers]) {
      await expect(page.locator('li[data-person] video')).toHaveCount(3)
      const before = await framesDecoded(page)
      await expect.poll(() => framesDecoded(page)).toBeGreaterThan(before + 10)
    }
    await shot(hers, 'call-room')
    await shot(mothers, 'call-room-parent')
    expect(await barriersInCall(hers)).toEqual([])
  })

  await test.step('reading the chat meanwhile, the call becomes a bar', async () => {
    await mothers.keyboard.press('Escape')
    await expect(mothers.getByText('Вы в этом звонке')).toBeVisible()
    await shot(mothers, 'call-bar')
    await mothers.getByRole('button', { name: 'Развернуть звонок' }).click()
  })

  await test.step('the teacher mutes the father, who is told', async () => {
    await room(hers).getByRole('button', { name: 'Участники', exact: true }).click()
    await shot(hers, 'call-people')
    await hers.getByRole('button', { name: `Выключить микрофон: ${father.name}` }).click()
    await expect(fathers.getByText('Вам выключили микрофон')).toBeVisible()
    await expect(fathers.getByRole('button', { name: 'Включить микрофон (M)' })).toBeVisible()
  })

  await test.step('and removes him for good', async () => {
    await hers.getByRole('button', { name: `Удалить из звонка: ${father.name}` }).click()
    await hers.getByRole('button', { name: 'Удалить', exact: true }).click()
    await expect(fathers.getByText('Вас удалили из звонка')).toBeVisible()
    await fathers.getByRole('button', { name: 'Закрыть' }).click()
    await expect(fathers.getByText('Вас из него удалили, войти снова нельзя.')).toBeVisible()
    await expect(hers.getByRole('listitem', { name: new RegExp(`^${father.name}`) })).toHaveCount(0)

    const { calls } = (await (await fathers.request.get('/api/calls')).json()) as { calls: { id: string }[] }
    const again = await fathers.request.post(`/api/calls/${calls[0]?.id ?? ''}/token`, {
      headers: { origin: installation.url },
    })
    expect([again.status(), await again.json()]).toEqual([403, expect.objectContaining({ code: 'removed-from-call' })])
  })

  await test.step('the attendance says who was there, from when to when', async () => {
    await hers.getByRole('button', { name: 'Кто был и сколько' }).click()
    const list = hers.getByRole('dialog', { name: 'Кто был на звонке' })
    await expect(list.locator('[data-person]')).toHaveCount(3)
    await expect(list.locator(`[data-person="${father.id}"]`)).toContainText('удалён из звонка')
    await expect(list.locator(`[data-person="${father.id}"]`)).toContainText(/\d\d:\d\d–\d\d:\d\d/)
    await shot(hers, 'call-attendance')
    await hers.keyboard.press('Escape')
  })

  await test.step('a connection that breaks comes back by itself', async () => {
    await mothers.context().setOffline(true)
    await mothers.context().setOffline(false)
    const before = await framesDecoded(mothers)
    await expect.poll(() => framesDecoded(mothers)).toBeGreaterThan(before + 10)
  })

  await test.step('ended for all, it leaves its record in the chat', async () => {
    await hers.getByRole('button', { name: 'Выйти или завершить' }).click()
    await hers.getByRole('menuitem', { name: 'Завершить для всех' }).click()
    await hers.getByRole('button', { name: 'Завершить', exact: true }).click()
    await expect(mothers.getByText('Звонок завершён')).toBeVisible()
    await mothers.getByRole('button', { name: 'Закрыть' }).click()
    await expect(mothers.getByText('3 участника').last()).toBeVisible()
    await shot(hers, 'call-record')
  })
})

const room = (page: Page) => page.getByRole('region', { name: 'Звонок: Младшая группа' })

const barriersInCall = (page: Page) => barriers(page, 'section[aria-label^="Звонок"]')
