import type { Call, ChatId } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import { useChat } from '#features/chats/index.ts'
import { useQuiet } from '#lib/quiet-hours.ts'
import { knock } from './ring-sound.ts'

/** Whoever comes within that of the one before comes together with them. */
const TOGETHER_MS = 15_000

/**
 * To whoever lets people in: how many times somebody has come, those who come together once. Each time it knocks, unless
 * this chat, or the hour, is to be quiet.
 */
export function useArrivals(chatId: ChatId, call: Call | undefined): number {
  const chat = useChat(chatId)
  const isQuiet = useQuiet(chat?.organizationId ?? null) !== null || (chat?.isMuted ?? false)
  const latest = useRef(isQuiet)
  useEffect(() => {
    latest.current = isQuiet
  })
  const waiting = call?.waiting ?? 0
  const before = useRef({ waiting: 0, at: -Infinity })
  const [arrivals, setArrivals] = useState(0)
  useEffect(() => {
    const known = before.current
    const now = performance.now()
    const hasCome = waiting > known.waiting
    before.current = { waiting, at: hasCome ? now : known.at }
    if (!hasCome || now - known.at < TOGETHER_MS) return
    setArrivals((count) => count + 1)
    if (!latest.current) knock()
  }, [waiting])
  return arrivals
}
