import type {
  BroadcastId,
  BroadcastMessageId,
  GroupId,
  OrganizationId,
  QuestionId,
  RecordingId,
} from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { World } from '../world.ts'

type Person = Awaited<ReturnType<World['person']>>

/** Of the group's administrator for its teacher and parents: one planned, one that is on with a question of the parent and a recording. */
export async function seedBroadcast(
  { db }: World,
  { admin, parent }: Record<'admin' | 'parent', Person>,
  { organizationId, groupId }: { organizationId: OrganizationId; groupId: GroupId },
) {
  const [broadcastId, liveId, questionId] = [newId<BroadcastId>(), newId<BroadcastId>(), newId<QuestionId>()]
  const payload = broadcastOf(groupId)
  for (const id of [broadcastId, liveId]) {
    const url = `/api/organizations/${organizationId}/broadcasts/${id}`
    await admin.request({ method: 'PUT', url, payload })
  }
  // As if LiveKit were here: without it nobody can begin.
  const now = new Date()
  await db
    .updateTable('broadcast')
    .where('id', '=', liveId)
    .set({ state: 'live', started_at: now, has_chat: true, chat_rev: 1 })
    .execute()
  const question = { id: questionId, broadcast_id: liveId, account_id: parent.accountId, text: 'Когда утренник?' }
  await db
    .insertInto('broadcast_question')
    .values({ ...question, asked_at: now })
    .execute()
  const broadcastMessageId = newId<BroadcastMessageId>()
  const message = { id: broadcastMessageId, broadcast_id: liveId, account_id: parent.accountId, text: 'Всем привет!' }
  await db
    .insertInto('broadcast_message')
    .values({ ...message, seq: 1, said_at: now })
    .execute()
  // The parent looks on.
  await db
    .insertInto('broadcast_person')
    .values({ broadcast_id: liveId, account_id: parent.accountId, session_id: parent.sessionId })
    .execute()
  const recordingId = newId<RecordingId>()
  await db
    .insertInto('recording')
    .values({
      ...{ id: recordingId, owner: 'broadcast', room: liveId, organization_id: organizationId, title: payload.title },
      ...{ state: 'finishing', started_by: admin.accountId, started_at: now, stopped_at: now, stopped_for: 'asked' },
    })
    .execute()
  return { broadcastId, liveId, questionId, broadcastMessageId, recordingId }
}

export const broadcastOf = (groupId: GroupId) => ({
  title: 'Родительское собрание',
  audience: { kind: 'groups', groupIds: [groupId] },
  plannedAt: new Date(Date.now() + 86_400_000).toISOString(),
})
