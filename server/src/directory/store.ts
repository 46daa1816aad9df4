import type { AccountId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type InOrganization, isClosedIn, type OrganizationRole } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import type { PersonFacts } from './policy.ts'

/**
 * Of a query over `membership`: the reader, confirmed, teaches a child of this parent. Found once for all rows, from the
 * reader on, one thing after the other (`offset 0`): everybody who teaches anywhere is not read.
 */
export const teaches = (reader: AccountId) => sql<boolean>`membership.id in (
  select guardianship.membership_id
  from membership teacher
  cross join lateral (select group_id from teaching where membership_id = teacher.id offset 0) own
  join "group" on "group".id = own.group_id and "group".archived_at is null
  cross join lateral (select child_id from group_child where group_id = own.group_id and until_at is null offset 0) taught
  cross join lateral (
    select membership_id from guardianship where child_id = taught.child_id and until_at is null offset 0) guardianship
  where teacher.account_id = ${reader} and teacher.ended_at is null and teacher.confirmed_at is not null)`

export type Found = PersonFacts & InOrganization & { readonly accountId: AccountId }

/** Undefined when there is no such person in this organization now. */
export function findPersonFacts(
  db: Db,
  organizationId: OrganizationId,
  membershipId: MembershipId,
  reader: AccountId,
): Promise<Found | undefined> {
  return db
    .selectFrom('membership')
    .where('membership.id', '=', membershipId)
    .where('membership.organization_id', '=', organizationId)
    .where('membership.ended_at', 'is', null)
    .select([
      'membership.account_id as accountId',
      'membership.role',
      sql<OrganizationRole[]>`organization_roles(membership.organization_id, ${reader})`.as('readerRoles'),
      teaches(reader).as('teachesTheirChild'),
      sql<boolean>`${sql.raw(isClosedIn('membership.organization_id'))}`.as('isOrganizationClosed'),
    ])
    .executeTakeFirst()
}

/** Who belongs somewhere now, as lists and pages show them. */
export const people = (db: Db) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.membership_id', 'membership.id')
    .where('membership.ended_at', 'is', null)
    .select([
      'person.account_id as accountId',
      'person.membership_id as membershipId',
      'person.role',
      'person.name',
      'person.label',
      'person.is_confirmed as isConfirmed',
      'membership.full_name as fullName',
      'membership.is_admin as isAdmin',
      'membership.is_head as isHead',
      'membership.created_at as createdAt',
      'membership.confirmed_at as confirmedAt',
    ])

export function getPersonRow(db: Db, membershipId: MembershipId) {
  return people(db)
    .innerJoin('account', 'account.id', 'membership.account_id')
    .leftJoin('account as confirmer', 'confirmer.id', 'membership.confirmed_by')
    .select(['account.phone as provenPhone', 'account.unverified_phone as saidPhone'])
    .select(
      sql<string | null>`nullif(btrim(concat_ws(' ', confirmer.given_name, confirmer.patronymic)), '')`.as(
        'confirmedBy',
      ),
    )
    .where('membership.id', '=', membershipId)
    .executeTakeFirstOrThrow()
}
