import type { Page } from '@playwright/test'
import { joinCall, openGroupChat, stage, startCall } from './fixtures/group-call.ts'
import { shot } from './fixtures/shot.ts'
import { expect, test } from './fixtures/test.ts'

test('LiveKit and then the server are killed in the middle: the call comes back by itself, attendance stays true', async ({
  installation,
  open,
}) => {
  test.setTimeout(300_000)
  const { chat, mother, enter } = await openGroupChat(installation, open)
  const [hers, mothers] = [await enter(chat.teacher), await enter(mother, 'phone')]
  await startCall(hers)
  await joinCall(mothers)
  /** Both are seen, and the other one moves; however long the way back took. */
  const flows = async (page: Page) => {
    const videos = stage(page).locator('li[data-person] video')
    const time = () => videos.evaluateAll((all) => (all.length === 2 ? (all[0] as HTMLVideoElement).currentTime : -1))
    await expect.poll(time, { timeout: 90_000 }).toBeGreaterThan(-1)
    const before = await time()
    const hasMoved = async () => {
      const now = await time()
      return now >= 0 && Math.abs(now - before) > 0.5
    }
    await expect.poll(hasMoved, { timeout: 90_000 }).toBe(true)
  }
  await flows(mothers)

  await test.step('LiveKit', async () => {
    const at = Date.now()
    await installation.killLivekit()
    await expect(mothers.getByText('Связь прервалась.')).toBeVisible()
    await shot(mothers, 'call-reconnecting')
    await expect(mothers.getByText('Связь прервалась.')).toHaveCount(0, { timeout: 60_000 })
    await flows(mothers)
    await flows(hers)
    console.log(`LiveKit killed → both see each other again: ${String(Date.now() - at)} ms`)
  })

  await test.step('the server', async () => {
    const at = Date.now()
    await installation.kill()
    await installation.start()
    await installation.callsWork()
    console.log(`the server is back after ${String(Date.now() - at)} ms`)
    await expect(mothers.getByText('Связь прервалась.')).toHaveCount(0, { timeout: 60_000 })
    await flows(mothers)
    await flows(hers)
    console.log(`the server killed → both see each other again: ${String(Date.now() - at)} ms`)
  })

  await test.step('the attendance covers the whole call, with its gaps', async () => {
    await hers.getByRole('button', { name: 'Участники', exact: true }).click()
    await hers.getByRole('button', { name: 'Кто был и сколько' }).click()
    const list = hers.getByRole('dialog', { name: 'Кто был на звонке' })
    await expect(list.locator('[data-person]')).toHaveCount(2)
    await shot(hers, 'call-attendance-after-restarts')
    const { calls } = (await (await hers.request.get('/api/calls')).json()) as { calls: { id: string }[] }
    const answer = await hers.request.get(`/api/calls/${calls[0]?.id ?? ''}/attendance`)
    const { people } = (await answer.json()) as {
      people: { visits: { joinedAt: string; leftAt: string | null }[] }[]
    }
    console.log(JSON.stringify(people))
    for (const { visits } of people) {
      expect(visits.filter(({ leftAt }) => leftAt === null)).toHaveLength(1)
      expect(visits.at(-1)?.leftAt).toBeNull()
    }
  })
})
