import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '#platform/app-error.ts'
import { hasProgramName, hasScriptName, isProgram } from './programs.ts'
import { refuseFile } from './refusal.ts'

const MB = 1024 * 1024
const MAX_ENTRIES = 20_000
const nested = /\.(zip|rar|7z|gz|tgz|bz2|xz|tar|cab|arj|lzh)$/i

type Limits = { readonly maxUnpacked: number; readonly ratio: number }
/** A photo album unpacks to its own size, a table to twenty times; only a bomb to a thousand. */
const limits: Record<'archive' | 'document', Limits> = {
  archive: { maxUnpacked: 4_096 * MB, ratio: 200 },
  document: { maxUnpacked: 300 * MB, ratio: 200 },
}

/** Looks into a ZIP, or a document that is one, without unpacking it anywhere. */
export async function inspectArchive(path: string, size: number, kind: 'archive' | 'document'): Promise<void> {
  const zip = await openPromise(path, { autoClose: false }).catch((cause: unknown) => {
    throw whyBroken(cause)
  })
  try {
    if (zip.entryCount > MAX_ENTRIES) throw refuseFile('archive-bomb')
    await inspectEntries(zip, size, kind)
  } catch (error) {
    throw error instanceof AppError ? error : whyBroken(error)
  } finally {
    zip.close()
  }
}

async function inspectEntries(zip: ZipFile, size: number, kind: 'archive' | 'document'): Promise<void> {
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    inspectName(entry, kind)
    unpacked += entry.uncompressedSize
    const { maxUnpacked, ratio } = limits[kind]
    if (unpacked > maxUnpacked || (unpacked > 20 * MB && unpacked > size * ratio)) throw refuseFile('archive-bomb')
    // Announced sizes can lie; reading a document to its end proves them, and what opens it relies on them.
    const head = await readHead(await zip.openReadStreamPromise(entry), kind === 'document')
    if (isProgram(head)) throw refuseFile('archive-with-program')
  }
}

function inspectName(entry: Entry, kind: 'archive' | 'document'): void {
  const name = entry.fileName
  if (name.startsWith('/') || name.split(/[/\\]/).includes('..')) throw refuseFile('archive-path')
  if (entry.isEncrypted()) throw refuseFile('archive-locked')
  if (/vbaProject\.bin$/i.test(name)) throw refuseFile('document-macro')
  // A document's own parts may be called `printerSettings1.bin` or `oleObject1.bin`.
  if (kind === 'document') return
  if (hasProgramName(name) || hasScriptName(name)) throw refuseFile('archive-with-program')
  if (nested.test(name)) throw refuseFile('archive-nested')
}

async function readHead(stream: Readable, toTheEnd: boolean): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (head.length < 64) head = Buffer.concat([head, chunk.subarray(0, 64)])
    if (!toTheEnd && head.length >= 20) break
  }
  return head
}

function whyBroken(cause: unknown): AppError {
  const message = cause instanceof Error ? cause.message : ''
  if (/relative path|absolute path/.test(message)) return refuseFile('archive-path')
  if (/encrypt/.test(message)) return refuseFile('archive-locked')
  return refuseFile('archive-broken')
}
