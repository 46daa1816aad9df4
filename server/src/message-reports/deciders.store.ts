import type { AccountId, MessageReportId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** Whose screens show it: those who decide, as `policy.ts` says. */
export async function listDeciders(db: Db, id: MessageReportId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select distinct who.account_id as "accountId"
     from message_report r
     join message_report_subject s on s.report_id = r.id
     join message_report_desk d on d.report_id = r.id
     cross join lateral (
       select account_id from operator where d.desk = 'operator'
       union all
       select account_id from membership
       where organization_id = r.organization_id and ended_at is null and (d.desk = 'head' and is_head or d.desk = 'group' and is_admin)
       union all
       select own.account_id from teaching t join membership own on own.id = t.membership_id
       where d.desk = 'group' and t.group_id = s.group_id and own.ended_at is null and own.confirmed_at is not null
     ) who
     where r.id = $1 and who.account_id <> s.author_id`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}
