import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FileId, LetterOutcome } from '@kolosok/contract'
import { type FilesContext, receiveFile } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { tagOf } from '#platform/mail-address.ts'
import { findByTag, takeLetter } from '#tickets/index.ts'
import { readLetter, type ReadLetter } from './read-letter.ts'
import { limitTaking } from './limits.ts'
import { insertLetter, isTaken } from './store.ts'

export type Arrived = {
  readonly sender: string
  readonly recipient: string
  readonly source: Buffer
}

/**
 * What becomes of a letter: a ticket, or a line in the operator's list that says why not. Throws only where it should be
 * sent again.
 */
export async function takeArrived(files: FilesContext, arrived: Arrived): Promise<LetterOutcome> {
  const tag = tagOf(files.config, arrived.recipient) ?? ''
  const goesTo = tag === '' ? 'new' : await findByTag(files.db, tag)
  if (goesTo === undefined) return refuse(files, arrived, 'unknown-address')
  const letter = await readLetter(files.config, arrived.source, arrived.sender).catch(() => undefined)
  if (!letter) return refuse(files, arrived, 'unreadable')
  if (letter.fault) return refuse(files, arrived, letter.fault, letter)
  await limitTaking(files, goesTo === 'new' ? letter.from.address : goesTo, goesTo === 'new')
  return take(files, arrived, letter, tag)
}

const fingerprintOf = ({ from, messageId }: ReadLetter) =>
  messageId === '' ? null : createHash('sha256').update(`${from.address}\n${messageId}`).digest()

async function take(files: FilesContext, arrived: Arrived, letter: ReadLetter, tag: string): Promise<LetterOutcome> {
  const fingerprint = fingerprintOf(letter)
  const kept = await keepFiles(files, letter)
  const outcome = await transact(files.db, async (tx, afterCommit) => {
    if (fingerprint && (await isTaken(tx, fingerprint))) return 'ticket-continued' as const
    const taken = await takeLetter(files, tx, { ...letter, ...kept, tag }, afterCommit)
    if (!taken) return undefined
    const done = taken.isNew ? 'ticket-begun' : 'ticket-continued'
    await insertLetter(tx, { ...lineOf(files, arrived, letter), outcome: done, ticketId: taken.ticketId, fingerprint })
    return done
  })
  return outcome ?? refuse(files, arrived, 'unknown-address', letter)
}

/** Looked into as every upload is; what is not taken is named, and the rest of the letter goes on. */
async function keepFiles(files: FilesContext, letter: ReadLetter) {
  const fileIds: FileId[] = []
  const refusedFiles: string[] = []
  for (const { name, bytes } of letter.files) {
    try {
      const given = { source: Readable.from([bytes]), name, maxSize: bytes.length + 1, check: () => undefined }
      fileIds.push((await receiveFile(files, given)).id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refusedFiles.push(name)
    }
  }
  return { fileIds, refusedFiles }
}

export async function refuse(
  files: FilesContext,
  arrived: Arrived,
  outcome: LetterOutcome,
  letter?: ReadLetter,
): Promise<LetterOutcome> {
  await insertLetter(files.db, { ...lineOf(files, arrived, letter), outcome, fingerprint: null })
  return outcome
}

/** The secret part of an address is not written down. */
const lineOf = ({ clock, config }: FilesContext, { sender, source }: Arrived, letter?: ReadLetter) => ({
  at: clock(),
  sender: (letter?.from.address ?? sender).slice(0, 200),
  recipient: config.MAIL_IN_ADDRESS ?? '',
  subject: letter?.subject ?? '',
  size: source.length,
})
