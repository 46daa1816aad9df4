import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { newId } from '#lib/new-id.ts'

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
    const cover = newId()
    const isOnTop = () => (history.location.state as { cover?: string }).cover === cover
    history.push(history.location.href, { cover })
    const unsubscribe = history.subscribe(() => {
      if (!isOnTop()) latest.current()
    })
    return () => {
      unsubscribe()
      if (isOnTop()) history.back()
    }
  }, [isCovering, history])
}
