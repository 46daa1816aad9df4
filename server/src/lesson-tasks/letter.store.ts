import type { ChildId, MeetingId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

type Address = { readonly email: string }

const ADDRESS = `
  join account on account.id = who.account_id and account.email is not null
  where not lacks_consent(m.organization_id, 'letters', account.id)
  order by account.email`
const emails = (rows: readonly Address[]): string[] => rows.map(({ email }) => email)

/** Proven addresses of the families of a lesson, or of one child: those who may hand in. */
export async function listFamilyAddresses(db: Db, id: MeetingId, child: ChildId | null): Promise<string[]> {
  const rows = await runSql<Address>(
    db,
    `select distinct account.email
     from meeting m
     join lateral (
       select ms.account_id from meeting_unit u
       join guardianship gs on gs.child_id = u.child_id and gs.until_at is null and not gs.is_limited
       join membership ms on ms.id = gs.membership_id and ms.ended_at is null
       where u.meeting_id = m.id and m.id = $1 and ($2::uuid is null or u.child_id = $2)) who on m.id = $1
     ${ADDRESS}`,
    [id, child],
  )
  return emails(rows)
}

/** Of whoever planned it, and of the confirmed teachers of its groups. */
export async function listTeacherAddresses(db: Db, id: MeetingId): Promise<string[]> {
  const rows = await runSql<Address>(
    db,
    `select distinct account.email
     from meeting m
     join lateral (
       select ms.account_id from membership ms
       where ms.organization_id = m.organization_id and ms.account_id = m.organizer_id and ms.ended_at is null
         and ms.confirmed_at is not null
       union
       select ms.account_id from teaching t
       join membership ms on ms.id = t.membership_id and ms.ended_at is null and ms.confirmed_at is not null
       where t.group_id = any(m.group_ids)) who on m.id = $1
     ${ADDRESS}`,
    [id],
  )
  return emails(rows)
}

/** False where they were told of works not long ago. */
export async function takeWorksTold(tx: Tx, id: MeetingId, now: Date, before: Date): Promise<boolean> {
  const rows = await runSql(
    tx,
    `update lesson_task set works_told_at = $2
     where meeting_id = $1 and (works_told_at is null or works_told_at <= $3) returning 1`,
    [id, now, before],
  )
  return rows.length > 0
}
