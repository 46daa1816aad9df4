import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { newId } from '#lib/new-id.ts'

/** One call's entry waits a moment for the next call: going back takes a while, and would take away the new one's. */
let handover: { readonly cover: string; readonly timer: ReturnType<typeof setTimeout> } | undefined

type Leaving = {
  readonly onBack: () => void
  /** The page beneath has gone elsewhere, by a search or by itself. Without it the screen stays where it is. */
  readonly onElsewhere?: (() => void) | undefined
}

/**
 * «Назад» of a phone means «show me the chat again», not «leave the page with the call». So while the call covers the
 * page it has an entry of its own in the history, at the same address.
 */
export function useBack(isCovering: boolean, leaving: Leaving): void {
  const { history } = useRouter()
  const latest = useRef(leaving)
  useEffect(() => {
    latest.current = leaving
  })
  useEffect(() => {
    if (!isCovering) return
    const isOnTop = (one: string) => (history.location.state as { cover?: string }).cover === one
    const inherited = handover
    clearTimeout(inherited?.timer)
    handover = undefined
    const cover = inherited?.cover ?? newId()
    const put = () => {
      // What else was pushed in this moment keeps an entry of its own.
      history.flush()
      history.push(history.location.href, { cover })
    }
    if (!inherited) put()
    const unsubscribe = history.subscribe(({ action: { type } }) => {
      if (isOnTop(cover)) return
      const { onBack, onElsewhere } = latest.current
      if (type !== 'PUSH' && type !== 'REPLACE') onBack()
      else if (onElsewhere) onElsewhere()
      else put()
    })
    return () => {
      unsubscribe()
      if (!isOnTop(cover)) return
      const timer = setTimeout(() => {
        handover = undefined
        if (isOnTop(cover)) history.back()
      })
      handover = { cover, timer }
    }
  }, [isCovering, history])
}
