import { expect, type Page } from '@playwright/test'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** More than the head of a film: its first seconds are written. */
const FIRST_SECONDS = 20_000

/** Until there is something to be played of what is recorded just now. */
export async function untilRecorded({ dataFolder }: { readonly dataFolder: string }): Promise<void> {
  const folder = join(dataFolder, 'data/recordings')
  const written = async () => {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    const sizes = names
      .filter((name) => name.endsWith('.mp4'))
      .map(async (name) => (await stat(join(folder, name))).size)
    return Math.max(0, ...(await Promise.all(sizes)))
  }
  await expect.poll(written).toBeGreaterThan(FIRST_SECONDS)
}

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
