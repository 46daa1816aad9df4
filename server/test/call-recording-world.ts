import type { Call, ChatId } from '@kolosok/contract'
import { caller } from './call-world.ts'
import { JUST_BEFORE } from './guest-world.ts'
import { createMeetingWorld, type MeetingGarden, type MeetingWorld } from './meeting-world.ts'
import { seedReady } from './recording-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
export type Someone = Awaited<ReturnType<MeetingGarden['teacher']>>

/** LiveKit is said to be there, at an address where nobody answers, unless somebody does. */
export const createRecordedWorld = (url = 'http://127.0.0.1:9'): Promise<MeetingWorld> => {
  const livekit = { url, apiKey: 'key', apiSecret: 'secret', state: () => ({ isAvailable: true }) as const }
  return createMeetingWorld(START.toISOString(), { livekit, env: { RECORDINGS_AT_ONCE: '1' } })
}

export type RecordedLesson = Awaited<ReturnType<typeof seedRecordedLesson>>

/** A lesson at a distance, its call begun by the teacher, with two mothers in the chat; nothing else is being recorded. */
export async function seedRecordedLesson({ world, time }: MeetingWorld, garden: MeetingGarden) {
  const { db } = world
  const failed = { state: 'failed', stopped_at: new Date() } as const
  await db.updateTable('recording').set(failed).where('state', '=', 'recording').execute()
  time.at = START
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.', 'Соня М.')
  const [mother, other] = parents as [Someone, Someone]
  const given = { ...garden.forGroup(groupId), kind: 'online', title: 'Сказка', lesson: { programme: 'Речь' } }
  const { id } = await garden.planned(teacher, given)
  time.at = JUST_BEFORE
  const { chatId } = (await garden.enter(teacher, id)).json<{ chatId: ChatId }>()
  const call = (await caller(teacher).start(chatId)).json<Call>()
  return {
    ...{ id, chatId, call, teacher, mother, other },
    /** One of the call that can be played. */
    ready: (bytes?: Buffer) =>
      seedReady(world, { owner: 'call', room: call.id, organizationId: garden.id, by: teacher }, bytes),
    /** What the journal says of its recordings. */
    async actions() {
      const written = db.selectFrom('audit_entry').where('subject_id', '=', call.id).select('action').orderBy('id')
      const rows = await written.where('action', 'like', 'call-recording.%').execute()
      return rows.map(({ action }) => action)
    },
  }
}
