import { addToPast, type ChatId, type ChatState, joinLive, startState, withNews } from '@kolosok/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { loadOlder, loadPage, messagesQuery } from './queries.ts'

/** Nearer than this, history is loaded page by page up to there; farther, the place itself is looked at. */
const NEAR = 200
const HALF_PAGE = 25

/** What is shown of a chat: what is held up to the newest, or a place far back in it, and the ways between. */
export function useHistory(chatId: ChatId, live: ChatState, readSeq: number) {
  const client = useQueryClient()
  const [past, setPast] = useState<ChatState | null>(null)
  const [isLoading, setLoading] = useState(false)
  const [isReady, setReady] = useState(live.from <= readSeq + 1)
  const underWay = useRef<Promise<boolean> | null>(null)
  const shownPast = useRef<ChatState | null>(null)
  const wishes = useRef(0)

  const heldLive = (): ChatState => client.getQueryData(messagesQuery(chatId).queryKey) ?? live

  const show = (next: ChatState | null) => {
    const joined = next && joinLive(heldLive(), next)
    if (joined) client.setQueryData(messagesQuery(chatId).queryKey, joined)
    shownPast.current = joined ? null : next
    setPast(shownPast.current)
  }

  /** Whoever has gone back to the newest meanwhile stays there. */
  const setPastIfShown = (page: Parameters<typeof addToPast>[1]) => {
    if (shownPast.current) show(addToPast(shownPast.current, page))
  }

  /** One load at a time. False when it brought nothing: there is no more, or no network. */
  const run = async (work: () => Promise<boolean>): Promise<boolean> => {
    setLoading(true)
    underWay.current = work().catch(() => false)
    try {
      return await underWay.current
    } finally {
      underWay.current = null
      setLoading(false)
    }
  }

  /** Scrolling does not wait: the next scroll asks again. */
  const unlessBusy = (work: () => Promise<boolean>) => (underWay.current ? Promise.resolve(false) : run(work))

  /** Somebody who asks for a place asks once, so they wait until it is their turn. */
  const inTurn = async (work: () => Promise<boolean>): Promise<boolean> => {
    while (underWay.current) await underWay.current
    return run(work)
  }

  const addOlder = async (): Promise<boolean> => {
    const from = (shownPast.current ?? heldLive()).from
    if (from <= 1) return false
    if (!shownPast.current) return loadOlder(client, chatId, from)
    const page = await loadPage(client, chatId, { before: from })
    setPastIfShown(page)
    return page.messages.length > 0
  }

  /** What follows on a place far back. */
  const addNewer = async (): Promise<boolean> => {
    const last = shownPast.current?.messages.at(-1)
    if (!last) return false
    const page = await loadPage(client, chatId, { around: last.seq + HALF_PAGE })
    setPastIfShown(page)
    return true
  }

  /** Makes a place be there; false when it could not be had, or something else was wished for meanwhile. */
  const reach = (seq: number): Promise<boolean> => {
    wishes.current += 1
    const wish = wishes.current
    const isStillWished = () => wishes.current === wish
    return inTurn(async () => {
      if (!isStillWished()) return false
      if (shownPast.current && holds(shownPast.current, seq)) return true
      if (!shownPast.current && heldLive().from - seq <= NEAR) {
        while (heldLive().from > seq) if (!(await addOlder())) return false
        return isStillWished()
      }
      if (seq >= heldLive().from) {
        show(null)
        return true
      }
      const page = await loadPage(client, chatId, { around: seq })
      if (!isStillWished()) return false
      const state = startState(page)
      show(page.isStart ? { ...state, from: 1 } : state)
      return page.messages.some((message) => message.seq === seq)
    })
  }

  useEffect(() => {
    if (isReady) return
    void reach(readSeq + 1).then(() => {
      setReady(true)
    })
    // Once, for the place where this chat was left.
  }, [])

  const state = useMemo(() => (past ? withNews(past, live) : live), [past, live])
  const toLive = () => {
    wishes.current += 1
    show(null)
  }
  return {
    state,
    isPast: past !== null,
    isLoading,
    isReady,
    loadMore: () => unlessBusy(addOlder),
    loadNewer: () => unlessBusy(addNewer),
    reach,
    toLive,
  }
}

const holds = ({ from, messages }: ChatState, seq: number): boolean => seq >= from && seq <= (messages.at(-1)?.seq ?? 0)
