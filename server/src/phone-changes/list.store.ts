import type { AccountId, MembershipId, OrganizationId, PhoneChangeId, Role } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

type ListedRow = {
  readonly id: PhoneChangeId
  readonly accountId: AccountId
  readonly membershipId: MembershipId | null
  readonly role: Role | null
  readonly name: string
  readonly label: string
  readonly isConfirmed: boolean
  readonly fullName: string
  readonly newPhone: string
  readonly isByOwner: boolean
  readonly requestedBy: string
  readonly requestedById: AccountId
  readonly requestedAt: Date
  readonly takesEffectAt: Date | null
  readonly isAgreedHere: boolean
  readonly placeCount: number
  readonly waitingCount: number
  readonly isOperator: boolean
}

/**
 * Those that wait: of who belongs to one organization, or all. A few at a time ever wait, and
 * `phone_change_open_once` holds exactly them.
 */
export async function listOpenChanges(db: Db, organizationId: OrganizationId | null): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    with place as (
      select distinct c.id, m.organization_id, a.phone_change_id is not null as has_agreed
      from phone_change c
      join membership m on m.account_id = c.account_id and m.ended_at is null
      left join phone_change_agreement a on a.phone_change_id = c.id and a.organization_id = m.organization_id
      where c.ended_at is null
    )
    select c.id, c.account_id as "accountId", p.membership_id as "membershipId", p.role,
      coalesce(p.name, nullif(btrim(who.given_name || ' ' || who.patronymic), ''), '?') as name,
      coalesce(p.label, '') as label, coalesce(p.is_confirmed, false) as "isConfirmed",
      coalesce(nullif(btrim(concat_ws(' ', who.family_name, who.given_name, who.patronymic)), ''), '?') as "fullName",
      c.new_phone as "newPhone", c.requested_by = c.account_id as "isByOwner",
      btrim(concat_ws(' ', asker.given_name, asker.patronymic)) as "requestedBy",
      c.requested_by as "requestedById",
      c.requested_at as "requestedAt", c.takes_effect_at as "takesEffectAt",
      coalesce((select has_agreed from place where place.id = c.id and organization_id = ${organizationId}), false)
        as "isAgreedHere",
      (select count(*)::int from place where place.id = c.id) as "placeCount",
      (select count(*)::int from place where place.id = c.id and not has_agreed
        and organization_id is distinct from ${organizationId}) as "waitingCount",
      exists (select from operator o where o.account_id = c.account_id) as "isOperator"
    from phone_change c
    join account who on who.id = c.account_id
    join account asker on asker.id = c.requested_by
    left join lateral (
      select * from person where person.account_id = c.account_id
        and (${organizationId}::uuid is null or person.organization_id = ${organizationId})
        and exists (select from membership m where m.id = person.membership_id and m.ended_at is null)
      order by person.role in ('parent', 'student'), person.membership_id limit 1
    ) p on true
    where c.ended_at is null and (${organizationId}::uuid is null
      or exists (select from place where place.id = c.id and organization_id = ${organizationId}))
    order by c.requested_at, c.id limit 200`.execute(db)
  return rows
}

/** Those that wait for this account's word, where there are any. The roles are those of `decidePhoneChanges`. */
export async function countToDecide(
  db: Db,
  accountId: AccountId,
): Promise<{ organizationId: OrganizationId; count: number }[]> {
  const { rows } = await sql<{ organizationId: OrganizationId; count: number }>`
    select m.organization_id as "organizationId", count(distinct c.id)::int as count
    from membership own
    join membership m on m.organization_id = own.organization_id and m.ended_at is null
    join phone_change c on c.account_id = m.account_id and c.state = 'requested' and c.ended_at is null
    where own.account_id = ${accountId} and own.ended_at is null and (own.is_admin or own.is_head)
      and c.account_id <> ${accountId} and not exists (select from operator o where o.account_id = c.account_id)
      and not exists (select from phone_change_agreement a
        where a.phone_change_id = c.id and a.organization_id = m.organization_id)
    group by m.organization_id`.execute(db)
  return rows
}
