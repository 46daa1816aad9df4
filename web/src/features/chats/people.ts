import type { ChatId, Message, Person } from '@kolosok/contract'
import { queryOptions, type QueryClient } from '@tanstack/react-query'

export type People = Readonly<Record<string, Person>>

const none: People = {}

/** Who speaks in a chat, by membership and by account: gathered from its pages and its members. */
export const peopleQuery = (chatId: ChatId) =>
  queryOptions({
    queryKey: ['chats', chatId, 'people'],
    queryFn: () => none,
    initialData: none,
    staleTime: Infinity,
    gcTime: Infinity,
  })

export function readPeople(client: QueryClient, chatId: ChatId): People {
  return client.getQueryData(peopleQuery(chatId).queryKey) ?? none
}

export function addPeople(client: QueryClient, chatId: ChatId, people: readonly Person[]): void {
  if (people.length === 0) return
  const entries = people.flatMap((person) => [
    [person.accountId, person] as const,
    [person.membershipId, person] as const,
  ])
  client.setQueryData<People>(peopleQuery(chatId).queryKey, (known) => ({ ...known, ...Object.fromEntries(entries) }))
}

/** As whom the author spoke, else any membership that is known of the account. */
export function findPerson(people: People, message: Pick<Message, 'authorId' | 'membershipId'>): Person | undefined {
  return people[message.membershipId ?? ''] ?? people[message.authorId]
}
