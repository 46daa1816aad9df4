import type { ParsedMail } from 'mailparser'

/** The report comes first, then the beginning of what is returned. */
const LOOKED_THROUGH = 256 * 1024
const MAX_NAMED = 10

/**
 * Which letters a report of delivery (RFC 3464) gives back for good: their own numbers, from the head of what is returned.
 * Whom it went to, or why it failed, is not believed: anybody can write that.
 */
export function returnedIn({ headers }: Pick<ParsedMail, 'headers'>, source: Buffer): string[] {
  const type = headers.get('content-type')
  if (typeof type !== 'object' || !('value' in type) || !('params' in type)) return []
  const { value, params } = type as { readonly value: string; readonly params: Record<string, string> }
  if (value !== 'multipart/report' || params['report-type']?.toLowerCase() !== 'delivery-status') return []
  const text = source.subarray(0, LOOKED_THROUGH).toString('latin1')
  // One that is only late says `delayed`.
  const status = /^action:[ \t]*failed\b/im.exec(text)
  if (!status) return []
  const named = /^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\s]{1,200}>/gim
  const ids = [...text.matchAll(named)].slice(0, MAX_NAMED).map(([, id]) => (id ?? '').toLowerCase())
  return [...new Set(ids)]
}
