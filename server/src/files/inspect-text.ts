import { refuseFile } from './refusal.ts'
import { hasScriptName } from './programs.ts'

/** What a browser takes for a page, looked for where it would look: at the start. */
const markup =
  /^(?:\uFEFF|\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)*<(!doctype\s+html|html|head|body|script|iframe|style|meta|link|svg|!doctype\s+svg)\b/i

/** Text, or what no known format claims: pages, vector pictures and scripts are refused, the rest is data. */
export function inspectText(head: Buffer, name: string): 'text/plain' | 'application/octet-stream' {
  const start = decode(head)
  const tag = markup.exec(start)?.[1]?.toLowerCase()
  if (tag !== undefined) throw refuseFile(tag.includes('svg') ? 'file-svg' : 'file-html')
  if (/\.(html?|xhtml|mht|mhtml|xht|shtml)$/i.test(name)) throw refuseFile('file-html')
  if (/\.svgz?$/i.test(name)) throw refuseFile('file-svg')
  if (start.startsWith('#!') || /^\s*<\?php/i.test(start) || hasScriptName(name)) throw refuseFile('file-script')
  return head.includes(0) && !isUtf16(head) ? 'application/octet-stream' : 'text/plain'
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
