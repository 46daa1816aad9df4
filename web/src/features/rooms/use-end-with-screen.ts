import { useEffect, useRef, useState } from 'react'

/** What is to be done once the screen is gone; whoever pressed its button then has the focus again. */
export function useEndWithScreen(end: () => void): void {
  const latest = useRef(end)
  useEffect(() => {
    latest.current = end
  })
  const isMounted = useRef(false)
  const [opener] = useState(() => document.activeElement)
  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
      // Not at once: in development every effect is undone and done again.
      setTimeout(() => {
        if (isMounted.current) return
        latest.current()
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
      })
    }
  }, [opener])
}
