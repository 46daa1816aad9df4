import { type CallId, type ChatId, type MessageId, type RecordingId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { World } from '../world.ts'
import type { Ids, People, Person } from './base.ts'
import { seedMessageReport } from './message-report-things.ts'

/** The group's chat with the teacher and the parent in it, a message of the parent, a poll and a call of the teacher. */
export async function seedTalk(
  world: World,
  people: People,
  { organizationId, groupId, memberships }: Omit<Ids, 'childId'>,
) {
  const chatId = newId<ChatId>()
  await world.db
    .insertInto('chat')
    .values({ id: chatId, organization_id: organizationId, kind: 'group', bound_to: 'group', bound_group_id: groupId })
    .execute()
  await seedMembers(world, chatId, people, { memberships })
  const [messageId, pollId] = [newId<MessageId>(), newId<MessageId>()]
  const url = `/api/chats/${chatId}/messages`
  const poll = { question: 'Когда?', options: ['Сегодня', 'Завтра'], isMultiple: false }
  await people.parent.request({ method: 'POST', url, payload: { id: messageId, text: 'Доброе утро' } })
  await people.teacher.request({ method: 'POST', url, payload: { id: pollId, poll } })
  const scheduledId = newId<MessageId>()
  await people.parent.request({
    method: 'PUT',
    url: `/api/chats/${chatId}/scheduled/${scheduledId}`,
    payload: { text: 'Мы завтра не придём', sendAt: new Date(Date.now() + 3600_000).toISOString() },
  })
  const callId = await seedCall(world, chatId, people)
  const participantId = await seedParticipant(world, callId, people.parent)
  const callRecordingId = await seedRecording(world, { organizationId, callId }, people.teacher)
  const messageReportId = await seedMessageReport(world, people, { chatId, messageId })
  return { messageReportId, chatId, messageId, pollId, scheduledId, callId, participantId, callRecordingId }
}

/** The teacher, who answers for the chat, and the parent. */
export async function seedMembers(
  world: World,
  chatId: ChatId,
  people: People,
  { memberships }: Pick<Ids, 'memberships'>,
) {
  for (const role of ['teacher', 'parent'] as const) {
    const place = { chat_id: chatId, account_id: people[role].accountId, membership_id: memberships[role] }
    const rights = {
      role: role === 'teacher' ? ('moderator' as const) : ('member' as const),
      is_staff: role === 'teacher',
    }
    await world.db
      .insertInto('chat_member')
      .values({ ...place, ...rights })
      .execute()
  }
}

/** The teacher's, as if LiveKit were here: without it nobody can start one. */
export async function seedCall({ db }: World, chatId: ChatId, { teacher }: People): Promise<CallId> {
  const { accountId } = teacher
  const [id, messageId, now] = [newId<CallId>(), newId<MessageId>(), new Date()]
  const record = {
    callId: id,
    startedAt: now.toISOString(),
    endedAt: null,
    outcome: null,
    participants: 0,
    isRecorded: false,
  }
  const { last_seq: seq, rev } = await db
    .updateTable('chat')
    .where('id', '=', chatId)
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1), rev: eb('rev', '+', 1) }))
    .returning(['last_seq', 'rev'])
    .executeTakeFirstOrThrow()
  const message = { id: messageId, chat_id: chatId, seq, rev, kind: 'call', author_id: accountId, text: '' } as const
  await db
    .insertInto('message')
    .values({ ...message, call: JSON.stringify(record) })
    .execute()
  const call = { id, chat_id: chatId, message_id: messageId, started_by: accountId, started_at: now, answered_at: now }
  await db.insertInto('call').values(call).execute()
  return id
}

/** As whom LiveKit knows them in the call. */
async function seedParticipant({ db }: World, callId: CallId, { accountId, sessionId }: Person) {
  const person = { call_id: callId, account_id: accountId, session_id: sessionId }
  const row = await db.insertInto('call_person').values(person).returning('participant_id').executeTakeFirstOrThrow()
  return row.participant_id
}

/** One that has stopped and is not ready yet. */
async function seedRecording(
  { db }: World,
  { organizationId, callId }: Pick<Ids, 'organizationId'> & { readonly callId: CallId },
  { accountId }: Person,
): Promise<RecordingId> {
  const [id, now] = [newId<RecordingId>(), new Date()]
  await db
    .insertInto('recording')
    .values({
      ...{ id, owner: 'call', room: callId, organization_id: organizationId, title: 'Чат группы', state: 'finishing' },
      ...{ started_by: accountId, started_at: now, stopped_at: now, stopped_for: 'asked' },
    })
    .execute()
  return id
}
