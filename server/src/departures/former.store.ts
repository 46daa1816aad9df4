import type { AccountId, FormerStaff, MembershipId, OrganizationId, Person, Role } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql } from '#platform/db.ts'

const NAME = `coalesce(nullif(concat_ws(' ', nullif(a.family_name, ''), nullif(a.given_name, ''),
  nullif(a.patronymic, '')), ''), '?')`

export async function getFullName(db: Db, id: MembershipId): Promise<string> {
  const { name } = await db
    .selectFrom('membership')
    .innerJoin('account as a', 'a.id', 'membership.account_id')
    .where('membership.id', '=', id)
    .select(sql<string>`${sql.raw(NAME)}`.as('name'))
    .executeTakeFirstOrThrow()
  return name
}

type Row = Person & Omit<FormerStaff, 'person' | 'endedAt'> & { readonly endedAt: Date }

const FORMER = `
  select p.account_id as "accountId", m.id as "membershipId", m.role, p.name, p.label, p.is_confirmed as "isConfirmed",
    ${NAME} as "fullName", m.ended_at as "endedAt",
    exists (select from membership now where now.organization_id = m.organization_id and now.account_id = m.account_id
      and now.ended_at is null and now.role in ('management', 'teacher')) as "isBack"
  from membership m
  join person p on p.membership_id = m.id
  join account a on a.id = m.account_id
  where m.organization_id = $1 and m.ended_at is not null and m.role in ('management', 'teacher')
    and ($2::uuid is null or (m.ended_at, m.id) < (select ended_at, id from membership where id = $2))
  order by m.ended_at desc, m.id desc
  limit $3`

/** The last one first; after the one that is named. */
export async function listFormer(
  db: Db,
  organizationId: OrganizationId,
  { after, limit }: { after: MembershipId | undefined; limit: number },
): Promise<FormerStaff[]> {
  const rows = await runSql<Row>(db, FORMER, [organizationId, after ?? null, limit])
  return rows.map(({ fullName, endedAt, isBack, ...person }) => ({
    ...{ person, fullName, isBack },
    endedAt: endedAt.toISOString(),
  }))
}

export type Former = {
  readonly accountId: AccountId
  readonly role: Extract<Role, 'management' | 'teacher'>
  readonly position: string
  readonly wasConfirmed: boolean
}

const FIND = `
  select account_id as "accountId", role, position, confirmed_at is not null as "wasConfirmed"
  from membership
  where id = $2 and organization_id = $1 and ended_at is not null and role in ('management', 'teacher')`

export async function findFormer(
  db: Db,
  organizationId: OrganizationId,
  id: MembershipId,
): Promise<Former | undefined> {
  const [row] = await runSql<Former>(db, FIND, [organizationId, id])
  return row
}
