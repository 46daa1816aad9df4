import type { AccountId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

type Counted = { readonly organizationId: OrganizationId; readonly count: number }

/** Unread posts of channels that are not muted, by organization; only where there are any. */
export function countUnreadPosts(db: Db, accountId: AccountId): Promise<Counted[]> {
  return runSql<Counted>(
    db,
    `select c.organization_id as "organizationId", sum(unread.count)::int as count
     from (select distinct organization_id from membership where account_id = $1 and ended_at is null) o
     join channel c on c.organization_id = o.organization_id and c.closed_at is null
     cross join lateral (
       select min(r.since) as since from channel_reader r where r.channel_id = c.id and r.account_id = $1) reader
     left join channel_position p on p.channel_id = c.id and p.account_id = $1
     cross join lateral (
       select count(*) from post
       where post.channel_id = c.id and post.state = 'published' and post.seq > coalesce(p.read_seq, 0)
         and post.published_at >= reader.since) unread
     where not coalesce(p.is_muted, false) and unread.count > 0
     group by c.organization_id`,
    [accountId],
  )
}

/** Proposal that waits for an administrator's decision, or was returned to this account. */
export function countProposals(db: Db, accountId: AccountId): Promise<Counted[]> {
  return runSql<Counted>(
    db,
    `select m.organization_id as "organizationId", count(distinct post.id)::int as count
     from membership m
     join channel c on c.organization_id = m.organization_id and c.closed_at is null
     join post on post.channel_id = c.id and (
       post.state = 'proposed' and m.is_admin or post.state = 'returned' and post.author_id = m.account_id)
     where m.account_id = $1 and m.ended_at is null
     group by m.organization_id`,
    [accountId],
  )
}
