import type { AccountId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

type Counted = { readonly organizationId: OrganizationId; readonly count: number }

/** Notices an answer to which is wanted of this account, by organization: few are open at a time. */
export function countWaitingNotices(db: Db, accountId: AccountId, now: Date): Promise<Counted[]> {
  return runSql<Counted>(
    db,
    `select n.organization_id as "organizationId", count(*)::int as count
     from (select distinct organization_id from membership where account_id = $1 and ended_at is null) o
     join notice n on n.organization_id = o.organization_id and n.withdrawn_at is null and n.deadline_at > $2
     where exists (
       select from notice_unit u
       where u.notice_id = n.id and u.account_id = $1 and not exists (
         select from notice_answer a where a.notice_id = n.id and a.version = n.version and a.unit_id = u.unit_id))
     group by n.organization_id`,
    [accountId, now],
  )
}
