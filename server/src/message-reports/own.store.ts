import type { AccountId, MessageReportId, ReportedPlaceKind, ReportReason, ReportVerdict } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type OwnRow = {
  readonly id: MessageReportId
  readonly organizationName: string
  readonly placeKind: ReportedPlaceKind
  readonly placeTitle: string
  readonly reason: ReportReason
  readonly reportedAt: Date
  readonly verdict: ReportVerdict | null
  readonly word: string
  readonly decidedAt: Date | null
  readonly seenAt: Date | null
}

/** Newest first; `before`: the last of the page before. */
export function listOwn(
  db: Db,
  reporter: AccountId,
  { before, limit }: { before: MessageReportId | null; limit: number },
): Promise<OwnRow[]> {
  return runSql<OwnRow>(
    db,
    `select r.id, coalesce(o.short_name, '') as "organizationName",
       s.place as "placeKind", s.title as "placeTitle", r.reason,
       r.reported_at as "reportedAt", r.verdict, r.word, r.decided_at as "decidedAt", r.seen_at as "seenAt"
     from message_report r
     left join organization o on o.id = r.organization_id
     join message_report_subject s on s.report_id = r.id
     where r.reporter_id = $1 and ($2::uuid is null or (r.reported_at, r.id) < (
       select reported_at, id from message_report where id = $2 and reporter_id = $1))
     order by r.reported_at desc, r.id desc limit $3`,
    [reporter, before, limit],
  )
}

export async function countUnseen(db: Db, reporter: AccountId): Promise<number> {
  const [row] = await runSql<{ count: number }>(
    db,
    `select count(*)::int as count from message_report
     where reporter_id = $1 and decided_at is not null and seen_at is null`,
    [reporter],
  )
  return row?.count ?? 0
}

export async function updateSeen(tx: Tx, reporter: AccountId, now: Date): Promise<void> {
  await runSql(
    tx,
    `update message_report set seen_at = $2 where reporter_id = $1 and decided_at is not null and seen_at is null`,
    [reporter, now],
  )
}
