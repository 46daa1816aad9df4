import type { AccessEntry, AccountId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

type Row = Omit<AccessEntry, 'at'> & { readonly at: Date }

const nameOf = (account: string) => `coalesce((
  select m.full_name from account a join membership m on m.account_id = coalesce(a.merged_into, a.id)
  where a.id = ${account} and m.organization_id = e.organization_id
  order by m.ended_at is not null, m.role in ('parent', 'student') limit 1), '')`

const ENTRIES = `
  select e.id, e.at, e.kind, ${nameOf('e.reader_id')} as reader, o.short_name as organization,
    coalesce((select name from child where id = e.about_child_id), ${nameOf('e.about_account_id')}) as about
  from access_entry e join organization o on o.id = e.organization_id`
const NEWEST = 'and ($2::uuid is null or e.id < $2) order by e.id desc limit $3'

type Page = { readonly before: string | null; readonly limit: number }

export const listAccesses = (db: Db, organizationId: OrganizationId, { before, limit }: Page): Promise<Row[]> =>
  runSql<Row>(db, `${ENTRIES} where e.organization_id = $1 ${NEWEST}`, [organizationId, before, limit])

/** About this person under whatever account they had, and about children of theirs now. */
export const listAccessesAbout = (db: Db, accountId: AccountId, { before, limit }: Page): Promise<Row[]> =>
  runSql<Row>(
    db,
    `${ENTRIES} where e.id in (
       select id from access_entry
       where about_account_id in (select id from account where id = $1 or merged_into = $1)
       union all
       select id from access_entry
       where about_child_id in (
         select gs.child_id from guardianship gs join membership m on m.id = gs.membership_id
         where m.account_id = $1 and m.ended_at is null and gs.until_at is null and not gs.is_limited)) ${NEWEST}`,
    [accountId, before, limit],
  )
