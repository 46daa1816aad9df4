import { type IncomingLetter, type LetterOutcome, takenOutcomes, type TicketId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { newId } from '#platform/new-id.ts'

type Written = {
  readonly at: Date
  readonly sender: string
  readonly recipient: string
  readonly subject: string
  readonly size: number
  readonly outcome: LetterOutcome
  readonly ticketId?: TicketId
  readonly id?: string
  readonly mailboxUid: string | undefined
  readonly fingerprint: Buffer | null
}

/** A letter of the mailbox that is there already has been dealt with. */
export async function insertLetter(db: Db, { id = newId(), ticketId, mailboxUid, ...letter }: Written): Promise<void> {
  await db
    .insertInto('incoming_letter')
    .values({ id, ...letter, ticket_id: ticketId ?? null, mailbox_uid: mailboxUid ?? null })
    .onConflict((conflict) => conflict.column('mailbox_uid').doNothing())
    .execute()
}

/** What its first copy has become; waits for one that is just being taken. */
export async function isTaken(tx: Tx, fingerprint: Buffer): Promise<LetterOutcome | undefined> {
  await lockName(tx, `letter:${fingerprint.toString('hex')}`)
  const row = await tx
    .selectFrom('incoming_letter')
    .where('fingerprint', '=', fingerprint)
    .select('outcome')
    .executeTakeFirst()
  return row?.outcome
}

export const PAGE = 50

type Row = Omit<IncomingLetter, 'at' | 'ticket' | 'link'> & {
  readonly at: Date
  readonly ticketId: TicketId | null
  readonly number: number | null
}

/** Newest first, one more than a page. */
export function listLetters(db: Db, { isRefused, before }: { isRefused: boolean; before?: string | undefined }) {
  return runSql<Row>(
    db,
    `select l.id, l.at, l.sender, l.subject, l.size, l.outcome, l.ticket_id as "ticketId", t.number
     from incoming_letter l left join ticket t on t.id = l.ticket_id
     where ($1::uuid is null or (l.at, l.id) < (select b.at, b.id from incoming_letter b where b.id = $1))
       and (not $2::boolean or l.outcome <> all ($3::text[]))
     order by l.at desc, l.id desc limit ${String(PAGE + 1)}`,
    [before ?? null, isRefused, takenOutcomes],
  )
}

export async function deleteBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('incoming_letter').where('at', '<', before).execute()
}

/** Of what was refused, all but the newest. */
export async function deleteBeyond(db: Db, kept: number): Promise<void> {
  await runSql(
    db,
    `delete from incoming_letter where id in (
       select id from incoming_letter where outcome <> all ($1::text[]) order by at desc, id desc offset $2)`,
    [takenOutcomes, kept],
  )
}
