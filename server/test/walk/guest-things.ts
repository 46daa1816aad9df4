import { createHash, randomBytes } from 'node:crypto'
import type { CallId, ChatId, GuestId, GuestLinkId, MeetingId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { World } from '../world.ts'
import type { Ids, People } from './base.ts'
import { seedCall, seedMembers } from './talk-things.ts'

const HOUR_MS = 3_600_000
const hashOf = (text: string) => createHash('sha256').update(text).digest()

/** A call of the teacher for a meeting with a waiting room; a guest who has been let in, and one who waits. */
export async function seedGuests(world: World, people: People, ids: Omit<Ids, 'childId'>) {
  const { db } = world
  const { organizationId } = ids
  const [chatId, meetingId, linkId] = [newId<ChatId>(), newId<MeetingId>(), newId<GuestLinkId>()]
  const title = 'Собрание с гостем'
  await db.insertInto('chat').values({ id: chatId, organization_id: organizationId, kind: 'group', title }).execute()
  await seedMembers(world, chatId, people, ids)
  const now = Date.now()
  const times = { starts_at: new Date(now - HOUR_MS), ends_at: new Date(now + HOUR_MS) }
  const meeting = { id: meetingId, organization_id: organizationId, organizer_id: people.teacher.accountId, title }
  await db
    .insertInto('meeting')
    .values({ ...meeting, ...times, kind: 'online', chat_id: chatId, has_waiting_room: true })
    .execute()
  const meetingCallId: CallId = await seedCall(world, chatId, people)
  const [guestToken, at] = [newId(), new Date(now)]
  const made = { made_by: people.teacher.accountId, made_at: at, max_guests: 50 }
  await db
    .insertInto('guest_link')
    .values({ id: linkId, meeting_id: meetingId, token_hash: hashOf(guestToken), ...made })
    .execute()
  const guestOf = async (name: string, standing: object) => {
    const [id, key] = [newId<GuestId>(), randomBytes(32).toString('base64url')]
    const guest = { id, link_id: linkId, meeting_id: meetingId, key_hash: hashOf(key), name, came_at: at }
    await db
      .insertInto('guest')
      .values({ ...guest, seen_at: at, ...standing })
      .execute()
    return { id, key }
  }
  const letIn = { call_id: meetingCallId, let_in_at: at, let_in_by: people.teacher.accountId }
  const { id: guestId, key: guestKey } = await guestOf('Анна', letIn)
  const { id: waitingGuestId } = await guestOf('Пётр', {})
  return { meetingCallId, guestToken, guestId, guestKey, waitingGuestId }
}
