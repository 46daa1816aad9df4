import { type ChatId, type MessageId, type ScheduledMessage, scheduledEndpoints } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export const scheduledQuery = (chatId: ChatId) =>
  queryOptions({
    queryKey: ['chats', chatId, 'scheduled'],
    queryFn: async ({ signal }) => (await call(scheduledEndpoints.list, { params: { chatId } }, signal)).scheduled,
    meta: { topics: ['scheduled'] },
  })

/** How many wait comes by itself, with what is one's own. */
function useRefresh(chatId: ChatId) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: scheduledQuery(chatId).queryKey })
}

type Given = Pick<ScheduledMessage, 'id' | 'text' | 'replyToId' | 'sendAt'> & { readonly fileIds: string[] }

export function useSchedule(chatId: ChatId) {
  const refresh = useRefresh(chatId)
  return useMutation({
    mutationFn: ({ id: messageId, fileIds, ...body }: Given) =>
      call(scheduledEndpoints.schedule, {
        params: { chatId, messageId },
        body: { ...body, fileIds: fileIds as never[] },
      }),
    onSettled: refresh,
  })
}

export function useChangeScheduled({ chatId, id: messageId }: ScheduledMessage) {
  const refresh = useRefresh(chatId)
  return useMutation({
    mutationFn: (body: Pick<ScheduledMessage, 'text' | 'sendAt'>) =>
      call(scheduledEndpoints.change, { params: { chatId, messageId }, body }),
    onSettled: refresh,
  })
}

export function useSendScheduled(chatId: ChatId) {
  const refresh = useRefresh(chatId)
  return useMutation({
    mutationFn: (messageId: MessageId) => call(scheduledEndpoints.send, { params: { chatId, messageId } }),
    onSettled: refresh,
  })
}

export function useCancelScheduled(chatId: ChatId) {
  const refresh = useRefresh(chatId)
  return useMutation({
    mutationFn: (messageId: MessageId) => call(scheduledEndpoints.cancel, { params: { chatId, messageId } }),
    onSettled: refresh,
  })
}
