import { join } from 'node:path'
import type { Context } from '#platform/context.ts'
import { createFolderStorage, type FileStorage } from './storage.ts'

/** The context, and where the bytes lie. */
export type FilesContext = Context & {
  readonly storage: FileStorage
  /** Half-received uploads and what is being inspected. */
  readonly receiving: string
}

export function createFiles(context: Context): FilesContext {
  const folder = context.config.dataFolder
  return { ...context, storage: createFolderStorage(join(folder, 'files')), receiving: join(folder, 'receiving') }
}
