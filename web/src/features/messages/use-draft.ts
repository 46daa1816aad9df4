import type { ChatId, MessageId } from '@kolosok/contract'
import { liveQuery } from 'dexie'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, localData } from '#lib/local-data.ts'
import { keepDraft, tellDrafts, tellDraftsSoon } from './draft-sync.ts'

const WRITE_AFTER_MS = 300

type Written = Pick<Draft, 'text' | 'replyToId'>
const nothing: Written = { text: '', replyToId: null }

/**
 * What one was writing in a chat, kept on this device and told to one's others until it is sent. Mount anew for another
 * chat. What comes from elsewhere is shown, but for in a field that somebody is writing in.
 */
export function useDraft(chatId: ChatId, field: RefObject<HTMLTextAreaElement | null>) {
  const [draft, setDraft] = useState(nothing)
  const unwritten = useRef<Written | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const write = useCallback(async () => {
    clearTimeout(timer.current)
    const written = unwritten.current
    if (!written) return
    await keepDraft(chatId, written)
    if (unwritten.current === written) unwritten.current = null
  }, [chatId])

  useEffect(() => {
    const kept = liveQuery(() => localData.drafts.get(chatId)).subscribe({
      next: (held) => {
        if (unwritten.current) return
        const { text, replyToId } = held ?? nothing
        const isWriting = document.activeElement === field.current && field.current?.value !== ''
        if (!isWriting || text === '') setDraft({ text, replyToId })
      },
      error: console.error,
    })
    const leave = () => void write().then(tellDrafts)
    const hide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      kept.unsubscribe()
      leave()
    }
  }, [chatId, field, write])

  const change = useCallback(
    (next: Partial<Written>) => {
      setDraft((before) => {
        const whole = { ...before, ...next }
        unwritten.current = whole
        return whole
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void write().then(tellDraftsSoon), WRITE_AFTER_MS)
    },
    [write],
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
      unwritten.current = nothing
      setDraft(nothing)
      void write().then(tellDrafts)
    },
  }
}
