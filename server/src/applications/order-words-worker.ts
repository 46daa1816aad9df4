import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'

const MAX_WORDS = 20_000
const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(workerData as Uint8Array) })
// A paragraph is a line; where a line is broken inside one, the words stay apart.
const lines = value
  .slice(0, 20 * MAX_WORDS)
  .replace(/<\/(?:p|h\d|li|td|tr)>/g, '\n')
  .replace(/<br[^<>]{0,20}>/g, ' ')
  .replace(/<[^<>]{0,2000}>/g, '')
  .replaceAll('&lt;', '<')
  .replaceAll('&gt;', '>')
  .replaceAll('&quot;', '"')
  .replaceAll('&amp;', '&')
parentPort?.postMessage(lines.slice(0, MAX_WORDS))
