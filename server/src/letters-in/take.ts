import { type LetterOutcome, MAX_SUBJECT, type TicketId } from '@kolosok/contract'
import { beginByLetter, receiveOrder } from '#applications/index.ts'
import { type FilesContext } from '#files/index.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { updateReturned } from '#platform/outgoing-letters.ts'
import { createSlots } from '#platform/slots.ts'
import { findByTag, takeLetter } from '#tickets/index.ts'
import { clean } from './clean.ts'
import { type Desk, deskOf, deskOfLetter } from './desk.ts'
import { fingerprintOf } from './fingerprint.ts'
import { keepFiles } from './keep-files.ts'
import { limitTaking, mayAnswer, mayBegin } from './limits.ts'
import type { ReadLetter } from './read-letter.ts'
import { readOnThread } from './reading.ts'
import type { Spooled } from './spool.ts'
import { insertLetter, isTaken } from './store.ts'

export type Arrived = {
  /** Who the sending server says it is from, empty for a bounce; undefined where only the letter says it. */
  readonly sender: string | undefined
  /** Undefined where only the letter says it. */
  readonly recipient: string | undefined
  /** Of the server that sends it; undefined from a mailbox. */
  readonly network?: string
  /** Where it is known before the letter is read. */
  readonly subject?: string | undefined
  /** Its place in the mailbox. */
  readonly mailboxUid?: string
  readonly size: number
}

/** One letter with its files takes some fifty megabytes while it is looked at. */
const inTurn = createSlots(2)

/**
 * What becomes of a letter: a ticket, the beginning of an application, or a line in the operator's list that says why
 * neither. Throws only where it should be sent again.
 */
export const takeArrived = (files: FilesContext, arrived: Arrived, spooled: Spooled): Promise<LetterOutcome> =>
  inTurn(() => takeInTurn(files, arrived, spooled))

async function takeInTurn(files: FilesContext, arrived: Arrived, { path }: Spooled): Promise<LetterOutcome> {
  const known = arrived.recipient === undefined ? undefined : deskOf(files.config, arrived.recipient)
  // A false tag is not worth reading the letter.
  if (known?.tag && (await findByTag(files.db, known.tag)) === undefined)
    return refuse(files, arrived, 'unknown-address')
  const letter = await readOnThread(files.config, { path, envelope: arrived.sender })
  if (!letter) return refuse(files, arrived, 'unreadable')
  for (const id of letter.returned) await updateReturned(files.db, id)
  if (letter.fault) return refuse(files, arrived, letter.fault, letter)
  const desk = known ?? deskOfLetter(files.config, letter)
  return desk.isForApplications && letter.files.length > 0 && letter.isAnswerable
    ? takeApplication(files, arrived, letter)
    : takeForTicket(files, arrived, letter, desk)
}

async function takeApplication(files: FilesContext, arrived: Arrived, letter: ReadLetter): Promise<LetterOutcome> {
  await limitTaking(files, { whose: letter.from.address, isNew: true, network: arrived.network })
  const application = await receiveOrder(files, letter)
  const outcome = await once(files, arrived, { letter, what: 'application' }, async (tx) => {
    if (!(await mayBegin(files, tx, letter.from.address))) return undefined
    const id = newId()
    await beginByLetter(files, tx, { ...letter, id }, application)
    return { outcome: 'application-begun', id }
  })
  return outcome ?? refuse(files, arrived, 'too-many', letter)
}

async function takeForTicket(
  files: FilesContext,
  arrived: Arrived,
  letter: ReadLetter,
  { tag }: Desk,
): Promise<LetterOutcome> {
  const goesTo = tag === '' ? undefined : await findByTag(files.db, tag)
  if (tag !== '' && goesTo === undefined) return refuse(files, arrived, 'unknown-address', letter)
  const whose = goesTo ?? letter.from.address
  await limitTaking(files, { whose, isNew: goesTo === undefined, network: arrived.network })
  const kept = await keepFiles(files, letter)
  const outcome = await once(files, arrived, { letter, what: 'ticket' }, async (tx, afterCommit) => {
    const isAnswered = letter.isAnswerable && goesTo === undefined && (await mayAnswer(files, tx, letter.from.address))
    const taken = await takeLetter(files, tx, { ...letter, ...kept, tag, isAnswered }, afterCommit)
    if (!taken) return undefined
    return { outcome: taken.isNew ? 'ticket-begun' : 'ticket-continued', ticketId: taken.ticketId }
  })
  return outcome ?? refuse(files, arrived, 'unknown-address', letter)
}

type Taken = {
  readonly outcome: LetterOutcome
  readonly ticketId?: TicketId
  /** Of its line, where something is sent about it. */
  readonly id?: string
}
type Taking = { readonly letter: ReadLetter; readonly what: 'application' | 'ticket' }

/** However often it arrives, it is taken once, and written down in the same moment. Undefined: it was not taken. */
function once(
  files: FilesContext,
  arrived: Arrived,
  { letter, what }: Taking,
  take: (tx: Tx, afterCommit: AfterCommit) => Promise<Taken | undefined>,
): Promise<LetterOutcome | undefined> {
  const fingerprint = fingerprintOf(letter, what)
  return transact(files.db, async (tx, afterCommit) => {
    const before = await isTaken(tx, fingerprint)
    if (before !== undefined) return before
    const taken = await take(tx, afterCommit)
    if (!taken) return undefined
    await insertLetter(tx, { ...lineOf(files, arrived, letter), ...taken, fingerprint })
    return taken.outcome
  })
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
const lineOf = (
  { clock, config }: FilesContext,
  { sender, subject, size, mailboxUid }: Arrived,
  letter?: ReadLetter,
) => ({
  at: clock(),
  sender: letter?.from.address ?? clean(sender ?? '', 200),
  recipient: config.MAIL_IN_ADDRESS ?? '',
  subject: letter?.subject ?? clean(subject ?? '', MAX_SUBJECT),
  size,
  mailboxUid,
})
