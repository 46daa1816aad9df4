import { type AccountId, type ChatId, chatEndpoints, type ChatMember } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { addPeople } from '#features/chats/index.ts'
import { call } from '#lib/api.ts'

export const membersQuery = (chatId: ChatId) =>
  queryOptions({
    queryKey: ['chats', chatId, 'members'],
    queryFn: async ({ client, signal }): Promise<readonly ChatMember[]> => {
      const { members } = await call(chatEndpoints.members, { params: { chatId } }, signal)
      const people = members.flatMap((member) => member.people)
      addPeople(client, chatId, people)
      return members
    },
    meta: { topics: ['members', 'structure', 'confirmations'] },
  })

export function useRemoveMember(chatId: ChatId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (accountId: AccountId) => call(chatEndpoints.removeMember, { params: { chatId, accountId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: membersQuery(chatId).queryKey }),
  })
}
