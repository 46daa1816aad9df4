const AGAIN_MS = 15_000
const lost = new WeakSet()

/** Parts of the page come as they are needed; one that does not may belong to an older build, whose files are gone. */
export function watchParts(): void {
  addEventListener('vite:preloadError', ({ payload }) => {
    lost.add(payload)
    // Shared with `recover.js`: where loading everything anew did not help, or can't, the page says so.
    const last = Number(sessionStorage.getItem('recovered-at') ?? 0)
    if (!navigator.onLine || Date.now() - last < AGAIN_MS) return
    sessionStorage.setItem('recovered-at', String(Date.now()))
    location.reload()
  })
}

/** Whether a page is not shown because a part of it has not arrived. */
export const isPartMissing = (error: unknown): boolean => error instanceof Error && lost.has(error)
