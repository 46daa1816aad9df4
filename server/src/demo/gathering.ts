import { type Comes, daysLater, guestLinkEndpoints, meetingEndpoints, type MeetingId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { GroupName } from './families.ts'
import type { Founded } from './founding.ts'
import { holdMeeting } from './holding.ts'
import type { Speaker, Speakers } from './staffing.ts'

const MEETING: GroupName = 'Младшая'

/** A parents' meeting next week, half answered, the staff's council each second week, and one that was held. */
export async function gather(context: Context, founded: Founded, speakers: Speakers): Promise<void> {
  const { organizationId, groupIds, administrator } = founded
  const teacher = speakers.get('Лебедева')
  const groupId = groupIds.get(MEETING)
  if (!teacher || !groupId) throw new Error('Nobody to meet')
  const today = context.clock().toISOString().slice(0, 10)

  const meetingId = newId<MeetingId>()
  await teacher.visitor.call(meetingEndpoints.plan, {
    params: { organizationId, meetingId },
    body: {
      title: 'Родительское собрание',
      agenda: ['Новогодний утренник: роли и костюмы', 'Как одевать детей на прогулку зимой', 'Разное'],
      kind: 'hybrid',
      place: 'Музыкальный зал',
      day: daysLater(today, 7),
      from: '18:00',
      until: '19:00',
      audience: { kind: 'groups', groupIds: [groupId] },
    },
  })
  const parents = [...speakers.values()].filter((one) => one !== teacher && one.groups.join() === MEETING)
  const answers: readonly Comes[] = ['yes', 'yes', 'perhaps', 'yes', 'no']
  for (const [index, answer] of answers.entries()) {
    const parent = parents[2 + index * 2]
    if (parent) await say(parent, meetingId, answer)
  }

  await administrator.call(meetingEndpoints.plan, {
    params: { organizationId, meetingId: newId<MeetingId>() },
    body: {
      title: 'Педагогический час',
      agenda: ['Планы на неделю', 'Вопросы от групп'],
      kind: 'in-person',
      place: 'Методический кабинет',
      day: daysLater(today, 3),
      from: '13:30',
      until: '14:15',
      audience: { kind: 'staff' },
      series: { repeats: 'fortnightly', untilDay: daysLater(today, 60) },
    },
  })
  await inviteGuest(founded, speakers, daysLater(today, 10))
  await holdMeeting(context, founded, speakers)
}

/** Families come one by one, and a psychologist who has no account by a link. */
async function inviteGuest({ organizationId, groupIds }: Founded, speakers: Speakers, day: string): Promise<void> {
  const teacher = speakers.get('Белова')?.visitor
  const groupId = groupIds.get('Старшая' satisfies GroupName)
  if (!teacher || !groupId) throw new Error('Nobody to invite')
  const meetingId = newId<MeetingId>()
  await teacher.call(meetingEndpoints.plan, {
    params: { organizationId, meetingId },
    body: {
      title: 'Вопросы психологу: готовы ли мы к школе',
      agenda: ['Рассказ гостя: что важнее букв и счёта', 'Вопросы семей, по одной'],
      kind: 'online',
      hasWaitingRoom: true,
      day,
      from: '19:00',
      until: '20:00',
      audience: { kind: 'groups', groupIds: [groupId] },
    },
  })
  await teacher.call(guestLinkEndpoints.save, { params: { meetingId }, body: { maxGuests: 1 } })
}

async function say({ visitor }: Speaker, meetingId: MeetingId, answer: Comes): Promise<void> {
  const { startsAt } = await visitor.call(meetingEndpoints.get, { params: { meetingId } })
  await visitor.call(meetingEndpoints.answer, { params: { meetingId }, body: { answer, startsAt } })
}
