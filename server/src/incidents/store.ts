import type { AccountId, IncidentId, OrganizationId } from '@kolosok/contract'
import type { Selectable } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Schema, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'

export type IncidentRow = Selectable<Schema['incident']>

export const findIncident = (db: Db, id: IncidentId): Promise<IncidentRow | undefined> =>
  db.selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirst()

export async function lockIncident(tx: Tx, id: IncidentId): Promise<void> {
  await lockName(tx, `incident:${id}`)
}

export async function findRoles(db: Db, organizationId: OrganizationId, reader: AccountId) {
  const [row] = await runSql<{ roles: OrganizationRole[] }>(db, 'select organization_roles($1, $2) as roles', [
    organizationId,
    reader,
  ])
  return row?.roles ?? []
}

type Page = { readonly before?: IncidentId | undefined; readonly limit: number }

/** Those of one organization; null: of the installation. */
export function listIncidents(
  db: Db,
  organizationId: OrganizationId | null,
  { before, limit }: Page,
): Promise<IncidentRow[]> {
  return runSql<IncidentRow>(
    db,
    `select * from incident
     where organization_id is not distinct from $1 and ($2::uuid is null
       or (noticed_at, id) < (select noticed_at, id from incident where id = $2))
     order by noticed_at desc, id desc limit $3`,
    [organizationId, before ?? null, limit],
  )
}

export type Written = Omit<IncidentRow, 'rev' | 'entered_by' | 'created_at'>

export async function insertIncident(tx: Tx, written: Written, by: AccountId, now: Date): Promise<void> {
  await tx
    .insertInto('incident')
    .values({ ...written, entered_by: by, created_at: now })
    .execute()
}

export async function updateIncident(tx: Tx, { id, organization_id: _, ...written }: Written): Promise<void> {
  await tx
    .updateTable('incident')
    .where('id', '=', id)
    .set((eb) => ({ ...written, rev: eb('rev', '+', 1) }))
    .execute()
}

/** Who tells of it: the organization as papers name it. */
export const findTelling = (db: Db, organizationId: OrganizationId) =>
  db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(['name', 'inn', 'address', 'head_name as headName', 'time_zone as timeZone'])
    .executeTakeFirstOrThrow()

/** Of one organization, or (null) of the installation; counted one after another. */
export async function countIncidents(tx: Tx, organizationId: OrganizationId | null): Promise<number> {
  await lockName(tx, `incidents:${organizationId ?? 'installation'}`)
  const { count } = await tx
    .selectFrom('incident')
    .where('organization_id', organizationId === null ? 'is' : '=', organizationId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
