import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileId, fileId } from '@kolosok/contract'
import { FileStore } from '@tus/file-store'
import { Upload } from '@tus/server'
import { AppError } from '#platform/app-error.ts'
import type { FilesContext } from './files.ts'
import { deleteBytes, keepFile } from './keep.ts'
import { deleteFile, type FileRow, findFile, updateToReady } from './store.ts'

/** tus's file store, with what it must remember of an upload in the database instead of beside the bytes. */
export class UploadStore extends FileStore {
  private readonly files: FilesContext
  /** One finishing per upload, however many requests ask about it meanwhile. */
  private readonly finishing = new Map<FileId, Promise<void>>()

  constructor(files: FilesContext) {
    const configstore = {
      get: async (id: string) => {
        const file = await findFile(files.db, fileId.parse(id))
        return file && new Upload({ id, size: Number(file.size), offset: 0 })
      },
      // The row is written before tus makes its file.
      set: () => Promise.resolve(),
      // Neither is it taken out by tus: `remove` does.
      delete: () => Promise.resolve(),
    }
    super({ directory: files.receiving, configstore })
    this.files = files
    this.extensions = ['creation', 'termination']
  }

  /** One whose bytes have moved on into the storage is complete. */
  override async getUpload(id: string): Promise<Upload> {
    const file = await findFile(this.files.db, fileId.parse(id))
    if (file?.state !== 'ready') return super.getUpload(id)
    return new Upload({ id, size: Number(file.size), offset: Number(file.size) })
  }

  /** Ends what a stopped server left received whole but not finished. */
  async finishIfWhole(file: FileRow): Promise<void> {
    if (file.state === 'ready') return
    const received = await stat(join(this.files.receiving, file.id)).catch(() => null)
    if (received?.size === Number(file.size)) await this.finish(file)
  }

  /** Inspects and stores what has been received whole; what is refused leaves nothing behind. */
  async finish(file: FileRow): Promise<void> {
    const running = this.finishing.get(file.id) ?? this.keep(file)
    this.finishing.set(file.id, running)
    await running.finally(() => this.finishing.delete(file.id))
  }

  /** Taken back by its uploader: the bytes go with the row, wherever they lie by now. */
  override async remove(id: string): Promise<void> {
    const file = fileId.parse(id)
    if (!(await deleteFile(this.files.db, file))) throw new AppError('not-found')
    await deleteBytes(this.files, file)
  }

  private async keep({ id, name }: FileRow): Promise<void> {
    const { db, storage, receiving } = this.files
    const path = join(receiving, id)
    try {
      const isWanted = await updateToReady(db, id, await keepFile(storage, id, { path, name }))
      if (!isWanted) throw new AppError('not-found')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      await deleteFile(db, id)
      await deleteBytes(this.files, id)
      throw error
    }
    await rm(path, { force: true })
  }
}
