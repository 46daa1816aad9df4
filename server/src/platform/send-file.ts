import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'

export type ByteRange = { readonly start: number; readonly end: number }

/** Bytes to answer with. `isInline` only for types that can't run as our own page. */
export type FileAnswer = {
  /** A function is asked for the part that is wanted, `end` included; its `size` must be known. */
  readonly body: Readable | Buffer | ((range?: ByteRange) => Readable)
  readonly mediaType: string
  readonly name: string
  readonly size?: number
  readonly isInline: boolean
  /** Names these very bytes: a browser that holds them asks whether it still may, and is told with a 304. */
  readonly etag?: string
}

export function sendFile(request: FastifyRequest, reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const { mediaType, name, isInline, etag } = answer
  reply.header('content-type', mediaType)
  reply.header('content-disposition', disposition(name, isInline))
  reply.header('x-content-type-options', 'nosniff')
  // Opened by its own address it is nobody's page: no scripts, no frames, no origin.
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  reply.header('cache-control', etag === undefined ? 'private, no-store' : 'private, no-cache')
  if (etag !== undefined) {
    reply.header('etag', `"${etag}"`)
    if (request.headers['if-none-match']?.includes(`"${etag}"`)) return reply.status(304).send()
  }
  return typeof answer.body === 'function'
    ? sendPart(request, reply, answer.body, answer.size ?? 0)
    : sendWhole(reply, answer)
}

function sendWhole(reply: FastifyReply, { body, size }: FileAnswer): FastifyReply {
  if (size !== undefined) reply.header('content-length', size)
  return reply.send(body)
}

type Open = (range?: ByteRange) => Readable

/** Players ask for parts of a recording (RFC 9110, 14); one range is enough for all of them. */
function sendPart(request: FastifyRequest, reply: FastifyReply, open: Open, size: number): FastifyReply {
  reply.header('accept-ranges', 'bytes')
  const range = parseRange(request.headers.range, size)
  if (range === 'unsatisfiable') {
    return reply
      .status(416)
      .header('content-range', `bytes */${String(size)}`)
      .send()
  }
  if (!range) return reply.header('content-length', size).send(open())
  const { start, end } = range
  reply.header('content-range', `bytes ${String(start)}-${String(end)}/${String(size)}`)
  return reply
    .status(206)
    .header('content-length', end - start + 1)
    .send(open(range))
}

function parseRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const last = size - 1
  const start = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1])
  const end = found[1] === '' || found[2] === '' ? last : Math.min(last, Number(found[2]))
  return start > end || start > last ? 'unsatisfiable' : { start, end }
}

function disposition(name: string, isInline: boolean): string {
  return `${isInline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`
}

const escape = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
