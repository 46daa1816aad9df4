import type { AccountId, RegistrationState, WebinarId } from '@kolosok/contract'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'
import type { Place } from '#platform/place.ts'

/**
 * Where somebody is from: the place that makes a webinar theirs, as staff rather than as a parent; whoever has left
 * since, where they were.
 */
export const FROM = `
  left join lateral (
    select o.short_name as organization, o.name as organization_name, o.time_zone, o.id as organization_id, p.label as position
    from membership m
    join person p on p.membership_id = m.id
    join organization o on o.id = m.organization_id
    where m.account_id = r.account_id
    order by not exists (
        select from webinar_audience a where a.webinar_id = r.webinar_id and a.membership_id = m.id),
      m.role in ('parent', 'student'), m.ended_at desc nulls first, o.short_name, m.id limit 1) f on true`

export type PersonRow = {
  readonly accountId: AccountId
  readonly name: string
  readonly organization: string
  readonly position: string
  readonly email: string | null
  readonly state: RegistrationState
  readonly askedAt: Date
  readonly seconds: number | null
  readonly attended: boolean | null
  readonly certificate: string | null
}

type Looking = {
  readonly state?: RegistrationState | undefined
  readonly after?: Place<AccountId> | undefined
  readonly limit: number
  /** Whom it is not for any more was there all the same. */
  readonly hasBegun: boolean
}

/** In the order they came. */
export function listPeople(db: Db, id: WebinarId, { state, after, limit, hasBegun }: Looking): Promise<PersonRow[]> {
  return runSql<PersonRow>(
    db,
    `select r.account_id as "accountId", r.name, coalesce(f.organization, '') as organization,
       coalesce(f.position, '') as position, a.email, r.state, r.asked_at as "askedAt", w.seconds, w.attended,
       c.number as certificate
     from webinar_registration r
     join account a on a.id = r.account_id
     left join webinar_attendance($1) w on w.account_id = r.account_id
     left join certificate c
       on c.webinar_id = r.webinar_id and c.account_id = r.account_id and c.revoked_at is null
     ${FROM}
     where r.webinar_id = $1 and ($2::text is null or r.state = $2)
       and ($5 or exists (
         select from webinar_audience x where x.webinar_id = r.webinar_id and x.account_id = r.account_id))
       and ($3::timestamptz is null or (r.asked_at, r.account_id) > ($3, $6::uuid))
     order by r.asked_at, r.account_id limit $4`,
    [id, state ?? null, after?.at ?? null, limit, hasBegun, after?.id ?? null],
  )
}

type Marking = { readonly accountIds: readonly AccountId[]; readonly attended: boolean }

/** Of those with a seat; how many it changed something for. */
export async function updateAttended(tx: Tx, id: WebinarId, { accountIds, attended }: Marking): Promise<number> {
  const result = await tx
    .updateTable('webinar_registration')
    .where('webinar_id', '=', id)
    .where('state', '=', 'registered')
    .where('account_id', '=', anyOf(accountIds))
    .where('attended', 'is distinct from', attended)
    .set({ attended })
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export type Attendee = { readonly accountId: AccountId; readonly name: string; readonly organization: string }

/** Who was there and has no certificate in force; from where, as papers call it. */
export function listWithoutCertificate(db: Db, id: WebinarId): Promise<Attendee[]> {
  return runSql<Attendee>(
    db,
    `select r.account_id as "accountId", r.name, coalesce(f.organization_name, '') as organization
     from webinar_registration r
     join webinar_attendance($1) w on w.account_id = r.account_id and w.attended
     ${FROM}
     where r.webinar_id = $1 and not exists (
       select from certificate c
       where c.webinar_id = r.webinar_id and c.account_id = r.account_id and c.revoked_at is null)
     order by r.asked_at, r.account_id`,
    [id],
  )
}
