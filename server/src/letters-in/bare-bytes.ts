import { isUtf8 } from 'node:buffer'

/** As long as this a head is looked through; none is longer. */
const MAX_HEAD = 256 * 1024
/** What programs here wrote before they said what they wrote. */
const USUAL = 'windows-1251'

/**
 * Old programs write Russian bare into the head of a letter, and into a body of which they say nothing. What says what it
 * is stays as it is: the parser reads it.
 */
export function withBareBytesRead(source: Buffer): Buffer {
  if (isUtf8(source)) return source
  const end = endOfHead(source)
  const head = source.subarray(0, end)
  const body = source.subarray(end)
  // Joined again where it goes on in the next line.
  const lines = head.toString('latin1').replaceAll(/\r?\n[ \t]+/g, ' ')
  const type = /^content-type:[ \t]*([^;\s]{1,100})(.{0,1000})/im.exec(lines)
  const charset = /\bcharset="?([\w.:-]{1,40})/i.exec(type?.[2] ?? '')?.[1]
  const isBare = charset === undefined && /^text\//i.test(type?.[1] ?? 'text/plain')
  return Buffer.concat([read(head, charset), isBare ? read(body, charset) : body])
}

function endOfHead(source: Buffer): number {
  const at = /\r?\n\r?\n/.exec(source.subarray(0, MAX_HEAD).toString('latin1'))
  return at ? at.index : Math.min(source.length, MAX_HEAD)
}

function read(bytes: Buffer, charset: string | undefined): Buffer {
  if (isUtf8(bytes)) return bytes
  return Buffer.from(decoderOf(charset).decode(bytes))
}

function decoderOf(charset = USUAL) {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder(USUAL)
  }
}
