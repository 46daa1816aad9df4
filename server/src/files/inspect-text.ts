import { refuseFile } from './refusal.ts'
import { hasScriptName } from './programs.ts'

/** What a browser takes for a page, looked for where it would look: at the start. */
const tag = /^<(!doctype\s+html|html|head|body|script|iframe|style|meta|link|svg|!doctype\s+svg)\b/i

/** Text, or what no known format claims: pages, vector pictures and scripts are refused, the rest is data. */
export function inspectText(head: Buffer, name: string): 'text/plain' | 'application/octet-stream' {
  const start = decode(head)
  const first = tag.exec(withoutPreamble(start))?.[1]?.toLowerCase()
  if (first !== undefined) throw refuseFile(first.includes('svg') ? 'file-svg' : 'file-html')
  if (/\.(html?|xhtml|mht|mhtml|xht|shtml)$/i.test(name)) throw refuseFile('file-html')
  if (/\.svgz?$/i.test(name)) throw refuseFile('file-svg')
  if (start.startsWith('#!') || /^\s*<\?php/i.test(start) || hasScriptName(name)) throw refuseFile('file-script')
  return head.includes(0) && !isUtf16(head) ? 'application/octet-stream' : 'text/plain'
}

/** Where a comment or a declaration starts, and where what closes it may begin: `<!-->` is a whole comment. */
const skipped = [
  { opens: '<!--', from: 2, closes: '-->' },
  { opens: '<?xml', from: 5, closes: '?>' },
] as const

/** Step by step: one pattern for all of it would try every way to cut a row of comments up, for years. */
function withoutPreamble(start: string): string {
  let rest = start.trimStart()
  for (;;) {
    const found = skipped.find(({ opens }) => rest.toLowerCase().startsWith(opens))
    const end = found ? rest.indexOf(found.closes, found.from) : -1
    if (!found || end < 0) return rest
    rest = rest.slice(end + found.closes.length).trimStart()
  }
}

/** A picture's signature in front of a page: some programs would still show the page. */
export function refusePageInside(head: Buffer): void {
  const found = /<(script|html|iframe|!doctype html|svg)\b/i.exec(head.toString('latin1'))
  if (found) throw refuseFile(found[1]?.toLowerCase() === 'svg' ? 'file-svg' : 'file-html')
}

const isUtf16 = (head: Buffer): boolean => /^(fffe|feff)/.test(head.toString('hex', 0, 2))

function decode(head: Buffer): string {
  if (!isUtf16(head)) return head.toString('utf8')
  return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head)
}
