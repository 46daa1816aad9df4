import { type Chat, MAX_TEXT, type Message, type MessageId, type NewPoll } from '@kolosok/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Uploads } from '#features/files/index.ts'
import type { OutboxEntry } from '#lib/local-data.ts'
import { useMe } from '#lib/me.ts'
import { newId } from '#lib/new-id.ts'
import { useEditMessage, whyFailed } from './mutations.ts'
import { putInOutbox } from './outbox.ts'
import { messagesQuery } from './queries.ts'
import { mayStillChange } from './still-mine.ts'
import { t } from './texts.ts'
import type { Composing } from './use-composing.ts'

export type Sending = ReturnType<typeof useSend>

/** Hands what is written to the outbox, or the changed text to the server. */
export function useSend(chat: Chat, composing: Composing, tray: Uploads) {
  const client = useQueryClient()
  const { accountId } = useMe()
  const edit = useEditMessage()
  const [problem, setProblem] = useState<string | null>(null)
  const { editing, text } = composing
  const written = text.trim()
  const excess = written.length - MAX_TEXT

  const put = (what: Partial<Pick<OutboxEntry, 'text' | 'replyToId' | 'attachments' | 'poll' | 'isSilent'>>) => {
    const empty = { text: '', replyToId: null, attachments: [], poll: null }
    const id = newId() as MessageId
    void putInOutbox(client, { ...empty, ...what, id, chatId: chat.id, writtenAt: new Date().toISOString() })
  }

  const save = (message: Message) => {
    if (written === message.text) {
      composing.cancel()
      return
    }
    edit.mutate(
      { chatId: chat.id, id: message.id, text: written },
      {
        onSuccess: composing.cancel,
        onError: (error) => {
          setProblem(whyFailed(error))
        },
      },
    )
  }

  const canSend = excess <= 0 && (editing ? written !== '' : !tray.isBusy && (written !== '' || tray.ready.length > 0))

  return {
    problem: excess > 0 ? t('composer.too-long', { count: excess }) : problem,
    isSaving: edit.isPending,
    canSend,

    submit: ({ isSilent = false } = {}) => {
      if (!canSend) return
      setProblem(null)
      if (editing) {
        save(editing)
        return
      }
      put({ text: written, replyToId: composing.replyingTo, attachments: tray.ready, isSilent })
      composing.clear()
      tray.clear()
    },

    sendPoll: (poll: NewPoll) => {
      put({ poll, replyToId: composing.replyingTo })
      composing.setReply(null)
    },

    editLast: () => {
      const held = client.getQueryData(messagesQuery(chat.id).queryKey)?.messages ?? []
      const last = held.findLast((one) => one.authorId === accountId && one.kind === 'text' && one.deletedAt === null)
      if (last && mayStillChange(last, chat)) composing.edit(last)
    },
  }
}
