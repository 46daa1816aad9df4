import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { newId } from '#lib/new-id.ts'

/** One call's entry waits a moment for the next call: going back takes a while, and would take away the new one's. */
let handover: { readonly cover: string; readonly timer: ReturnType<typeof setTimeout> } | undefined

/**
 * «Назад» of a phone means «show me the chat again», not «leave the page with the call». So while the call covers the
 * page it has an entry of its own in the history, at the same address.
 */
export function useBack(isCovering: boolean, onBack: () => void): void {
  const { history } = useRouter()
  const latest = useRef(onBack)
  useEffect(() => {
    latest.current = onBack
  })
  useEffect(() => {
    if (!isCovering) return
    const isOnTop = (one: string) => (history.location.state as { cover?: string }).cover === one
    const inherited = handover
    clearTimeout(inherited?.timer)
    handover = undefined
    const cover = inherited?.cover ?? newId()
    if (!inherited) history.push(history.location.href, { cover })
    const unsubscribe = history.subscribe(() => {
      if (!isOnTop(cover)) latest.current()
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
