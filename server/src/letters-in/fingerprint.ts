import { createHash } from 'node:crypto'
import type { ReadLetter } from './read-letter.ts'

/** What tells a letter that is sent again: who it is from and its number; of one without a number, all it says. */
export function fingerprintOf({ from, messageId, subject, text, files }: ReadLetter, what: 'application' | 'ticket') {
  const hash = createHash('sha256').update(`${from.address}\n${messageId}`)
  // The same letter to two addresses is two matters.
  if (what === 'application') hash.update('\napplication')
  if (messageId === '') {
    hash.update(`\n${subject}\n${text}`)
    for (const { bytes } of files) hash.update(bytes)
  }
  return hash.digest()
}
