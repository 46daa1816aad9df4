import { Readable } from 'node:stream'
import type { FileId } from '@kolosok/contract'
import { type FilesContext, receiveFile } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import type { ReadLetter } from './read-letter.ts'

/** Looked into as every upload is; what is not taken is named, and the rest of the letter goes on. */
export async function keepFiles(files: FilesContext, letter: ReadLetter) {
  const fileIds: FileId[] = []
  const refusedFiles: string[] = []
  for (const { name, bytes } of letter.files) {
    try {
      const given = { source: Readable.from([bytes]), name, maxSize: bytes.length + 1, check: () => undefined }
      fileIds.push((await receiveFile(files, given)).id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refusedFiles.push(name)
    }
  }
  return { fileIds, refusedFiles }
}
