import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import sharp, { type Sharp } from 'sharp'
import { refuseFile } from './refusal.ts'

const MAX_PIXELS = 100_000_000
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
export async function preparePhoto(path: string, mediaType: string): Promise<Photo> {
  const source = heicTypes().includes(mediaType) ? await fromHeic(await readFile(path)) : path
  const animated = mediaType === 'image/gif' || mediaType === 'image/webp'
  const { extension, mediaType: kept, encode } = outputs[mediaType] ?? asJpeg
  try {
    const { width, height } = await sharp(source, { limitInputPixels: false }).metadata()
    if (width * height > MAX_PIXELS) throw refuseFile('image-too-large')
    const open = (options = {}) => sharp(source, { limitInputPixels: MAX_PIXELS, ...options }).autoOrient()
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
  })
}
