import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562): ids of one table made one after another lie together in its index. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the brand is chosen by the caller
export function newId<Id extends string>(now = Date.now()): Id {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as Id
}
