import type { AccountId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db } from '#platform/db.ts'

type KnownPerson = { readonly membershipId: MembershipId; readonly name: string }

export type Names = {
  /** Of memberships, groups, children and everything else that a line may be about, by id. */
  readonly things: ReadonlyMap<string, string>
  /** Accounts as this organization knows them. */
  readonly people: ReadonlyMap<string, KnownPerson>
}

/**
 * What these ids are called today, in one organization: two statements however many they are. People by their whole
 * name: of two called Anna Alekseevna a journal says which.
 */
export async function listNames(db: Db, organizationId: OrganizationId, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return { things: new Map(), people: new Map() }
  const things = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('id', '=', anyOf(ids as MembershipId[]))
    .select([sql<string>`id`.as('id'), 'full_name as name'])
    .unionAll(
      db
        .selectFrom('group')
        .where('organization_id', '=', organizationId)
        .where('id', '=', anyOf(ids as GroupId[]))
        .select([sql<string>`id`.as('id'), 'name']),
    )
    .unionAll(named(organizationId, ids))
    .execute()
  const people = await db
    .selectFrom('account')
    // One that became a part of another is that one today.
    .innerJoin('person', (join) =>
      join.on('person.account_id', '=', sql<AccountId>`coalesce(account.merged_into, account.id)`),
    )
    .innerJoin('membership', 'membership.id', 'person.membership_id')
    .where('account.id', '=', anyOf(ids as AccountId[]))
    .where('person.organization_id', '=', organizationId)
    .distinctOn('account.id')
    .select(['account.id as accountId', 'membership.id as membershipId', 'membership.full_name as name'])
    .orderBy('account.id')
    .orderBy(sql`membership.ended_at is not null`)
    // Somebody who works here is called so, though a child of theirs is here too.
    .orderBy(sql`person.role in ('parent', 'student')`)
    .execute()
  return {
    things: new Map(things.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ accountId, ...person }) => [accountId, person])),
  }
}

/**
 * Children, invitations (by the child, or the position they are for), requests to join (by who asks), chats and calls (by the chat), channels, notices,
 * broadcasts, meetings, local acts, materials, imports, reports and tickets by their number: what they are about is not
 * everybody's who reads the journal.
 */
const named = (organizationId: OrganizationId, ids: readonly string[]) => sql<{ id: string; name: string }>`
  select id, name from child where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select i.id, coalesce(child.name, i.position) from invitation i left join child on child.id = i.child_id
  where i.organization_id = ${organizationId} and i.id = any(${ids}::uuid[])
  union all
  select chat.id, coalesce(g.name, chat.title) from chat left join "group" g on g.id = chat.bound_group_id
  where chat.organization_id = ${organizationId} and chat.id = any(${ids}::uuid[])
  union all
  select call.id, coalesce(g.name, chat.title)
  from call join chat on chat.id = call.chat_id left join "group" g on g.id = chat.bound_group_id
  where chat.organization_id = ${organizationId} and call.id = any(${ids}::uuid[])
  union all
  select id, title from channel where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select p.id, t.title from consent_purpose p join consent_text t on t.purpose_id = p.id and t.version = p.version
  where p.organization_id = ${organizationId} and p.id = any(${ids}::uuid[])
  union all
  select id, title from broadcast where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select id, title from notice where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select id, title from meeting where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select e.id, e.title from local_act_edition e join local_act a on a.id = e.local_act_id
  where a.organization_id = ${organizationId} and e.id = any(${ids}::uuid[])
  union all
  select id, title from material_folder where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select m.id, m.title from material m join material_folder f on f.id = m.folder_id
  where f.organization_id = ${organizationId} and m.id = any(${ids}::uuid[])
  union all
  select r.id, concat_ws(' ', nullif(a.family_name, ''), nullif(a.given_name, ''), nullif(a.patronymic, ''))
  from join_request r join account a on a.id = r.account_id
  where r.organization_id = ${organizationId} and r.id = any(${ids}::uuid[])
  union all
  select id, name from import where organization_id = ${organizationId} and id = any(${ids}::uuid[])
  union all
  select id, number::text from statistics_report where organization_id = ${organizationId} and number is not null
    and id = any(${ids}::uuid[])
  union all
  select id, number::text from ticket
  where organization_id = ${organizationId} and organization_at is not null and id = any(${ids}::uuid[])`
