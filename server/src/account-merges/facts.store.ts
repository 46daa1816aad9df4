import type { AccountId, AccountMergeId, MergePreview, MergeWay, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import type { AccountMergeFacts } from './policy.ts'

/** The one that stays, and the one that becomes a part of it. */
export type Pair = { readonly kept: AccountId; readonly ended: AccountId }

/** Merges of one account go one after another, crossing ones too: everybody locks in one order. */
export async function lockMerges(tx: Tx, { kept, ended }: Pair): Promise<void> {
  for (const id of [kept, ended].sort()) {
    await lockName(tx, `merge:${id}`)
  }
}

export async function findMerge(db: Db, id: AccountMergeId): Promise<Pair | undefined> {
  return db
    .selectFrom('account_merge')
    .where('id', '=', id)
    .select(['kept_id as kept', 'ended_id as ended'])
    .executeTakeFirst()
}

export async function insertMerge(tx: Tx, id: AccountMergeId, pair: Pair & { way: MergeWay; at: Date }): Promise<void> {
  const { kept, ended, way, at } = pair
  await tx.insertInto('account_merge').values({ id, kept_id: kept, ended_id: ended, way, at }).execute()
}

type Found = Omit<AccountMergeFacts, 'standing'> & { readonly isMerged: boolean }

export async function getMergeFacts(db: Db, { kept, ended }: Pair): Promise<AccountMergeFacts> {
  const both = anyOf([kept, ended])
  const { rows } = await sql<Found>`
    select
      exists (select from account where id = ${both} and merged_into is not null) as "isMerged",
      exists (select from operator where account_id = ${both}) as "isOperator",
      exists (select from phone_change where account_id = ${both} and ended_at is null) as "isPhoneChanging",
      exists (select from call_visit v join call c on c.id = v.call_id
        where v.account_id = ${both} and v.left_at is null and c.ended_at is null) as "isInCall",
      exists (select from membership a join membership b on b.account_id <> a.account_id
        where a.account_id = ${both} and b.account_id = ${both} and a.ended_at is null and b.ended_at is null
          and a.role = 'student' and b.role <> 'student') as "isPupilAndAdult"`.execute(db)
  const [found] = rows
  if (!found) throw new Error('A select without a row')
  const { isMerged, ...facts } = found
  return { ...facts, standing: kept === ended ? 'same' : isMerged ? 'merged' : 'two' }
}

/** Where somebody belongs or did: whose structure, chats and journal are concerned. */
export async function listOrganizations(db: Db, accountId: AccountId): Promise<OrganizationId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .select('organization_id')
    .distinct()
    .orderBy('organization_id')
    .execute()
  return rows.map(({ organization_id }) => organization_id)
}

export async function getPreview(db: Db, { kept, ended }: Pair): Promise<MergePreview> {
  const { rows } = await sql<MergePreview>`
    select coalesce(nullif(btrim(concat_ws(' ', a.family_name, a.given_name, a.patronymic)), ''), '') as "fullName",
      coalesce((
        select jsonb_agg(jsonb_build_object('organization', p.short_name, 'roles', p.roles, 'children', p.children)
          order by p.short_name)
        from (
          select o.short_name, jsonb_agg(distinct m.role) as roles, to_jsonb(array(
            select distinct c.name from guardianship g
            join child c on c.id = g.child_id
            join membership own on own.id = g.membership_id
            where own.account_id = a.id and own.organization_id = o.id and own.ended_at is null
              and g.until_at is null and c.left_at is null order by c.name)) as children
          from membership m join organization o on o.id = m.organization_id
          where m.account_id = a.id and m.ended_at is null group by o.id
        ) p), '[]') as places,
      (select count(*)::int from chat_member where account_id = a.id) as "chatCount",
      (select count(*)::int from chat own join chat other
          on other.kind = 'direct' and other.organization_id = own.organization_id
          and ${kept} in (other.first_account_id, other.second_account_id)
          and (case when other.first_account_id = ${kept} then other.second_account_id else other.first_account_id end)
            in (own.first_account_id, own.second_account_id)
        where own.kind = 'direct' and a.id in (own.first_account_id, own.second_account_id)) as "archivedCount",
      (select count(*)::int from session where account_id = a.id and ended_at is null) as "deviceCount"
    from account a where a.id = ${ended}`.execute(db)
  const [found] = rows
  if (!found) throw new Error('No such account')
  return found
}
