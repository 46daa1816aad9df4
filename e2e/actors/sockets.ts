import type { Page } from '@playwright/test'

/** Keeps what the open sockets of a page are sent; from before the page's first navigation on. */
export function listenToSockets(page: Page): readonly string[] {
  const frames: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload === 'string') frames.push(payload)
    }),
  )
  return frames
}
