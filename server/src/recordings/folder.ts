import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingId } from '@kolosok/contract'
import type { Config } from '#platform/config.ts'

const MB = 1024 * 1024
/** What an hour takes at most. */
const HOUR_BYTES = 1200 * MB

type Place = { readonly config: Pick<Config, 'dataFolder' | 'RECORDING_RESERVE_MB'> }
type Disk = { readonly config: Pick<Config, 'dataFolder'> }

const allOf = ({ config }: Disk): string => join(config.dataFolder, 'recordings')

export const folderOf = (place: Disk, id: RecordingId): string => join(allOf(place), id)

/** Each run of the recorder writes a part of its own, named by when it began: after a crash there are several. */
export async function nextPart(place: Place, id: RecordingId, at: Date): Promise<string> {
  const folder = folderOf(place, id)
  await mkdir(folder, { recursive: true })
  return join(folder, `${String(at.getTime())}.mp4`)
}

/** In the order they were recorded. */
export async function listParts(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => /^\d+\.mp4$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

export async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).then(({ size }) => size)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

export const forget = (place: Place, id: RecordingId): Promise<void> =>
  rm(folderOf(place, id), { recursive: true, force: true })

/** What was deleted while nobody was here to take its parts away. */
export async function clearLeftovers(place: Place, atWork: readonly RecordingId[]): Promise<void> {
  const names = await readdir(allOf(place)).catch(() => [])
  for (const name of names) if (!atWork.includes(name as RecordingId)) await forget(place, name as RecordingId)
}

/** What may still be written before the disk is as full as recordings may make it. */
async function roomLeft({ config }: Place): Promise<number> {
  const { bavail, bsize } = await statfs(config.dataFolder)
  return bavail * bsize - config.RECORDING_RESERVE_MB * MB
}

export const hasRoomToBegin = async (place: Place): Promise<boolean> => (await roomLeft(place)) >= HOUR_BYTES

/** To be joined, what was recorded is written once more. */
export async function hasRoomToFinish(place: Place, id: RecordingId): Promise<boolean> {
  return (await roomLeft(place)) >= (await sizeOf(await listParts(folderOf(place, id))))
}
