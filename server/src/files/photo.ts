import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import sharp, { type Sharp } from 'sharp'
import { createSlots } from '#platform/slots.ts'
import { refuseFile } from './refusal.ts'

const MB = 1024 * 1024
/** What a picture may be before it is opened. HEIC is decoded whole, in memory. */
const most = { pixels: 100_000_000, bytes: 200 * MB }
const mostOfHeic = { pixels: 64_000_000, bytes: 40 * MB }
/** One takes some hundred megabytes while it is open. */
const inTurn = createSlots(2)
const HEIC_PATIENCE_MS = 60_000
const LONGEST_SIDE = 4096
const THUMBNAIL = 640

export type Photo = {
  readonly bytes: Buffer
  readonly thumbnail: Buffer
  readonly mediaType: string
  readonly extension: string
  readonly width: number
  readonly height: number
}

/** How each picture is kept: what every browser shows, everything else as JPEG. */
const outputs: Record<string, { extension: string; mediaType: string; encode: (image: Sharp) => Sharp }> = {
  'image/png': { extension: 'png', mediaType: 'image/png', encode: (image) => image.png() },
  'image/webp': { extension: 'webp', mediaType: 'image/webp', encode: (image) => image.webp({ quality: 86 }) },
  'image/gif': { extension: 'gif', mediaType: 'image/gif', encode: (image) => image.gif() },
}
const asJpeg = { extension: 'jpg', mediaType: 'image/jpeg', encode: (image: Sharp) => image.jpeg({ quality: 88 }) }

export const photoTypes = new Set(['image/jpeg', 'image/avif', ...heicTypes(), ...Object.keys(outputs)])

/** Turned upright and written anew: place, camera and whatever else lay beside the picture are gone. */
export const preparePhoto = (path: string, mediaType: string): Promise<Photo> => inTurn(() => prepare(path, mediaType))

async function prepare(path: string, mediaType: string): Promise<Photo> {
  const animated = mediaType === 'image/gif' || mediaType === 'image/webp'
  const { extension, mediaType: kept, encode } = outputs[mediaType] ?? asJpeg
  try {
    const isHeic = heicTypes().includes(mediaType)
    await refuseTooLarge(path, { animated, ...(isHeic ? mostOfHeic : most) })
    const source = isHeic ? await fromHeic(await readFile(path)) : path
    const open = (options = {}) => sharp(source, { limitInputPixels: most.pixels, ...options }).autoOrient()
    const fit = { fit: 'inside', withoutEnlargement: true } as const
    const image = encode(open({ animated }).resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...fit }))
    const { data, info } = await image.toBuffer({ resolveWithObject: true })
    const small = open()
      .resize({ width: THUMBNAIL, height: THUMBNAIL, ...fit })
      .webp({ quality: 76 })
    // An animation lies in memory as its frames one below another.
    const shownHeight = info.pageHeight ?? info.height
    const thumbnail = await small.toBuffer()
    return { bytes: data, thumbnail, mediaType: kept, extension, width: info.width, height: shownHeight }
  } catch (error) {
    throw error instanceof Error && error.name === 'AppError' ? error : refuseFile('file-broken')
  }
}

/** By what its header says; nothing is decoded for it. */
async function refuseTooLarge(path: string, limit: { animated: boolean; pixels: number; bytes: number }) {
  if ((await stat(path)).size > limit.bytes) throw refuseFile('image-too-large')
  const { width, height, pageHeight, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata()
  const frames = limit.animated ? pages : 1
  if (width * (pageHeight ?? height) * frames > limit.pixels) throw refuseFile('image-too-large')
}

function heicTypes(): string[] {
  return ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']
}

function fromHeic(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { workerData: bytes })
    worker.once('message', (jpeg: Uint8Array) => {
      resolve(Buffer.from(jpeg))
    })
    worker.once('error', () => {
      reject(refuseFile('file-broken'))
    })
    const late = setTimeout(() => void worker.terminate(), HEIC_PATIENCE_MS)
    worker.once('exit', () => {
      clearTimeout(late)
      reject(refuseFile('file-broken'))
    })
  })
}
