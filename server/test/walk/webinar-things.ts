import { randomUUID } from 'node:crypto'
import type { World } from '../world.ts'

/** Of the operator, for administrators, heads and teachers: one that is announced, with the teacher registered. */
export async function seedWebinar({ operator, teacher }: Record<'operator' | 'teacher', Pick<World, 'request'>>) {
  const webinarId = randomUUID()
  const url = `/api/operator/webinars/${webinarId}`
  await operator.request({ method: 'PUT', url, payload: webinarOf() })
  await operator.request({ method: 'PUT', url: `${url}/publication`, payload: { rev: 1 } })
  const payload = { name: 'Иванова Мария Сергеевна' }
  await teacher.request({ method: 'PUT', url: `/api/webinars/${webinarId}/registration`, payload })
  return { webinarId }
}

export const webinarOf = () => ({
  title: 'Первые шаги',
  kind: 'in-person',
  place: 'Дом учителя, зал 2',
  day: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  from: '10:00',
  until: '12:00',
  timeZone: 'Europe/Moscow',
  roles: ['admin', 'head', 'teacher'],
})
