import type { AccountId, ClosingEffects, ClosingId, OrganizationId } from '@kolosok/contract'
import { type Selectable, sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Schema, type Tx } from '#platform/db.ts'
import type { ClosingFacts } from './policy.ts'

export type ClosingRow = Omit<Selectable<Schema['closing']>, 'act'>

const columns = [
  'id',
  'organization_id',
  'name',
  'closed_by',
  'closed_at',
  'erase_at',
  'reopened_by',
  'reopened_at',
  'told_at',
  'erased_at',
  'act_number',
] as const

export function findFacts(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<ClosingFacts | undefined> {
  return db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select([
      sql<OrganizationRole[]>`organization_roles(id, ${accountId})`.as('roles'),
      sql<boolean>`exists (select from membership m
        where m.organization_id = organization.id and m.is_head and m.ended_at is null)`.as('hasHead'),
    ])
    .executeTakeFirst()
}

export const findClosing = (db: Db, id: ClosingId): Promise<ClosingRow | undefined> =>
  db.selectFrom('closing').where('id', '=', id).select(columns).executeTakeFirst()

/** The one that holds: neither opened again nor another one's. */
export const findHolding = (db: Db, organizationId: OrganizationId): Promise<ClosingRow | undefined> =>
  db
    .selectFrom('closing')
    .where('organization_id', '=', organizationId)
    .where('reopened_at', 'is', null)
    .select(columns)
    .executeTakeFirst()

type New = {
  readonly id: ClosingId
  readonly organizationId: OrganizationId
  readonly name: string
  readonly closedBy: AccountId
  readonly closedAt: Date
  readonly eraseAt: Date
}

/** False where the id is taken. */
export async function insertClosing(tx: Tx, given: New): Promise<boolean> {
  const { id, organizationId, name, closedBy, closedAt, eraseAt } = given
  const inserted = await tx
    .insertInto('closing')
    .values({
      id,
      organization_id: organizationId,
      name,
      closed_by: closedBy,
      closed_at: closedAt,
      erase_at: eraseAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateClosedAt(tx: Tx, organizationId: OrganizationId, closedAt: Date | null): Promise<void> {
  await tx.updateTable('organization').where('id', '=', organizationId).set({ closed_at: closedAt }).execute()
}

export async function updateReopened(tx: Tx, id: ClosingId, by: AccountId, at: Date): Promise<void> {
  await tx.updateTable('closing').where('id', '=', id).set({ reopened_by: by, reopened_at: at }).execute()
}

export const getNames = (db: Db, organizationId: OrganizationId): Promise<{ name: string; shortName: string }> =>
  db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(['name', 'short_name as shortName'])
    .executeTakeFirstOrThrow()

/** As people of the organization know them. */
export async function findNameIn(db: Db, organizationId: OrganizationId, accountId: AccountId): Promise<string> {
  const row = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .orderBy(sql`ended_at is not null`)
    .select('name')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** Everybody who belongs there now. */
export async function listMembers(db: Db, organizationId: OrganizationId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .select('account_id as id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

export async function updateTold(tx: Tx, id: ClosingId, at: Date): Promise<void> {
  await tx.updateTable('closing').where('id', '=', id).set({ told_at: at }).execute()
}

export async function getTimeZone(db: Db, organizationId: OrganizationId): Promise<string> {
  const row = await db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select('time_zone as timeZone')
    .executeTakeFirstOrThrow()
  return row.timeZone
}

/** Of those who belong there now. */
export async function listAddresses(db: Db, organizationId: OrganizationId): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.organization_id', '=', organizationId)
    .where('membership.ended_at', 'is', null)
    .where('account.email', 'is not', null)
    .select(sql<string>`account.email`.as('address'))
    .distinct()
    .execute()
  return rows.map(({ address }) => address)
}

const EFFECTS = `
  select
    (select count(distinct account_id)::int from membership where organization_id = $1 and ended_at is null) as people,
    (select count(*)::int from chat where organization_id = $1 and state = 'open') as chats,
    (select count(*)::int from call join chat on chat.id = call.chat_id
      where call.ended_at is null and chat.organization_id = $1) as calls,
    (select count(*)::int from invitation i where i.organization_id = $1 and i.revoked_at is null
      and i.uses < i.use_limit and i.expires_at > $2) as links,
    (select count(*)::int from meeting where organization_id = $1 and ends_at > $2 and cancelled_at is null) as meetings,
    (select count(*)::int from broadcast where organization_id = $1 and state in ('planned', 'live')) as broadcasts,
    (select count(*)::int from join_request where organization_id = $1 and state = 'requested') as "joinRequests"`

/** What would end if it closed now. */
export async function countEffects(db: Db, organizationId: OrganizationId, now: Date): Promise<ClosingEffects> {
  const [row] = await runSql<ClosingEffects>(db, EFFECTS, [organizationId, now])
  if (!row) throw new Error('A query without rows')
  return row
}

export type ListedRow = ClosingRow & { readonly closedBy: string }

/** The operator's: newest first. */
export function listClosings(db: Db, { before, limit }: { before: ClosingId | undefined; limit: number }) {
  return db
    .selectFrom('closing')
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(closed_at, id) < (select c.closed_at, c.id from closing c where c.id = ${before ?? null})`,
      ),
    )
    .orderBy('closed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select([
      ...columns,
      sql<string>`coalesce((select m.name from membership m
        where m.organization_id = closing.organization_id and m.account_id = closing.closed_by
        order by m.ended_at is not null limit 1), '')`.as('closedBy'),
    ])
    .execute()
}
