import type { MailboxReason } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

export async function findMailbox(db: Db, name: string) {
  const row = await db.selectFrom('mailbox').selectAll().where('name', '=', name).executeTakeFirst()
  return row && { ...row, last_uid: Number(row.last_uid) }
}

type Place = { readonly name: string; readonly uidValidity: string; readonly lastUid: number }

/** Never back, as long as the numbers mean the same. */
export async function updatePlace(db: Db, { name, uidValidity, lastUid }: Place): Promise<void> {
  await db
    .insertInto('mailbox')
    .values({ name, uid_validity: uidValidity, last_uid: lastUid })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        uid_validity: uidValidity,
        last_uid: sql<number>`case when mailbox.uid_validity = excluded.uid_validity
          then greatest(mailbox.last_uid, excluded.last_uid) else excluded.last_uid end`,
      }),
    )
    .execute()
}

export async function updateWell(db: Db, name: string, { now, nextAt }: { now: Date; nextAt: Date }): Promise<void> {
  const well = { checked_at: now, failing_since: null, reason: null, failures: 0, next_at: nextAt }
  await db
    .insertInto('mailbox')
    .values({ name, ...well })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(well))
    .execute()
}

type Failure = { readonly reason: MailboxReason; readonly failures: number; readonly now: Date; readonly nextAt: Date }

export async function updateFailing(db: Db, name: string, { reason, failures, now, nextAt }: Failure): Promise<void> {
  await db
    .insertInto('mailbox')
    .values({ name, reason, failures, failing_since: now, next_at: nextAt })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        reason,
        failures,
        failing_since: sql<Date>`coalesce(mailbox.failing_since, excluded.failing_since)`,
        next_at: nextAt,
      }),
    )
    .execute()
}

/** Which of these letters have been dealt with. */
export async function listKnown(db: Db, mailboxUids: readonly string[]): Promise<Set<string | null>> {
  if (mailboxUids.length === 0) return new Set()
  const rows = await db
    .selectFrom('incoming_letter')
    .where('mailbox_uid', 'in', [...mailboxUids])
    .select('mailbox_uid')
    .execute()
  return new Set(rows.map((row) => row.mailbox_uid))
}
