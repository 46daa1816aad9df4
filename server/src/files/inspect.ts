import { open, stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { inspectArchive } from './inspect-archive.ts'
import { inspectPdfApart } from './inspect-pdf-apart.ts'
import { inspectText, refusePageInside } from './inspect-text.ts'
import { photoTypes } from './photo.ts'
import { hasProgramName, isProgram } from './programs.ts'
import { refuseFile } from './refusal.ts'

export type Inspected = { readonly kind: 'photo' | 'document' | 'file'; readonly mediaType: string }

const OFFICE = /^application\/vnd\.(openxmlformats-officedocument|oasis\.opendocument)\./
const PROGRAM =
  /^application\/(x-msdownload|x-elf|x-mach-binary|java-archive|vnd\.android|x-deb|x-rpm|x-apple-diskimage|x\.ms\.shortcut|wasm|x-iso9660)/
/** Can't be looked into here; a ZIP can. */
const CLOSED_ARCHIVE =
  /^application\/(x-rar|x-7z|vnd\.ms-cab|x-arj|x-lzh|gzip|x-bzip2|x-xz|x-tar|x-gtar|zstd|x-compress|x-lzip|x-ace)/
/** Larger ones are only ever handed back as a download. */
const MAX_PDF = 200 * 1024 * 1024

/** What a file is by its content. Throws the reason when it is nothing to hand on to others. */
export async function inspectFile(path: string, name: string): Promise<Inspected> {
  const { size } = await stat(path)
  if (size === 0) throw refuseFile('file-empty')
  const head = await readHead(path)
  if (isProgram(head) || hasProgramName(name)) throw refuseFile('file-program')
  const mediaType = (await fileTypeFromFile(path).catch(() => undefined))?.mime
  if (mediaType === undefined || isMarkup(mediaType)) return { kind: 'file', mediaType: inspectText(head, name) }
  if (PROGRAM.test(mediaType)) throw refuseFile('file-program')
  return inspectKnown(path, { size, head, mediaType })
}

type Known = { readonly size: number; readonly head: Buffer; readonly mediaType: string }

async function inspectKnown(path: string, { size, head, mediaType }: Known): Promise<Inspected> {
  if (photoTypes.has(mediaType)) {
    refusePageInside(head)
    return { kind: 'photo', mediaType }
  }
  if (mediaType === 'application/pdf') {
    if (size > MAX_PDF) return { kind: 'file', mediaType: 'application/octet-stream' }
    await inspectPdfApart(path, size)
    return { kind: 'document', mediaType }
  }
  if (OFFICE.test(mediaType)) {
    await inspectArchive(path, size, 'document')
    return { kind: 'document', mediaType }
  }
  if (/macroEnabled/i.test(mediaType)) throw refuseFile('document-macro')
  if (mediaType === 'application/zip') await inspectArchive(path, size, 'archive')
  if (CLOSED_ARCHIVE.test(mediaType)) throw refuseFile('archive-locked')
  if (mediaType === 'application/x-cfb') return inspectOldOffice(path, size)
  return { kind: 'file', mediaType }
}

/** Word, Excel and PowerPoint before 2007. Installers have the same container. */
async function inspectOldOffice(path: string, size: number): Promise<Inspected> {
  const bytes = await readHead(path, Math.min(size, 64 * 1024 * 1024))
  if (bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'))) throw refuseFile('document-macro')
  return { kind: 'document', mediaType: 'application/x-cfb' }
}

const isMarkup = (mediaType: string): boolean => /xml$|html|svg/.test(mediaType) && !OFFICE.test(mediaType)

async function readHead(path: string, length = 4096): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
