import type { ChatId } from '@kolosok/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { messagesQuery, useOlderMessages } from './queries.ts'

const PAGES_TO_UNREAD = 6
const PAGES_TO_QUOTED = 40

/** History page by page: on scrolling, back to the first unread at the start, back to a quoted message. */
export function useOlder(chatId: ChatId, from: number, readSeq: number) {
  const client = useQueryClient()
  const { mutateAsync, isPending } = useOlderMessages(chatId)
  const isUnderWay = useRef(false)
  const [isReady, setReady] = useState(from <= readSeq + 1)

  const heldFrom = () => client.getQueryData(messagesQuery(chatId).queryKey)?.from ?? 1

  /** False when there is nothing more or it could not be had. */
  const loadMore = async (): Promise<boolean> => {
    const before = heldFrom()
    if (before <= 1 || isUnderWay.current) return false
    isUnderWay.current = true
    try {
      await mutateAsync(before)
      return heldFrom() < before
    } catch {
      return false // The next scroll tries again.
    } finally {
      isUnderWay.current = false
    }
  }

  const loadUntil = async (seq: number, pages = PAGES_TO_QUOTED): Promise<boolean> => {
    for (let n = 0; n < pages && heldFrom() > seq; n += 1) if (!(await loadMore())) break
    return heldFrom() <= seq
  }

  useEffect(() => {
    if (isReady) return
    void loadUntil(readSeq + 1, PAGES_TO_UNREAD).then(() => {
      setReady(true)
    })
    // Once, for the place where this chat was left.
  }, [])

  return { loadMore, loadUntil, isLoading: isPending, isReady }
}
