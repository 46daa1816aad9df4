import type { RemoteTrackPublication } from '@livekit/rtc-node'
import type { Box } from './layout.ts'

type Client = { readonly request: (request: { message: { case: string; value: object } }) => unknown }

/**
 * Asks for a picture of about the size it is drawn in: half the work, and a camera sends no more than somebody looks at.
 * The library has no word of its own for it, so its version is fixed; this is the only place that knows.
 */
export function askForSize({ ffiHandle }: RemoteTrackPublication, { width, height }: Box): void {
  const client = (globalThis as { _ffiClientInstance?: Client })._ffiClientInstance
  if (width === 0 || height === 0 || !client) return
  // A tall tile would ask for more than it shows.
  const shown = Math.min(height, Math.round((width * 9) / 16))
  const value = { trackPublicationHandle: ffiHandle.handle, width, height: shown }
  client.request({ message: { case: 'updateRemoteTrackPublicationDimension', value } })
}
