import { expect, type Page } from '@playwright/test'

/** Plays the recording from its middle on, as one who drags the slider. */
export async function seek(page: Page, name: string): Promise<void> {
  const player = page.getByLabel(`${name}, длится`)
  await expect(player).toBeVisible({ timeout: 60_000 })
  const [width, before, after] = await player.evaluate(async (element) => {
    const video = element as HTMLVideoElement
    const once = (event: string) =>
      new Promise((resolve) => {
        video.addEventListener(event, resolve, { once: true })
      })
    if (video.readyState < HTMLMediaElement.HAVE_METADATA) await once('loadedmetadata')
    const middle = video.duration / 2
    const sought = once('seeked')
    video.currentTime = middle
    await sought
    video.muted = true
    await video.play()
    await once('timeupdate')
    video.pause()
    return [video.videoWidth, middle, video.currentTime] as const
  })
  expect(width).toBe(1280)
  expect(after).toBeGreaterThan(before)
}
