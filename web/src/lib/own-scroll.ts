import { useMatches, useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Where each entry of the tab's history was left. */
const places = new Map<string, number>()

/** A page begins at its top; on the way back it stands where it was left. */
export function useOwnScroll<T extends HTMLElement>(): RefObject<T | null> {
  const box = useRef<T>(null)
  const router = useRouter()
  const page = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' })
  const shown = useRef('')
  const entry = () => router.latestLocation.state.__TSR_key ?? ''

  // What is filtered or opened on a page does not move it.
  useLayoutEffect(() => {
    shown.current = router.latestLocation.pathname
    if (box.current) box.current.scrollTop = places.get(entry()) ?? 0
  }, [page])

  useEffect(() => {
    const scrolled = box.current
    const keep = () => {
      // Until the page that was asked for stands here, it is the one before that scrolls.
      if (scrolled && router.latestLocation.pathname === shown.current) places.set(entry(), scrolled.scrollTop)
    }
    scrolled?.addEventListener('scroll', keep, { passive: true })
    return () => scrolled?.removeEventListener('scroll', keep)
  }, [])
  return box
}
