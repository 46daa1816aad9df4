import {
  daysLater,
  meetingAttendanceEndpoints,
  meetingEndpoints,
  type MeetingGuestId,
  type MeetingId,
  meetingProtocolEndpoints,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import { backdateMeeting, holdCall } from './held.store.ts'
import type { Speakers } from './staffing.ts'

const [HELD, DAYS_AGO]: [GroupName, number] = ['Старшая', 12]

/** In the hall and by a call; the teacher ticked who sat there, a grandmother among them. */
export async function holdMeeting(
  context: Context,
  { organizationId, groupIds }: Founded,
  speakers: Speakers,
): Promise<void> {
  const groupId = groupIds.get(HELD)
  const teacher = speakers.get('Белова')
  if (!teacher || !groupId) throw new Error('Nobody to have met')
  const today = context.clock().toISOString().slice(0, 10)
  const meetingId = newId<MeetingId>()
  const call = teacher.visitor.call
  await call(meetingEndpoints.plan, {
    params: { organizationId, meetingId },
    body: {
      title: 'Как мы готовимся к школе',
      agenda: ['Что умеет ребёнок шести лет', 'Занятия в кружках со второго полугодия', 'Разное'],
      kind: 'hybrid',
      place: 'Музыкальный зал',
      day: daysLater(today, 1),
      from: '18:00',
      until: '19:00',
      audience: { kind: 'groups', groupIds: [groupId] },
    },
  })
  await call(meetingEndpoints.enter, { params: { meetingId } })
  const startsAt = new Date(`${daysLater(today, -DAYS_AGO)}T15:00:00Z`)
  await backdateMeeting(context.db, meetingId, startsAt)
  await holdCall(context.db, meetingId)
  const { people } = await call(meetingAttendanceEndpoints.list, { params: { meetingId }, query: { who: 'away' } })
  for (const { unitId } of people.filter((_, at) => at % 3 > 0)) {
    await call(meetingAttendanceEndpoints.mark, { params: { meetingId, unitId }, body: { mark: 'room' } })
  }
  const guestId = newId<MeetingGuestId>()
  const params = { meetingId, guestId }
  await call(meetingAttendanceEndpoints.saveGuest, { params, body: { name: 'Бабушка Егора, Нина Павловна' } })

  await call(meetingProtocolEndpoints.write, { params: { meetingId }, body: protocol })
  await call(meetingProtocolEndpoints.sign, { params: { meetingId }, body: { rev: 1 } })
}

const protocol = {
  number: '2',
  chair: 'Белова Ирина Олеговна',
  secretary: 'Быкова Алла Николаевна',
  items: [
    {
      topic: 'Что умеет ребёнок шести лет',
      heard: 'Белова И. О. рассказала, чему дети учатся в старшей группе и что важно до школы.',
      decided: '- читать с детьми дома каждый вечер\n- раз в месяц показывать родителям, что получается',
    },
    {
      topic: 'Занятия в кружках со второго полугодия',
      heard: 'Предложены шахматы и хор.',
      decided: 'Открыть хор с января.',
      votes: { for: 13, against: 1, abstained: 2 },
    },
  ],
  rev: 0,
}
