import {
  type ChatId,
  chatEndpoints,
  type Emoji,
  type Message,
  messageEndpoints,
  savedEndpoints,
  type AccountId,
} from '@kolosok/contract'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { patchChat } from '#features/chats/index.ts'
import { ApiProblem, call, NoConnection } from '#lib/api.ts'
import { applyAnswer, showAtOnce } from './queries.ts'
import { t as ofSaved } from './saved-texts.ts'
import { t } from './texts.ts'

const sentences = {
  'edit-window-over': t('failed.edit-window-over'),
  'message-deleted': t('failed.message-deleted'),
  'chat-read-only': t('failed.chat-read-only'),
  'forbidden': t('failed.forbidden'),
  'poll-closed': t('failed.poll-closed'),
  'too-many-requests': t('failed.too-many-requests'),
} as const

/** Why an act on a message failed, as a person would say it. */
export function whyFailed(error: unknown): string {
  if (error instanceof NoConnection) return t('failed.offline')
  const code = error instanceof ApiProblem ? error.body.code : ''
  return code in sentences ? sentences[code as keyof typeof sentences] : t('failed.other')
}

function say(error: unknown): void {
  notifications.show({ message: whyFailed(error), color: 'red' })
}

export function useEditMessage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ chatId, id, text }: Pick<Message, 'chatId' | 'id' | 'text'>) =>
      call(messageEndpoints.edit, { params: { chatId, messageId: id }, body: { text } }),
    onSuccess: (message) => {
      applyAnswer(client, message)
    },
  })
}

export function useDeleteMessage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ chatId, id }: Message) => call(messageEndpoints.delete, { params: { chatId, messageId: id } }),
    onSuccess: (message) => {
      applyAnswer(client, message)
    },
    onError: say,
  })
}

/** Gives or withdraws a reaction: shown at once, taken back when the server refuses. */
export function useReact(me: AccountId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ message, emoji, isOn }: { message: Message; emoji: Emoji; isOn: boolean }) =>
      call(isOn ? messageEndpoints.react : messageEndpoints.unreact, {
        params: { chatId: message.chatId, messageId: message.id, emoji },
      }),
    onMutate: ({ message, emoji, isOn }) =>
      showAtOnce(client, message.chatId, message.id, (held) => withReaction(held, emoji, me, isOn)),
    onSuccess: (message) => {
      applyAnswer(client, message)
    },
    onError: (error, _, undo) => {
      undo?.()
      say(error)
    },
  })
}

function withReaction(message: Message, emoji: Emoji, me: AccountId, isOn: boolean): Message {
  const { count, accountIds } = message.reactions[emoji] ?? { count: 0, accountIds: [] }
  const others = accountIds.filter((id) => id !== me)
  const wasOn = others.length < accountIds.length
  const change = Number(isOn) - Number(wasOn)
  const chosen = { count: count + change, accountIds: isOn ? [...others, me] : others }
  return { ...message, reactions: { ...message.reactions, [emoji]: chosen } }
}

export function useSaveMessage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ chatId, id }: Message) => call(savedEndpoints.save, { params: { messageId: id }, body: { chatId } }),
    onSuccess: (message) => {
      applyAnswer(client, message)
      notifications.show({ message: ofSaved('done'), autoClose: 2000 })
    },
    onError: say,
  })
}

export function useVote() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ message, options }: { message: Message; options: number[] }) =>
      call(messageEndpoints.vote, { params: { chatId: message.chatId, messageId: message.id }, body: { options } }),
    onSuccess: (message) => {
      applyAnswer(client, message)
    },
    onError: say,
  })
}

export function useClosePoll() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ chatId, id }: Message) => call(messageEndpoints.closePoll, { params: { chatId, messageId: id } }),
    onSuccess: (message) => {
      applyAnswer(client, message)
    },
    onError: say,
  })
}

/** Marks a chat as read up to a message: here at once, at the server as soon as it can be reached. */
export function useMarkRead(chatId: ChatId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (seq: number) => call(chatEndpoints.read, { params: { chatId }, body: { seq } }),
    onMutate: (seq) => {
      patchChat(
        client,
        chatId,
        (chat) =>
          chat && {
            ...chat,
            readSeq: Math.max(seq, chat.readSeq),
            ...(seq >= chat.lastSeq && { unread: 0, ringing: 0 }),
          },
      )
    },
    onSuccess: (own) => {
      patchChat(client, chatId, (chat) => (chat && chat.readSeq <= own.readSeq ? { ...chat, ...own } : chat))
    },
  })
}
