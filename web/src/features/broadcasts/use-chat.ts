import { type Broadcast, broadcastChatFrame, type HeardChat } from '@kolosok/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CallSession, Snapshot } from '#features/rooms/index.ts'
import { chatQuery, hearChat } from './chat-queries.ts'

/** Before a screen that has missed something asks: not all at the same moment. */
const PATIENCE_MS = 2_000
const SPREAD_MS = 3_000

/** What is said beside the picture, live, and how much of it nobody has looked at yet. */
export function useChat(
  { id, hasChat }: Pick<Broadcast, 'id' | 'hasChat'>,
  session: CallSession,
  { phase }: Snapshot,
  isOpen: boolean,
) {
  const client = useQueryClient()
  const query = useQuery({ ...chatQuery(id), enabled: hasChat && phase === 'in' })
  useEffect(
    () =>
      session.listen((text) => {
        const frame = broadcastChatFrame.safeParse(parse(text))
        if (frame.success) hearChat(client, id, frame.data.events)
      }),
    [session, client, id],
  )
  // Nobody told it anything while the connection was lost.
  useEffect(() => {
    if (phase === 'in') void client.invalidateQueries(chatQuery(id))
  }, [phase, client, id])
  const misses = (query.data?.later.length ?? 0) > 0
  useEffect(() => {
    if (!misses) return undefined
    const wait = setTimeout(() => void client.invalidateQueries(chatQuery(id)), PATIENCE_MS + Math.random() * SPREAD_MS)
    return () => {
      clearTimeout(wait)
    }
  }, [misses, client, id])
  return { query, unread: useUnread(query.data, isOpen) }
}

function useUnread(chat: HeardChat | undefined, isOpen: boolean): number {
  const last = chat?.messages.at(-1)?.seq
  const [seen, setSeen] = useState<number>()
  // What stood there on coming in is no news.
  const isFirst = seen === undefined && last !== undefined
  if ((isOpen && last !== undefined && last !== seen) || isFirst) setSeen(last)
  return chat?.messages.filter(({ seq, isOwn }) => !isOwn && seq > (seen ?? seq)).length ?? 0
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
