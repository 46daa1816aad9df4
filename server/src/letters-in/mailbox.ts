import type { ImapFlow } from 'imapflow'
import type { FilesContext } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import { mailboxName, type OpenFolder, patience, type Patience, reasonOf, withFolder } from './mailbox-connection.ts'
import { findMailbox, listKnown, updateFailing, updatePlace, updateWell } from './mailbox.store.ts'
import { MAX_LETTER_BYTES, spool } from './spool.ts'
import { type Arrived, refuse, takeArrived } from './take.ts'

const DAY = 24 * 3600_000
/** How far back unread letters are looked for: whoever turns this on does not answer last year's. */
const UNREAD_DAYS = 14
const MAX_AT_ONCE = 200
const LONGEST_WAIT_MS = 30 * 60_000
/** Servers lock out whoever keeps coming with a wrong one. */
const WRONG_PASSWORD_WAIT_MS = 10 * 60_000

/**
 * One look into the mailbox: what is new, and what is unread, is taken as if it had come by SMTP, and marked as read only
 * after that. When to look again is the answer.
 */
export async function lookIntoMailbox(files: FilesContext, allowed: Patience = patience): Promise<Date> {
  const { db, config, clock, log } = files
  const name = mailboxName(config) ?? ''
  const everyMs = config.IMAP_EVERY_SECONDS * 1000
  try {
    await withFolder(config, allowed, (client, folder) => takeAll(files, client, { ...folder, name }))
    const nextAt = new Date(clock().getTime() + everyMs)
    await updateWell(db, name, { now: clock(), nextAt })
    return nextAt
  } catch (error) {
    const reason = reasonOf(error)
    log.warn({ err: error, reason }, 'the mailbox could not be looked into')
    const failures = ((await findMailbox(db, name))?.failures ?? 0) + 1
    const longest = reason === 'wrong-password' ? 4 * LONGEST_WAIT_MS : LONGEST_WAIT_MS
    const first = reason === 'wrong-password' ? Math.max(everyMs, WRONG_PASSWORD_WAIT_MS) : everyMs
    const nextAt = new Date(clock().getTime() + Math.min(first * 2 ** Math.min(failures - 1, 12), longest))
    await updateFailing(db, name, { reason, failures, now: clock(), nextAt })
    return nextAt
  }
}

type Folder = OpenFolder & { readonly name: string }

async function takeAll(files: FilesContext, client: ImapFlow, folder: Folder): Promise<void> {
  const { db } = files
  const { name, uidValidity, uidNext } = folder
  const before = await findMailbox(db, name)
  const lastUid = before?.uid_validity === uidValidity ? before.last_uid : undefined
  // The first time nothing that has been read is taken, now or later.
  if (lastUid === undefined) await updatePlace(db, { name, uidValidity, lastUid: uidNext - 1 })
  const [fresh, left] = await listUids(files, client, lastUid)
  const uidOf = (uid: number) => `${name}:${uidValidity}:${String(uid)}`
  const known = await listKnown(db, [...fresh, ...left].map(uidOf))
  // Stopped between writing it down and marking it.
  const done = [...fresh, ...left].filter((uid) => known.has(uidOf(uid)))
  if (done.length > 0) await client.messageFlagsAdd(done, ['\\Seen'], { uid: true })
  // New ones first: what had to wait for its sender's sake holds up nobody else.
  const due = [...fresh, ...left].filter((uid) => !known.has(uidOf(uid))).slice(0, MAX_AT_ONCE)
  const over = new Set<string>()
  for (const uid of due) {
    if (await takeOne(files, client, { uid, mailboxUid: uidOf(uid), over }))
      await client.messageFlagsAdd([uid], ['\\Seen'], { uid: true })
    await updatePlace(db, { name, uidValidity, lastUid: uid })
  }
}

/** Those after the last one, read or not; and those that are still unread. */
async function listUids({ clock }: FilesContext, client: ImapFlow, lastUid: number | undefined) {
  const since = new Date(clock().getTime() - UNREAD_DAYS * DAY)
  const unread = (await client.search({ seen: false, since }, { uid: true })) || []
  if (lastUid === undefined) return [unread, []] as const
  // `8:*` names the last letter, even where that is the seventh.
  const after = (await client.search({ uid: `${String(lastUid + 1)}:*` }, { uid: true })) || []
  const fresh = after.filter((uid) => uid > lastUid)
  return [fresh, unread.filter((uid) => uid <= lastUid)] as const
}

type Due = { readonly uid: number; readonly mailboxUid: string; readonly over: Set<string> }

/** Whether it has been dealt with; what has not stays unread, and is met again. */
async function takeOne(files: FilesContext, client: ImapFlow, { uid, mailboxUid, over }: Due): Promise<boolean> {
  const found = await client.fetchOne(String(uid), { size: true, envelope: true }, { uid: true })
  // Deleted meanwhile, by whoever reads that mailbox, too.
  if (!found) return true
  const { size = 0, envelope } = found
  const sender = envelope?.from?.[0]?.address ?? ''
  // Enough from them in this look: their next ones are not even fetched.
  if (over.has(sender)) return false
  const arrived: Arrived = { sender, subject: envelope?.subject, recipient: undefined, mailboxUid, size }
  if (size > MAX_LETTER_BYTES) {
    await refuse(files, arrived, 'too-large')
    return true
  }
  const taken = await takeWhole(files, client, { uid, arrived: { ...arrived, sender: undefined } })
  if (taken === 'too-many') over.add(sender)
  return taken === 'taken'
}

async function takeWhole(files: FilesContext, client: ImapFlow, { uid, arrived }: { uid: number; arrived: Arrived }) {
  const { content } = await client.download(String(uid), undefined, { uid: true })
  if (!content) return 'taken'
  try {
    await spool(files.config, content, (spooled) => takeArrived(files, { ...arrived, size: spooled.size }, spooled))
    return 'taken'
  } catch (error) {
    // Too many from one sender: the others go on.
    if (error instanceof AppError && error.code === 'too-many-requests') return 'too-many'
    // The mailbox or the database is away: all of it waits. One letter that can not be taken holds up no other.
    if (!client.usable) throw error
    files.log.error({ err: error, uid }, 'a letter could not be taken')
    return 'not-taken'
  }
}
