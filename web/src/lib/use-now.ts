import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The present, to the minute: terms run while the page lies open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const clock = setInterval(() => {
      setNow(Date.now())
    }, MINUTE_MS)
    return () => {
      clearInterval(clock)
    }
  }, [])
  return now
}
