import type {
  AccountId,
  ConsentAsks,
  ConsentPurposeId,
  ConsentTemplate,
  GroupId,
  OrganizationId,
} from '@kolosok/contract'
import { type InOrganization, isClosedIn, type OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type PurposeRow = {
  readonly id: ConsentPurposeId
  readonly organizationId: OrganizationId
  readonly template: ConsentTemplate
  readonly asks: ConsentAsks
  readonly version: number
  readonly title: string
  readonly text: string
  readonly writtenAt: Date
  readonly isClosed: boolean
}

/** As one reader stands to it. */
export type SeenPurpose = PurposeRow &
  InOrganization & {
    readonly roles: OrganizationRole[]
    readonly isAsked: boolean
    readonly taughtIds: GroupId[]
  }

const COLUMNS = `p.id, p.organization_id as "organizationId", p.template, p.asks, p.version, t.title, t.text,
  t.at as "writtenAt", p.closed_at is not null as "isClosed"`

export async function findPurpose(db: Db, id: ConsentPurposeId, reader: AccountId): Promise<SeenPurpose | undefined> {
  const [row] = await runSql<SeenPurpose>(
    db,
    `select ${COLUMNS}, organization_roles(p.organization_id, $2) as roles,
       exists (select from consent_unit u where u.purpose_id = p.id and u.account_id = $2) as "isAsked",
       array(${TAUGHT}) as "taughtIds", ${isClosedIn('p.organization_id')} as "isOrganizationClosed"
     from consent_purpose p
     join consent_text t on t.purpose_id = p.id and t.version = p.version
     where p.id = $1`,
    [id, reader],
  )
  return row
}

const TAUGHT = `
  select distinct t.group_id from membership m
  join teaching t on t.membership_id = m.id
  join "group" g on g.id = t.group_id and g.archived_at is null
  where m.account_id = $2 and m.organization_id = p.organization_id and m.ended_at is null
    and m.confirmed_at is not null`

export async function listTaught(db: Db, organizationId: OrganizationId, reader: AccountId): Promise<GroupId[]> {
  const rows = await runSql<{ id: GroupId }>(
    db,
    `select taught.group_id as id from organization p cross join lateral (
       ${TAUGHT.replaceAll('p.organization_id', 'p.id')}) taught where p.id = $1`,
    [organizationId, reader],
  )
  return rows.map(({ id }) => id)
}

export type CountedPurpose = PurposeRow & { readonly given: number; readonly refused: number; readonly waiting: number }
type Counting = {
  readonly organizationId: OrganizationId
  readonly scope: readonly GroupId[] | null
  readonly only?: ConsentPurposeId
}

/** Open ones first. Of an organization's few purposes; counted in one statement, of `scope` only those in its groups. */
export function listPurposesHere(db: Db, { organizationId, scope, only }: Counting): Promise<CountedPurpose[]> {
  return runSql<CountedPurpose>(
    db,
    `with unit as materialized (
       select distinct u.purpose_id, u.unit_id
       from consent_purpose p join consent_unit u on u.purpose_id = p.id
       where p.organization_id = $1 and ($3::uuid is null or p.id = $3)
         and ($2::uuid[] is null or exists (
           select from group_child gc
           where gc.child_id = u.child_id and gc.until_at is null and gc.group_id = any($2))))
     select ${COLUMNS},
       count(u.unit_id) filter (where d.version = p.version and d.kind = 'given')::int as given,
       count(u.unit_id) filter (where d.version = p.version and d.kind <> 'given')::int as refused,
       count(u.unit_id) filter (where d.version is distinct from p.version)::int as waiting
     from consent_purpose p
     join consent_text t on t.purpose_id = p.id and t.version = p.version
     left join unit u on u.purpose_id = p.id
     left join consent_decision d on d.purpose_id = p.id and d.unit_id = u.unit_id and d.replaced_at is null
     where p.organization_id = $1 and ($3::uuid is null or p.id = $3) and ($2::uuid[] is null or p.asks = 'children')
     group by p.id, t.purpose_id, t.version
     order by p.closed_at is not null, p.created_at, p.id`,
    [organizationId, scope, only ?? null],
  )
}

/** Whoever decides waits for whoever words it otherwise, and the other way round. */
export async function lockPurpose(tx: Tx, id: ConsentPurposeId, how: 'share' | 'update'): Promise<void> {
  await runSql(tx, `select from consent_purpose where id = $1 for ${how}`, [id])
}

type New = Pick<PurposeRow, 'id' | 'organizationId' | 'template' | 'asks'>

/** False where the id is taken, or the same is asked already. */
export async function insertPurpose(tx: Tx, { id, organizationId, template, asks }: New, now: Date): Promise<boolean> {
  const made = await tx
    .insertInto('consent_purpose')
    .values({ id, organization_id: organizationId, template, asks, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

type Worded = Pick<PurposeRow, 'id' | 'version' | 'title' | 'text'> & { readonly writtenBy: AccountId }

export async function insertText(tx: Tx, { id, version, title, text, writtenBy }: Worded, now: Date): Promise<void> {
  await tx
    .insertInto('consent_text')
    .values({ purpose_id: id, version, title, text, written_by: writtenBy, at: now })
    .execute()
  await tx.updateTable('consent_purpose').where('id', '=', id).set({ version }).execute()
}

export async function isAskedAlready(db: Db, of: Pick<PurposeRow, 'organizationId' | 'template'>): Promise<boolean> {
  const row = await db
    .selectFrom('consent_purpose')
    .where('organization_id', '=', of.organizationId)
    .where('template', '=', of.template)
    .where('closed_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateClosed(tx: Tx, id: ConsentPurposeId, closedAt: Date | null): Promise<void> {
  await tx.updateTable('consent_purpose').where('id', '=', id).set({ closed_at: closedAt }).execute()
}

/** Whose screens show it: everybody it asks, or only the staff who follow it. */
export async function listConcerned(db: Db, id: ConsentPurposeId, who: 'all' | 'staff' = 'all'): Promise<AccountId[]> {
  const rows = await runSql<{ id: AccountId }>(
    db,
    `select u.account_id as id from consent_unit u where u.purpose_id = $1 and u.account_id is not null and $2 = 'all'
     union select m.account_id from consent_purpose p join membership m on m.organization_id = p.organization_id
     where p.id = $1 and m.ended_at is null and m.role in ('management', 'teacher')`,
    [id, who],
  )
  return rows.map((row) => row.id)
}

export const findSigning = (db: Db, organizationId: OrganizationId) =>
  db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(['name as organization', 'time_zone as timeZone'])
    .executeTakeFirstOrThrow()

export async function countPurposes(db: Db, organizationId: OrganizationId): Promise<number> {
  const { count } = await db
    .selectFrom('consent_purpose')
    .where('organization_id', '=', organizationId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
