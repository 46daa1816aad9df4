declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  export type Entry = { fileName: string; uncompressedSize: number; compressedSize: number; isEncrypted(): boolean }
  export type ZipFile = {
    entryCount: number
    eachEntry(): AsyncIterableIterator<Entry>
    openReadStreamPromise(entry: Entry): Promise<Readable>
    close(): void
  }
  export function fromBufferPromise(buffer: Buffer): Promise<ZipFile>
  export function openPromise(path: string, options?: { autoClose?: boolean }): Promise<ZipFile>
}
