import type { Page } from '@playwright/test'

/** Runs in the page: keeps every connection, so that the test can ask what it has received. */
export function keepConnections(): void {
  const kept: RTCPeerConnection[] = []
  const Real = RTCPeerConnection
  Object.assign(window, {
    kept,
    RTCPeerConnection: new Proxy(Real, {
      construct(target, args: [RTCConfiguration?]) {
        const connection = new target(...args)
        kept.push(connection)
        return connection
      },
    }),
  })
}

export function framesDecoded(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let frames = 0
    for (const connection of (window as unknown as { kept: RTCPeerConnection[] }).kept) {
      for (const report of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
        if (report.type === 'inbound-rtp' && report.kind === 'video') frames += report.framesDecoded ?? 0
      }
    }
    return frames
  })
}

/** Frames shown of each person in the call, by their name there: what has come from exactly them. */
export function framesOf(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const tiles = document.querySelectorAll<HTMLElement>('li[data-person]:has(video)')
    return Object.fromEntries(
      [...tiles].map(({ dataset, firstElementChild }) => [
        dataset['person'] ?? '',
        firstElementChild instanceof HTMLVideoElement
          ? firstElementChild.getVideoPlaybackQuality().totalVideoFrames
          : 0,
      ]),
    )
  })
}

/** From the next click on the page until a frame of the person is shown whose name begins so. */
export function timeToFirstFrame(page: Page, name: string): Promise<number> {
  return page.evaluate(
    (begins) =>
      new Promise<number>((resolve) => {
        const begin = () => {
          const clicked = performance.now()
          let isSeen = false
          let watched: Element | null = null
          // The tile may be drawn anew meanwhile, and its first video never be shown.
          const look = () => {
            const video = document.querySelector<HTMLVideoElement>(`li[data-person][aria-label^="${begins}"] video`)
            if (video !== watched) {
              watched = video
              video?.requestVideoFrameCallback((now) => {
                isSeen = true
                resolve(now - clicked)
              })
            }
            if (!isSeen) requestAnimationFrame(look)
          }
          look()
        }
        addEventListener('click', begin, { once: true, capture: true })
      }),
    name,
  )
}

/** Runs in the page: a camera and a microphone that take their time to wake, as real ones do. */
export function wakeDevicesSlowly(): void {
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (constraints) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    return open(constraints)
  }
}
