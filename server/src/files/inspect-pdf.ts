import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, inflateRaw } from 'node:zlib'
import { refuseFile } from './refusal.ts'

const inflated = promisify(inflateRaw)
const MB = 1024 * 1024
/** A thousand pages have some megabytes of objects; pictures and fonts are not among them. */
const MAX_OBJECTS = 20 * MB
const MAX_ALL_OBJECTS = 100 * MB

/** Scripts and what starts programs; `/AA` and `/OpenAction` alone only turn pages. */
const active = /\/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])/
/** The same where compressed bytes may lie: short names come about by chance there, and none acts without a long one. */
const surelyActive = /\/(JavaScript|Launch|RichMedia|XFA)(?![A-Za-z0-9])/
/** What a reader needs to find an object, wherever it lies: a stream may be none, or hold objects that are reached past it. */
const objectInside = /[\s\0]obj(?![A-Za-z0-9])/
/** No writer packs objects by anything but Flate, once. */
const otherFilter = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])/
const filter = /\/Filter(?![A-Za-z0-9])/g
const flateOnce = /\/Filter\s*(\[\s*)?\/(FlateDecode|Fl)(?![A-Za-z0-9])(?!\s*\/Fl)/g
/** How packed objects begin: by their numbers and places. Anything else is packed once more, or rearranged. */
const listOfObjects = /^\s*\d+\s+\d+\s/
const encrypted = /\/Encrypt(?![A-Za-z0-9])/

/** Refuses a PDF that could run something, also where its objects are packed into streams. */
export async function inspectPdf(path: string): Promise<void> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  const isEncrypted = encrypted.test(text)
  let end = 0
  let unpacked = 0
  for (const stream of findStreams(text)) {
    const between = withoutEscapes(text.slice(end, stream.start))
    if (active.test(between)) throw refuseFile('pdf-script')
    end = stream.end
    refuseObjectsInside(text.slice(stream.start, stream.end))
    if (/\/ObjStm\b/.test(between)) {
      unpacked += await inspectObjects(bytes.subarray(stream.start, stream.end), between, isEncrypted)
    }
    if (unpacked > MAX_ALL_OBJECTS) throw refuseFile('archive-bomb')
  }
  if (active.test(withoutEscapes(text.slice(end)))) throw refuseFile('pdf-script')
}

function refuseObjectsInside(stream: string): void {
  if (objectInside.test(stream) && surelyActive.test(withoutEscapes(stream))) throw refuseFile('pdf-script')
}

/** Objects packed into a stream; how many bytes they are. Those that don't unpack lie open, or nobody may look into them. */
async function inspectObjects(packed: Buffer, between: string, isEncrypted: boolean): Promise<number> {
  const header = between.slice(between.lastIndexOf('endobj') + 1)
  if (otherFilter.test(header)) throw refuseFile('pdf-script')
  const objects = await unpack(packed)
  const found = withoutEscapes((objects ?? packed).toString('latin1'))
  if ((objects ? active : surelyActive).test(found)) throw refuseFile('pdf-script')
  const filters = count(header, filter)
  if (!objects) refuseUnreadable(filters, isEncrypted)
  else if (filters !== 1 || count(header, flateOnce) !== 1 || !listOfObjects.test(found))
    throw refuseFile('file-broken')
  return objects?.length ?? 0
}

/** An empty password opens a protected document on every screen, and a script among its objects with it. */
function refuseUnreadable(filters: number, isEncrypted: boolean): void {
  if (isEncrypted) throw refuseFile('pdf-locked')
  if (filters > 0) throw refuseFile('file-broken')
}

/** As readers do it, who forgive a wrong checksum and a missing end. */
async function unpack(packed: Buffer): Promise<Buffer | undefined> {
  const isZlib = packed.length > 2 && (packed.readUInt8(0) & 0x0f) === 8 && packed.readUInt16BE(0) % 31 === 0
  if (!isZlib) return undefined
  const tolerant = { maxOutputLength: MAX_OBJECTS, finishFlush: constants.Z_SYNC_FLUSH }
  return inflated(packed.subarray(2), tolerant).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw refuseFile('archive-bomb')
    return undefined
  })
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

/** Names may be written with escapes: `/J#61vaScript`. */
const withoutEscapes = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** The bytes of each stream: compressed pictures contain any letters by chance. One pass, whatever it is fed. */
function* findStreams(text: string) {
  const opening = /\bstream\r?\n/g
  while (opening.exec(text)) {
    const start = opening.lastIndex
    const end = text.indexOf('endstream', start)
    if (end < 0) return
    yield { start, end }
    opening.lastIndex = end
  }
}
