import type { Page } from '@playwright/test'

export type Heard = {
  /** What the page's sockets were sent, newest last. */
  readonly frames: readonly string[]
  /** Sockets opened so far: the same number later means that it is still the same socket. */
  readonly opened: () => number
}

/** Listens to the news a page gets; from before the page's first navigation on. */
export function listenToSockets(page: Page): Heard {
  const frames: string[] = []
  let opened = 0
  page.on('websocket', (socket) => {
    // Calls have a socket of their own.
    if (new URL(socket.url()).pathname.startsWith('/rtc')) return
    opened += 1
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload === 'string') frames.push(payload)
    })
  })
  return { frames, opened: () => opened }
}
