import { noticeEndpoints, type NoticeId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import type { Speaker, Speakers } from './staffing.ts'

const DAY_MS = 24 * 3600 * 1000
const OUTING: GroupName = 'Младшая'

/** An outing that parents agree to, child by child, and a paper for the staff: both half answered. */
export async function announce(context: Context, founded: Founded, speakers: Speakers): Promise<void> {
  const { organizationId, groupIds, administrator } = founded
  const deadline = new Date(context.clock().getTime() + 3 * DAY_MS)
  deadline.setUTCHours(15, 0, 0, 0)
  const deadlineAt = deadline.toISOString()
  const teacher = speakers.get('Лебедева')
  const groupId = groupIds.get(OUTING)
  if (!teacher || !groupId) throw new Error('Nobody to announce the outing')

  const outing = newId<NoticeId>()
  await teacher.visitor.call(noticeEndpoints.write, {
    params: { organizationId, noticeId: outing },
    body: {
      title: 'Едем в кукольный театр 11 декабря',
      text: 'Выезжаем в 9:30 на автобусе, вернёмся к обеду. С детьми едут воспитатель и два сопровождающих. Вы согласны?',
      asks: 'agree',
      per: 'child',
      audience: { kind: 'groups', groupIds: [groupId] },
      deadlineAt,
    },
  })
  const parents = [...speakers.values()].filter((one) => one !== teacher && one.groups.join() === OUTING)
  for (const [index, parent] of everyThird(parents.slice(2))) await answer(parent, outing, index === 6 ? 1 : 0)

  const hours = newId<NoticeId>()
  await administrator.call(noticeEndpoints.write, {
    params: { organizationId, noticeId: hours },
    body: {
      title: 'График дежурств на декабрь',
      text: 'График висит в методическом кабинете. Посмотрите свои дни; меняемся до пятницы.',
      asks: 'acknowledge',
      audience: { kind: 'staff', groupIds: [] },
      deadlineAt,
    },
  })
  const staff = ['Лебедева', 'Назаров', 'Орлова'].flatMap((name) => speakers.get(name) ?? [])
  for (const colleague of staff) await answer(colleague, hours, 0)
}

const everyThird = (people: readonly Speaker[]) => [...people.entries()].filter(([index]) => index % 3 === 0)

async function answer({ visitor }: Speaker, noticeId: NoticeId, choice: number): Promise<void> {
  const { units, version } = await visitor.call(noticeEndpoints.get, { params: { noticeId } })
  const open = units.find((unit) => unit.answer === null)
  if (!open) return
  await visitor.call(noticeEndpoints.answer, { params: { noticeId, unitId: open.id }, body: { version, choice } })
}
