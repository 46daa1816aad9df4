import type { OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { World } from './world.ts'

/**
 * Whatever in an organization hangs on somebody who is here no more. Written down once more by itself, so that a test
 * may ask after any departures: it has to be empty.
 */
export async function listOwnerless({ db }: Pick<World, 'db'>, organizationId: OrganizationId): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with gone as (
      select * from membership where organization_id = ${organizationId} and ended_at is not null
    ), works as (
      select account_id from membership
      where organization_id = ${organizationId} and ended_at is null and role in ('management', 'teacher')
    )
    select 'teaches ' || group_id as what from group_teacher
      where until_at is null and membership_id in (select id from gone)
    union all
    select 'substitutes ' || group_id from substitution
      where ended_at is null and followed <> 'over' and membership_id in (select id from gone)
    union all
    select 'invites by ' || id from invitation
      where revoked_at is null and uses < use_limit and expires_at > now() and created_by in (select id from gone)
    union all
    select 'sends ' || m.id from mailing m
      where m.organization_id = ${organizationId} and m.stopped_at is null
        and m.created_by not in (select account_id from works)
        and exists (select from invitation_delivery d where d.mailing_id = m.id and d.state in ('waiting', 'sending'))
    union all
    select 'owns ' || c.id from chat c
      where c.organization_id = ${organizationId} and c.state = 'open' and c.owner_id is not null
        and c.owner_id not in (select account_id from works)
    union all
    select 'is in ' || c.id from chat c join chat_member m on m.chat_id = c.id
      where c.organization_id = ${organizationId} and c.kind = 'group'
        and not exists (select from membership held where held.organization_id = c.organization_id
          and held.account_id = m.account_id and held.ended_at is null)
    union all
    select 'writes to ' || c.id from chat c
      where c.organization_id = ${organizationId} and c.kind = 'direct' and c.state = 'open'
        and exists (select from unnest(array[c.first_account_id, c.second_account_id]) one
          where not exists (select from membership held where held.organization_id = c.organization_id
            and held.account_id = one and held.ended_at is null))
    union all
    select 'guards ' || gs.child_id from guardianship gs join child on child.id = gs.child_id and child.left_at is null
      where gs.until_at is null and gs.membership_id in (select id from gone)
    union all
    select 'nobody administers' where not exists (
      select from membership where organization_id = ${organizationId} and is_admin and ended_at is null)
    union all
    select 'nobody leads' where not exists (
      select from membership where organization_id = ${organizationId} and is_head and ended_at is null)
    union all
    select 'without a lead: ' || g.id from "group" g
      where g.organization_id = ${organizationId} and g.kind = 'class' and g.archived_at is null
        and not exists (select from group_teacher t join membership m on m.id = t.membership_id
          where t.group_id = g.id and t.until_at is null and t.duty = 'lead' and m.ended_at is null)`.execute(db)
  return rows.map(({ what }) => what)
}
