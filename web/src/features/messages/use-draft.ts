import type { ChatId, MessageId } from '@kolosok/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, localData } from '#lib/local-data.ts'

const WRITE_AFTER_MS = 300

type Written = Pick<Draft, 'text' | 'replyToId'>
const nothing: Written = { text: '', replyToId: null }

async function keepDraft(chatId: ChatId, { text, replyToId }: Written): Promise<void> {
  if (text.trim() === '' && replyToId === null) await localData.drafts.delete(chatId)
  else await localData.drafts.put({ chatId, text, replyToId })
}

/** What one was writing in a chat, kept on this device until it is sent. Mount anew for another chat. */
export function useDraft(chatId: ChatId) {
  const [draft, setDraft] = useState(nothing)
  const isTouched = useRef(false)
  const unwritten = useRef<Written | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    void localData.drafts.get(chatId).then((kept) => {
      if (kept && !isTouched.current) setDraft({ text: kept.text, replyToId: kept.replyToId })
    })
    return () => {
      clearTimeout(timer.current)
      if (unwritten.current) void keepDraft(chatId, unwritten.current)
    }
  }, [chatId])

  const change = useCallback(
    (next: Partial<Written>) => {
      isTouched.current = true
      setDraft((before) => {
        const whole = { ...before, ...next }
        unwritten.current = whole
        return whole
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const written = unwritten.current
        unwritten.current = null
        if (written) void keepDraft(chatId, written)
      }, WRITE_AFTER_MS)
    },
    [chatId],
  )
  return {
    ...draft,
    setText: useCallback(
      (text: string) => {
        change({ text })
      },
      [change],
    ),
    setReply: useCallback(
      (replyToId: MessageId | null) => {
        change({ replyToId })
      },
      [change],
    ),
    clear: () => {
      clearTimeout(timer.current)
      isTouched.current = true
      unwritten.current = null
      setDraft(nothing)
      void localData.drafts.delete(chatId)
    },
  }
}
