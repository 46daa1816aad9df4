import type { Chat } from '@kolosok/contract'
import { useDocumentVisibility } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useMarkRead } from './mutations.ts'

const THROTTLE_MS = 400

/** Tells the server what has been seen, while somebody looks at this tab. */
export function useReadMarks(chat: Chat, seenSeq: number): void {
  const { mutate } = useMarkRead(chat.id)
  const isLookedAt = useFocused()
  const isNew = seenSeq > chat.readSeq && chat.unread > 0

  useEffect(() => {
    if (!isLookedAt || !isNew) return
    const timer = setTimeout(() => {
      mutate(seenSeq)
    }, THROTTLE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [isLookedAt, isNew, seenSeq, mutate])
}

function useFocused(): boolean {
  const isVisible = useDocumentVisibility() === 'visible'
  const [hasFocus, setFocus] = useState(() => document.hasFocus())
  useEffect(() => {
    const update = () => {
      setFocus(document.hasFocus())
    }
    addEventListener('focus', update)
    addEventListener('blur', update)
    return () => {
      removeEventListener('focus', update)
      removeEventListener('blur', update)
    }
  }, [])
  return isVisible && hasFocus
}
