/** By then whoever came has what they came for: over a slow network what is fetched for later stands in its way. */
const LATER_MS = 5_000

/** Keeps the page itself on the device, so that it starts without network. Absent where there is no HTTPS. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    setTimeout(() => {
      navigator.serviceWorker.register('/sw.js').catch(console.warn)
    }, LATER_MS)
  })
}
