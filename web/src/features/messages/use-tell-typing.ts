import type { ChatId } from '@kolosok/contract'
import { useRef } from 'react'
import { tellTyping } from './sync.ts'

const EVERY_MS = 3_000

/** Tells the others at the first letter and then now and again. */
export function useTellTyping(chatId: ChatId): () => void {
  const toldAt = useRef(0)
  return () => {
    if (Date.now() - toldAt.current < EVERY_MS) return
    toldAt.current = Date.now()
    tellTyping(chatId)
  }
}
