import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { refuseFile } from './refusal.ts'

const inflated = promisify(inflate)
const MB = 1024 * 1024
/** A thousand pages have some megabytes of objects; pictures and fonts are not among them. */
const MAX_OBJECTS = 20 * MB
const MAX_ALL_OBJECTS = 100 * MB
/** How far before its bytes a stream may name its type. */
const HEADER = 2_000

/** Scripts and what starts programs; `/AA` and `/OpenAction` alone only turn pages. */
const active = /\/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])/
/** The same where compressed bytes may lie: short names come about by chance there, and none acts without a long one. */
const surelyActive = /\/(JavaScript|Launch|RichMedia|XFA)(?![A-Za-z0-9])/
/** What a reader needs to find an object, wherever it lies: a stream may be none, or hold objects that are reached past it. */
const objectInside = /[\s\0]obj(?![A-Za-z0-9])/
/** No writer packs objects by anything but Flate. */
const otherFilter = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])/

/** Refuses a PDF that could run something, also where its objects are packed into streams. */
export async function inspectPdf(path: string): Promise<void> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  let end = 0
  let unpacked = 0
  for (const stream of findStreams(text)) {
    const between = withoutEscapes(text.slice(end, stream.start))
    if (active.test(between)) throw refuseFile('pdf-script')
    end = stream.end
    refuseObjectsInside(text.slice(stream.start, stream.end))
    const header = between.slice(-HEADER)
    if (/\/ObjStm\b/.test(header)) unpacked += await inspectObjects(bytes.subarray(stream.start, stream.end), header)
    if (unpacked > MAX_ALL_OBJECTS) throw refuseFile('archive-bomb')
  }
  if (active.test(withoutEscapes(text.slice(end)))) throw refuseFile('pdf-script')
}

function refuseObjectsInside(stream: string): void {
  if (objectInside.test(stream) && surelyActive.test(withoutEscapes(stream))) throw refuseFile('pdf-script')
}

/** Objects packed into a stream; how many bytes they are. Those that don't unpack lie open, or are encrypted. */
async function inspectObjects(packed: Buffer, header: string): Promise<number> {
  if (otherFilter.test(header)) throw refuseFile('pdf-script')
  const objects = await inflated(packed, { maxOutputLength: MAX_OBJECTS }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw refuseFile('archive-bomb')
    return undefined
  })
  const found = withoutEscapes((objects ?? packed).toString('latin1'))
  if ((objects ? active : surelyActive).test(found)) throw refuseFile('pdf-script')
  return objects?.length ?? 0
}

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
