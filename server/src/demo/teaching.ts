import { daysLater, lessonTaskEndpoints, materialEndpoints, meetingEndpoints, type MeetingId } from '@kolosok/contract'
import { keepAllAttendance } from '#meetings/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import { backdateMeeting, holdCall } from './held.store.ts'
import type { Speakers } from './staffing.ts'

const GROUP: GroupName = 'Средняя'

/** Lessons of a group: two that were held, one by a call; one to come, with its materials. */
export async function teach(
  context: Context,
  { organizationId, groupIds }: Founded,
  speakers: Speakers,
): Promise<void> {
  const teacher = speakers.get('Орлова')
  const groupId = groupIds.get(GROUP)
  if (!teacher || !groupId) throw new Error('Nobody to teach')
  const { call } = teacher.visitor
  const { shelves } = await call(materialEndpoints.list, { params: { organizationId } })
  const folderId = shelves.flatMap(({ folders }) => folders).find(({ title }) => title === 'Поделки дома')?.id ?? null
  const today = context.clock().toISOString().slice(0, 10)
  const plan = async (title: string, kind: 'online' | 'in-person', inDays: number, ledBy = '') => {
    const meetingId = newId<MeetingId>()
    await call(meetingEndpoints.plan, {
      params: { organizationId, meetingId },
      body: {
        title,
        kind,
        place: kind === 'online' ? '' : 'Групповая комната',
        day: daysLater(today, inDays),
        from: '17:00',
        until: '18:00',
        audience: { kind: 'groups', groupIds: [groupId] },
        lesson: { programme: PROGRAMME, folderId, ledBy },
      },
    })
    return meetingId
  }
  const at = (days: number) => new Date(`${daysLater(today, -days)}T14:00:00Z`)
  const online = await plan('Кто зимует рядом с нами', 'online', 1)
  await call(meetingEndpoints.enter, { params: { meetingId: online } })
  await backdateMeeting(context.db, online, at(6))
  await holdCall(context.db, online)
  await backdateMeeting(
    context.db,
    await plan('Осень в красках', 'in-person', 1, 'Нечаева Ольга Борисовна, художник'),
    at(13),
  )
  // Now, rather than within a minute: whoever opens the lessons of the year first sees them.
  await keepAllAttendance(context)
  await plan('Снежинка из бумаги', 'online', 4)
  await giveHomework(speakers, online, daysLater(today, 3))
}

/** One family has done it, and its teacher has not looked yet; the others have it before them. */
async function giveHomework(speakers: Speakers, meetingId: MeetingId, dueDay: string): Promise<void> {
  const [teacher, mother] = [speakers.get('Орлова')?.visitor, speakers.get('мама Веры')?.visitor]
  if (!teacher || !mother) throw new Error('Nobody to give homework to')
  const text =
    'Нарисуйте вместе птицу, которая зимует рядом с вашим домом, и пришлите фотографию рисунка. Расскажите в двух словах, чем вы её угощаете.'
  await teacher.call(lessonTaskEndpoints.set, { params: { meetingId }, body: { text, dueDay, rev: 0 } })
  const { works } = await mother.call(lessonTaskEndpoints.get, { params: { meetingId } })
  for (const { childId } of works) {
    await mother.call(lessonTaskEndpoints.hand, {
      params: { meetingId, childId },
      body: { text: 'Вера нарисовала синицу. Кормушка висит за окном, сыплем семечки.', rev: 0 },
    })
  }
}

const PROGRAMME = 'От рождения до школы'
