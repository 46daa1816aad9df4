import type { AccessKind, AccountId, ChildId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { type Db, runSql } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'

type Looked = {
  readonly organizationId: OrganizationId
  readonly kind: AccessKind
  readonly aboutAccountId?: AccountId
  readonly aboutChildId?: ChildId
}

/**
 * Writes down that somebody looked at another's personal data: ids only, once a day for each, so a page that is opened
 * again costs one look at an index. Oneself and one's own children are nobody else's data.
 */
export async function recordAccess(db: Db, { accountId }: Pick<Actor, 'accountId'>, looked: Looked): Promise<void> {
  const { organizationId, kind, aboutAccountId = null, aboutChildId = null } = looked
  if (aboutAccountId === accountId) return
  await runSql(db, INSERT, [newId(), organizationId, accountId, kind, aboutAccountId, aboutChildId])
}

// The day is the organization's own.
const INSERT = `
  insert into access_entry (id, organization_id, day, at, reader_id, kind, about_account_id, about_child_id)
  select $1, o.id, (now() at time zone o.time_zone)::date, now(), $3, $4, $5::uuid, $6::uuid
  from organization o
  where o.id = $2 and not exists (
    select from guardianship gs join membership m on m.id = gs.membership_id
    where gs.child_id = $6::uuid and gs.until_at is null and m.account_id = $3 and m.ended_at is null)
  on conflict do nothing`
