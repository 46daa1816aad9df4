import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'

const MAX_WORDS = 20_000
/** Of an order they are some ten thousand; whoever looks at it waits on the one thread that serves everybody. */
const MAX_PAGE = 1_000_000
const { bytes, as } = workerData as { bytes: Uint8Array; as: 'words' | 'page' }
const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
parentPort?.postMessage(as === 'words' ? wordsOf(value) : value.length > MAX_PAGE ? undefined : value)

/** A paragraph is a line; where a line is broken inside one, the words stay apart. */
function wordsOf(page: string): string {
  const lines = page
    .slice(0, 20 * MAX_WORDS)
    .replace(/<\/(?:p|h\d|li|td|tr)>/g, '\n')
    .replace(/<br[^<>]{0,20}>/g, ' ')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return lines.slice(0, MAX_WORDS)
}
