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

/** From the next click on the page until a frame of this person is shown. */
export function timeToFirstFrame(page: Page, id: string): Promise<number> {
  return page.evaluate(
    (person) =>
      new Promise<number>((resolve) => {
        addEventListener(
          'click',
          () => {
            const clicked = performance.now()
            const look = () => {
              const video = document.querySelector<HTMLVideoElement>(`li[data-person="${person}"] video`)
              if (video)
                video.requestVideoFrameCallback((now) => {
                  resolve(now - clicked)
                })
              else requestAnimationFrame(look)
            }
            look()
          },
          { once: true, capture: true },
        )
      }),
    id,
  )
}
