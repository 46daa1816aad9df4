import { chatEndpoints, type ChatId, chatRuleEndpoints, type OrganizationId, type RulePart } from '@kolosok/contract'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { patchChat } from '#features/chats/index.ts'
import { call } from '#lib/api.ts'

export const boundChatsQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'bound-chats'],
    queryFn: ({ signal }) => call(chatRuleEndpoints.list, { params: { organizationId } }, signal),
    meta: { topics: ['structure', 'chats'] },
  })

export const previewQuery = (organizationId: OrganizationId, parts: RulePart[]) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'rule-preview', parts],
    queryFn: ({ signal }) => call(chatRuleEndpoints.preview, { params: { organizationId }, body: { parts } }, signal),
    placeholderData: keepPreviousData,
    meta: { topics: ['structure'] },
  })

type Saved = { readonly title: string; readonly parts: RulePart[] }

/** A new chat, or another name and rule for one that is there. */
export function useSaveRule(organizationId: OrganizationId, chatId: ChatId, isNew: boolean) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Saved) =>
      call(isNew ? chatRuleEndpoints.create : chatRuleEndpoints.edit, { params: { organizationId, chatId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: boundChatsQuery(organizationId).queryKey }),
  })
}

export function useSetOpen(organizationId: OrganizationId, chatId: ChatId, isOpen: boolean) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      call(isOpen ? chatRuleEndpoints.reopen : chatRuleEndpoints.close, { params: { organizationId, chatId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: boundChatsQuery(organizationId).queryKey }),
  })
}

export function useEnter(chatId: ChatId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(chatEndpoints.enter, { params: { chatId } }),
    onSuccess: (chat) => {
      patchChat(client, chat.id, () => chat)
    },
  })
}
