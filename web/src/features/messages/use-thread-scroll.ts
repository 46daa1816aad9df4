import type { AccountId } from '@kolosok/contract'
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Row } from './rows.ts'
import type { useHistory } from './use-history.ts'

const NEAR_BOTTOM_PX = 80
const NEAR_TOP_PX = 2_400
const SETTLED_AFTER_MS = 350
const LIT_MS = 1_600

type Input = {
  readonly list: RefObject<VirtualizerHandle | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rows: readonly Row[]
  readonly me: AccountId
  readonly history: Pick<ReturnType<typeof useHistory>, 'isPast' | 'isReady' | 'loadMore' | 'loadNewer' | 'toLive'>
}

/** Keeps the newest in view for whoever is at the bottom, and everybody else where they are. */
export function useThreadScroll({ list, scroller, rows, me, history }: Input) {
  const { isPast, isReady } = history
  const [isAtBottom, setAtBottom] = useState(true)
  const [seenSeq, setSeenSeq] = useState(0)
  const [lit, setLit] = useState<string | null>(null)
  const [target, setTarget] = useState<string | null>(null)
  const stick = useRef(true)
  const hasStarted = useRef(false)
  const isSettled = useRef(false)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const lastKey = useRef<string | undefined>(undefined)
  const last = rows.at(-1)

  const toEnd = () => {
    const box = scroller.current
    if (box) list.current?.scrollToIndex(rows.length - 1, { align: 'end', offset: 10 })
  }

  const look = () => {
    const handle = list.current
    if (!handle || !hasStarted.current) return
    const { scrollOffset, viewportSize, scrollSize } = handle
    const isNear = scrollSize - scrollOffset - viewportSize < NEAR_BOTTOM_PX
    stick.current = isNear && !isPast
    setAtBottom(isNear)
    const lowest = isNear ? rows.length - 1 : handle.findItemIndex(scrollOffset + viewportSize - 40)
    setSeenSeq(lastArrived(rows, lowest))
    if (!isSettled.current) return
    if (scrollOffset < NEAR_TOP_PX) void history.loadMore()
    if (isPast && scrollSize - scrollOffset - viewportSize < NEAR_TOP_PX) void history.loadNewer()
  }

  // A frame later the rows may be others: what is near the end of a far place is not the newest.
  const lookAgain = useEffectEvent(look)

  /** What is loaded while a place is being found would move it. */
  const settle = () => {
    isSettled.current = false
    clearTimeout(settling.current)
    settling.current = setTimeout(() => {
      isSettled.current = true
      lookAgain()
    }, SETTLED_AFTER_MS)
  }

  // The first look: at the first unread message, else at the newest.
  useLayoutEffect(() => {
    if (hasStarted.current || !isReady || rows.length === 0) return
    hasStarted.current = true
    lastKey.current = last?.key
    const unread = rows.findIndex((row) => row.isFirstUnread)
    // Rows that find their height meanwhile must not pull the place down.
    if (unread >= 0) stick.current = false
    const toPlace = () => {
      if (unread >= 0) list.current?.scrollToIndex(unread, { align: 'start', offset: -8 })
      else toEnd()
    }
    toPlace()
    // Once more when history that has just been put before it has found its place.
    requestAnimationFrame(() => {
      toPlace()
      requestAnimationFrame(() => {
        lookAgain()
      })
    })
    settle()
  })

  // Something new at the bottom: follow it from there, and one's own message from anywhere.
  useLayoutEffect(() => {
    if (!hasStarted.current || last?.key === lastKey.current) return
    lastKey.current = last?.key
    if (stick.current || (!isPast && last?.message.authorId === me && last.waiting)) toEnd()
    requestAnimationFrame(() => {
      lookAgain()
    })
  })

  // A short history does not scroll, so nothing else asks for what comes before it.
  useEffect(() => {
    requestAnimationFrame(() => {
      lookAgain()
    })
  }, [rows.length])

  // What was gone to may have been loaded only now.
  useLayoutEffect(() => {
    const index = target === null ? -1 : rows.findIndex((row) => row.key === target)
    if (index < 0) return
    stick.current = false
    list.current?.scrollToIndex(index, { align: 'center' })
    settle()
    setTarget(null)
    setLit(target)
    setTimeout(() => {
      setLit(null)
    }, LIT_MS)
  }, [target, rows, list])

  return {
    isAtBottom,
    seenSeq,
    lit,
    onScroll: look,
    onResize: () => {
      if (stick.current && hasStarted.current) toEnd()
    },
    toBottom: () => {
      stick.current = true
      history.toLive()
      toEnd()
    },
    goTo: setTarget,
  }
}

/** The highest seq the server has given up to a row. */
function lastArrived(rows: readonly Row[], index: number): number {
  for (let n = Math.min(index, rows.length - 1); n >= 0; n -= 1) {
    const message = rows[n]?.message
    if (message && message.rev > 0) return message.seq
  }
  return 0
}
