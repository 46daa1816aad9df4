import type { ChildId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

export type TaughtGroup = {
  readonly id: GroupId
  readonly name: string
  /** Nobody else leads it for good. */
  readonly isOnlyLead: boolean
  /** Whoever teaches it besides, confirmed. */
  readonly others: MembershipId[]
}

const TAUGHT = `
  select g.id, g.name,
    bool_or(t.duty = 'lead') and g.kind <> 'staff' and not exists (
      select from group_teacher lead join membership m on m.id = lead.membership_id
      where lead.group_id = g.id and lead.until_at is null and lead.duty = 'lead' and lead.membership_id <> $1
        and m.ended_at is null) as "isOnlyLead",
    array(select distinct o.membership_id from teaching o join membership m on m.id = o.membership_id
      where o.group_id = g.id and o.membership_id <> $1 and m.ended_at is null and m.confirmed_at is not null) as others
  from teaching t
  join "group" g on g.id = t.group_id
  where t.membership_id = $1 and g.archived_at is null
  group by g.id
  order by g.place, g.name`

export const listTaught = (db: Db, id: MembershipId): Promise<TaughtGroup[]> => runSql(db, TAUGHT, [id])

export type Colleague = {
  readonly membershipId: MembershipId
  readonly fullName: string
  readonly position: string
  /** Administers or manages: sees everything here as it is. */
  readonly isOffice: boolean
}

const COLLEAGUES = `
  select m.id as "membershipId", m.position, m.is_admin or m.role = 'management' as "isOffice",
    coalesce(nullif(concat_ws(' ', nullif(a.family_name, ''), nullif(a.given_name, ''), nullif(a.patronymic, '')), ''),
      '?') as "fullName"
  from membership m join account a on a.id = m.account_id
  where m.organization_id = $1 and m.role in ('management', 'teacher') and m.ended_at is null
    and m.confirmed_at is not null
    and m.account_id <> (select account_id from membership where id = $2)
  order by 4, m.id`

/** Confirmed staff besides the one who leaves, by name. */
export const listColleagues = (db: Db, organizationId: OrganizationId, leaving: MembershipId): Promise<Colleague[]> =>
  runSql(db, COLLEAGUES, [organizationId, leaving])

const CHILDREN = `
  select c.id, c.name, not exists (
      select from guardianship other join membership m on m.id = other.membership_id
      where other.child_id = c.id and other.until_at is null and other.membership_id <> $1 and m.ended_at is null
    ) as "isOnlyGuardian"
  from guardianship gs join child c on c.id = gs.child_id
  where gs.membership_id = $1 and gs.until_at is null and c.left_at is null
  order by c.name`

export const listChildrenOf = (
  db: Db,
  id: MembershipId,
): Promise<{ id: ChildId; name: string; isOnlyGuardian: boolean }[]> => runSql(db, CHILDREN, [id])
