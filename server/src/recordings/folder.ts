import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileId, RecordingId } from '@kolosok/contract'
import type { Config } from '#platform/config.ts'

const MB = 1024 * 1024
/** What an hour takes at most. */
export const HOUR_BYTES = 1200 * MB
const QUIET_MS = 5_000

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

/** Joined of all parts, it is called by the id that it has among the files: another try overwrites what was cut off. */
export const wholePath = (folder: string, fileId: FileId): string => join(folder, `whole-${fileId}.mp4`)

export type Whole = { readonly path: string; readonly fileId: FileId }

export async function findWhole(folder: string): Promise<Whole | undefined> {
  const names = await readdir(folder).catch(() => [])
  const fileId = names.map((name) => /^whole-(.+)\.mp4$/.exec(name)?.[1]).find(Boolean) as FileId | undefined
  return fileId && { path: wholePath(folder, fileId), fileId }
}

/**
 * Whether a recorder is still at its end whose server was killed: it writes at least every other second. One that is this
 * server's own has said so.
 */
export async function isBeingWritten(place: Disk, id: RecordingId, bornMs: number): Promise<boolean> {
  const orphaned = (await listParts(folderOf(place, id))).filter((path) => Number(basename(path, '.mp4')) < bornMs)
  const changed = await Promise.all(orphaned.map((path) => stat(path).then(({ mtimeMs }) => mtimeMs)))
  return changed.some((changedMs) => Date.now() - changedMs < QUIET_MS)
}

export async function sizeOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => stat(path).then(({ size }) => size)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

export const forget = (place: Place, id: RecordingId): Promise<void> =>
  rm(folderOf(place, id), { recursive: true, force: true })

/** What was deleted while nobody was here to take its parts away, or while its recorder was just beginning. */
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

/** To be joined, what was recorded is written once more; and so it is once joined, to be put among the files. */
export async function hasRoomToFinish(place: Place, id: RecordingId): Promise<boolean> {
  const folder = folderOf(place, id)
  const whole = await findWhole(folder)
  return (await roomLeft(place)) >= (await sizeOf(whole ? [whole.path] : await listParts(folder)))
}
