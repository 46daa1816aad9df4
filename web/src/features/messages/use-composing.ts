import type { ChatId, Message, MessageId } from '@kolosok/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { messagesQuery } from './queries.ts'
import { useDraft } from './use-draft.ts'

export type Composing = ReturnType<typeof useComposing>

/** What one is writing: a message, an answer, or another text for one that was sent. */
export function useComposing(chatId: ChatId) {
  const client = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(chatId, field)
  const [editing, setEditing] = useState<Message | null>(null)
  const [editedText, setEditedText] = useState('')
  const { setReply } = draft

  // After the menu has given the focus back to where it came from.
  const focus = useCallback(() => setTimeout(() => field.current?.focus(), 50), [])

  const find = (id: MessageId | null): Message | null =>
    client.getQueryData(messagesQuery(chatId).queryKey)?.messages.find((message) => message.id === id) ?? null

  const reply = useCallback(
    (message: Message) => {
      setEditing(null)
      setReply(message.id)
      focus()
    },
    [setReply, focus],
  )

  return {
    field,
    editing,
    replyingTo: draft.replyToId,
    replied: find(draft.replyToId),
    text: editing ? editedText : draft.text,
    setText: editing ? setEditedText : draft.setText,
    clear: draft.clear,
    setReply,
    reply,
    focus,
    edit: (message: Message) => {
      setEditing(message)
      setEditedText(message.text)
      focus()
    },
    cancel: () => {
      if (editing) setEditing(null)
      else setReply(null)
    },
  }
}
