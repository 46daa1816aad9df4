import type { ChatId, MessageId, ScheduledMessage } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import type { ChatPerson } from './chat-world.ts'

const HOUR_MS = 3600_000

export const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString()

/** What people do about what they say later, in the chat that a test is about. */
export function scheduling(chatOf: () => ChatId) {
  const url = (id: MessageId) => `/api/chats/${chatOf()}/scheduled/${id}`
  return {
    url,
    schedule: (who: ChatPerson, given: object = {}, id = newId<MessageId>()) =>
      who.request({ method: 'PUT', url: url(id), payload: { text: 'Доброе утро!', sendAt: inHours(1), ...given } }),
    waiting: async (who: ChatPerson) =>
      (await who.request({ url: `/api/chats/${chatOf()}/scheduled` })).json<{ scheduled: ScheduledMessage[] }>()
        .scheduled,
    counted: async (who: ChatPerson) => (await who.chats()).chats.find(({ id }) => id === chatOf())?.scheduled,
  }
}
