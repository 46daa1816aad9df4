import { randomUUID } from 'node:crypto'
import type { Webinar, WebinarPerson, WebinarPlan } from '@kolosok/contract'
import { expect } from 'vitest'
import { createTasks } from '../src/tasks.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

export type Someone = Awaited<ReturnType<World['person']>>
type Asking = Pick<Someone, 'request'>
export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** An installation whose operator announces webinars; its clock is put where a test wants it, its letters are kept. */
export async function createWebinarWorld(start = '2026-12-01T09:00:00Z') {
  const time = { at: new Date(start) }
  const outbox = createOutbox()
  const world = await createWorld({ clock: () => time.at, outbox })
  const operator = await world.person({ isOperator: true })
  const usual = {
    title: 'Первые шаги',
    about: 'Чаты, звонки, объявления.',
    speaker: 'Ольга Викторовна, методист',
    kind: 'in-person',
    place: 'Дом учителя, зал 2',
    day: '2026-12-10',
    from: '15:00',
    until: '16:30',
    timeZone: 'Europe/Moscow',
    roles: ['admin', 'head', 'teacher'],
  }
  const ask = (who: Asking, method: 'GET' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    who.request({ method, url, ...(payload && { payload }) })
  const save = (given: object = {}, id: string = randomUUID()) =>
    ask(operator, 'PUT', `/api/operator/webinars/${id}`, { ...usual, ...given })
  const publish = (id: string, rev = 1) => ask(operator, 'PUT', `/api/operator/webinars/${id}/publication`, { rev })
  const get = (who: Asking, id: string) => ask(who, 'GET', `/api/webinars/${id}`)
  const register = (who: Asking, id: string, name = 'Иванова Мария Сергеевна') =>
    ask(who, 'PUT', `/api/webinars/${id}/registration`, { name })

  return {
    world,
    time,
    outbox,
    operator,
    usual,
    ask,
    save,
    publish,
    get,
    register,
    lookAfter: () => createTasks(world.context)['look-after-webinars']?.run({}),
    drafted: async (given: object = {}) => {
      const answer = await save(given)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<WebinarPlan>()
    },
    announced: async (given: object = {}) => {
      const { id } = (await save(given)).json<WebinarPlan>()
      const answer = await publish(id)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<WebinarPlan>()
    },
    seen: async (who: Asking, id: string) => (await get(who, id)).json<Webinar & { proposedName: string }>(),
    titlesOf: async (who: Asking) => {
      const { ahead, past } = (await ask(who, 'GET', '/api/webinars')).json<{ ahead: Webinar[]; past: Webinar[] }>()
      return { ahead: ahead.map(({ title }) => title), past: past.map(({ title }) => title) }
    },
    withdraw: (who: Asking, id: string) => ask(who, 'DELETE', `/api/webinars/${id}/registration`),
    cancel: (id: string, word = 'Болезнь ведущего') =>
      ask(operator, 'PUT', `/api/operator/webinars/${id}/cancellation`, { word }),
    remove: (id: string) => ask(operator, 'DELETE', `/api/operator/webinars/${id}`),
    peopleOf: async (id: string) =>
      (await ask(operator, 'GET', `/api/operator/webinars/${id}/people`)).json<{ people: WebinarPerson[] }>().people,
    /** Has an address for letters from now on. */
    mailTo: async ({ accountId }: Pick<Someone, 'accountId'>, email: string) => {
      await world.db.updateTable('account').where('id', '=', accountId).set({ email }).execute()
    },
  }
}
