import { type AccountId, type AuditAction, type JournalKind, journalKinds } from '@kolosok/contract'
import type { MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

export type Filter = {
  readonly by?: AccountId | undefined
  readonly about?: MembershipId | undefined
  readonly kind?: JournalKind | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly before?: string | undefined
}

export type EntryRow = {
  readonly id: string
  readonly at: Date
  readonly action: AuditAction
  readonly accountId: AccountId | null
  readonly isOperator: boolean
  readonly device: string | null
  readonly subjectKind: string
  readonly subjectId: string | null
  readonly details: Record<string, unknown>
}

/** Newest first. A day begins and ends where the organization is. */
export function listEntries(
  db: Db,
  organizationId: OrganizationId,
  { by, about, kind, from, until, before, limit }: Filter & { limit: number },
): Promise<EntryRow[]> {
  const midnight = (day: string | undefined, plus = 0) =>
    sql<Date>`((${day ?? ''}::date + ${plus}::int)::timestamp at time zone (select time_zone from organization where organization.id = ${organizationId}))`
  return db
    .selectFrom('audit_entry')
    .leftJoin('session', 'session.id', 'audit_entry.session_id')
    .leftJoin('operator', 'operator.account_id', 'audit_entry.account_id')
    .where('audit_entry.organization_id', '=', organizationId)
    .$if(by !== undefined, (query) => query.where('audit_entry.account_id', '=', everyAccountOf(by as AccountId)))
    .$if(about !== undefined, (query) => query.where(isAbout(about as MembershipId)))
    .$if(kind !== undefined, (query) =>
      query.where(sql`split_part(action, '.', 1)`, '=', sql`any(${journalKinds[kind as JournalKind]}::text[])`),
    )
    .$if(from !== undefined, (query) => query.where('at', '>=', midnight(from)))
    .$if(until !== undefined, (query) => query.where('at', '<', midnight(until, 1)))
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(at, audit_entry.id) < (select last.at, last.id from audit_entry last
          where last.id = ${before ?? ''} and last.organization_id = ${organizationId})`,
      ),
    )
    .select((eb) => [
      'audit_entry.id',
      'at',
      sql<AuditAction>`action`.as('action'),
      'audit_entry.account_id as accountId',
      eb('operator.account_id', 'is not', null).$castTo<boolean>().as('isOperator'),
      'session.device',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'details',
    ])
    .orderBy('at', 'desc')
    .orderBy('audit_entry.id', 'desc')
    .limit(limit)
    .execute()
}

/** Done to this person: to the membership itself, by way of something else, or to the account. */
const isAbout = (id: MembershipId) => sql<boolean>`(
  subject_id = any(${membershipsLike(id)}) or details ->> 'membershipId' = any(${membershipsLike(id)}::text[])
  or subject_id = any(array(select a.id from membership m join account a on a.id = m.account_id
    or a.merged_into = m.account_id where m.id = ${id})))`

/** The one that is kept, and those that became a part of it. */
const everyAccountOf = (id: AccountId) =>
  sql<AccountId>`any(array(select id from account where id = ${id} or merged_into = ${id}))`

/** The same role held before, by the same person: ended, or as an account that became a part of this one. */
const membershipsLike = (id: MembershipId) => sql`array(select same.id from membership own
  join membership same on same.organization_id = own.organization_id and same.account_id = own.account_id
    and same.role = own.role where own.id = ${id})`
