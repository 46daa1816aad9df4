import type {
  AccountId,
  AdminOrder,
  AdminOrderId,
  AdminOrderKind,
  FileId,
  MembershipId,
  OrganizationId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export async function countAdminsBesides(db: Db, organizationId: OrganizationId, id: MembershipId): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('role', 'in', ['management', 'teacher'])
    .where('is_admin', '=', true)
    .where('ended_at', 'is', null)
    .where('id', '!=', id)
    // Two memberships of one person are one administrator.
    .where('account_id', '!=', (eb) => eb.selectFrom('membership').where('id', '=', id).select('account_id'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function updateAdmin(tx: Tx, id: MembershipId, isAdmin: boolean): Promise<void> {
  await tx.updateTable('membership').where('id', '=', id).set({ is_admin: isAdmin }).execute()
}

export type NewOrder = {
  readonly id: AdminOrderId
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  readonly kind: AdminOrderKind
  readonly number: string
  readonly date: string
  readonly fileId: FileId
  readonly enteredBy: AccountId
  readonly at: Date
}

export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  await tx
    .insertInto('admin_order')
    .values({
      id: order.id,
      organization_id: order.organizationId,
      membership_id: order.membershipId,
      kind: order.kind,
      number: order.number,
      dated: order.date,
      file_id: order.fileId,
      entered_by: order.enteredBy,
      at: order.at,
    })
    .execute()
}

export async function findOrderOf(db: Db, id: AdminOrderId): Promise<OrganizationId | undefined> {
  const row = await db.selectFrom('admin_order').where('id', '=', id).select('organization_id').executeTakeFirst()
  return row?.organization_id
}

// The first administrator's order came with the application: it heads the history. Not among people any more,
// and yet named: by the account.
const ORDERS = `
  select o.id, o.kind, o.number, o.dated::text as date, o.at, o.file_id, o.membership_id, m.account_id,
    o.entered_by, false as from_application
  from admin_order o join membership m on m.id = o.membership_id
  where o.organization_id = $1
  union all
  select a.id, 'appointed', '', null, a.claimed_at, a.order_file_id, null, a.claimed_by, null, true
  from application a
  where a.organization_id = $1 and a.claimed_at is not null`

const NAME = `btrim(concat_ws(' ', nullif(family_name, ''), nullif(given_name, ''), nullif(patronymic, '')))`

const PAGE_OF_ORDERS = `
  with orders as (${ORDERS})
  select o.id, o.kind, o.number, o.date, o.at, o.membership_id as "membershipId",
    o.from_application as "isFromApplication",
    coalesce((select ${NAME} from account where id = o.account_id), '') as name,
    coalesce((select ${NAME} from account where id = o.entered_by), '') as by,
    json_build_object('fileId', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) as file
  from orders o join file f on f.id = o.file_id
  where ($2::uuid is null or (o.at, o.id) < (select last.at, last.id from orders last where last.id = $2))
    and ($4::uuid is null or o.id = $4)
  order by o.at desc, o.id desc
  limit $3`

type OrderRow = Omit<AdminOrder, 'at'> & { readonly at: Date }

export async function listOrders(
  db: Db,
  organizationId: OrganizationId,
  { before, only, limit }: { before?: string | undefined; only?: AdminOrderId; limit: number },
): Promise<AdminOrder[]> {
  const rows = await runSql<OrderRow>(db, PAGE_OF_ORDERS, [organizationId, before ?? null, limit, only ?? null])
  return rows.map(({ at, ...order }) => ({ ...order, at: at.toISOString() }))
}

export type StaffRow = {
  readonly membershipId: MembershipId
  readonly accountId: AccountId
  readonly role: 'management' | 'teacher'
  readonly name: string
  readonly label: string
  readonly fullName: string
  readonly isAdmin: boolean
  readonly isHead: boolean
  readonly isConfirmed: boolean
}

/** Administrators, and whoever could become one. */
export async function listConcerned(db: Db, organizationId: OrganizationId): Promise<StaffRow[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.membership_id', 'membership.id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.organization_id', '=', organizationId)
    .where('membership.role', 'in', ['management', 'teacher'])
    .where('membership.ended_at', 'is', null)
    .where((eb) => eb.or([eb('membership.is_admin', '=', true), eb('membership.confirmed_at', 'is not', null)]))
    .select([
      'membership.id as membershipId',
      'membership.account_id as accountId',
      sql<'management' | 'teacher'>`membership.role`.as('role'),
      'person.name',
      'person.label',
      sql<string>`coalesce(nullif(${sql.raw(NAME)}, ''), person.name)`.as('fullName'),
      'membership.is_admin as isAdmin',
      'membership.is_head as isHead',
      'person.is_confirmed as isConfirmed',
    ])
    .orderBy('fullName')
    .execute()
  return rows
}

const SEES_ORDER = `
  select exists (
    select from (
      select organization_id from admin_order where file_id = $1
      union all
      select organization_id from application where order_file_id = $1 and claimed_at is not null
    ) kept
    where organization_roles(kept.organization_id, $2) && array['admin', 'head', 'management']) as sees`

/** Whether the reader may see an order that the file is the scan of. The same rule as the policy's, in SQL. */
export async function seesOrder(db: Db, fileId: FileId, reader: AccountId): Promise<boolean> {
  const [row] = await runSql<{ sees: boolean }>(db, SEES_ORDER, [fileId, reader])
  return row?.sees ?? false
}
